import { isAbsoluteUri } from '../../../absolute-uri.js';
import { parseInstant } from '../../../instant.js';
import { type JsonObject, isObject } from '../../../json.js';
import type { ClassName, Kind, Properties } from './open-badges-3.model.js';

type Look = (value: unknown) => boolean;

interface ClassLook {
  required: readonly string[];
  /** What each known property must be; others are free. */
  properties: ReadonlyMap<string, Look>;
}

/**
 * One quick look at whether an object plainly keeps every rule of its class, those of both measures. A yes is certain:
 * the schemas made of the same model then find nothing either. Anything unusual gets a no, and the schemas say what it is.
 */
export class ModelLook {
  private readonly classes = new Map<ClassName, ClassLook>();

  constructor(private readonly model: Readonly<Record<ClassName, Properties>>) {}

  keeps(name: ClassName, object: JsonObject): boolean {
    const { required, properties } = this.classNamed(name);
    for (const property of required) if (object[property] === undefined) return false;
    for (const property in object) {
      const look = properties.get(property);
      if (look && !look(object[property])) return false;
    }
    return true;
  }

  private classNamed(name: ClassName): ClassLook {
    const known = this.classes.get(name);
    if (known) return known;
    const entries = Object.entries(this.model[name]);
    const made = {
      required: entries.filter(([, { isRequired }]) => isRequired).map(([property]) => property),
      properties: new Map(
        entries.map(([property, { kind, isMany = false, isReference = false }]) => {
          const single = this.lookAt(kind, isReference);
          return [property, isMany ? (value: unknown) => eachOf(value, single) : single];
        }),
      ),
    };
    this.classes.set(name, made);
    return made;
  }

  private lookAt(kind: Kind, isReference: boolean): Look {
    const primitive = primitives[kind];
    if (primitive) return primitive;
    const object = kind === 'thing' ? isObject : (value: unknown) => this.isOfClass(kind as ClassName, value);
    return isReference ? (value) => typeof value === 'string' || object(value) : object;
  }

  private isOfClass(name: ClassName, value: unknown): boolean {
    return isObject(value) && this.keeps(name, value);
  }
}

const isText: Look = (value) => typeof value === 'string' && value !== '';

const primitives: Readonly<Partial<Record<Kind, Look>>> = {
  uri: isAbsoluteUri,
  text: isText,
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  dateTime: (value) => parseInstant(value) !== undefined,
  token: isText,
};

function eachOf(value: unknown, look: Look): boolean {
  if (!Array.isArray(value)) return look(value);
  for (const item of value) if (!look(item)) return false;
  return true;
}
