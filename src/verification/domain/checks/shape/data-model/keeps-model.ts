import { isAbsoluteUri } from '../../../absolute-uri.js';
import { parseInstant } from '../../../instant.js';
import { type JsonObject, isObject } from '../../../json.js';
import type { ClassName, Kind, Properties } from './open-badges-3.model.js';

type Look = (value: unknown) => boolean;

interface ClassLook {
  required: readonly string[];
  /** What each known property must be; others are free. */
  properties: ReadonlyMap<string, PropertyLook>;
}

interface PropertyLook {
  isMany: boolean;
  isReference: boolean;
  /** What a primitive must be; undefined where a class is meant. */
  primitive: Look | undefined;
  className: ClassName;
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
      if (look && !this.fits(object[property], look)) return false;
    }
    return true;
  }

  private fits(value: unknown, look: PropertyLook): boolean {
    if (!look.isMany || !Array.isArray(value)) return this.fitsSingle(value, look);
    for (const item of value) if (!this.fitsSingle(item, look)) return false;
    return true;
  }

  private fitsSingle(value: unknown, { primitive, isReference, className }: PropertyLook): boolean {
    if (isReference && typeof value === 'string') return true;
    return primitive ? primitive(value) : isObject(value) && this.keeps(className, value);
  }

  private classNamed(name: ClassName): ClassLook {
    const known = this.classes.get(name);
    if (known) return known;
    const entries = Object.entries(this.model[name]);
    const made = {
      required: entries.filter(([, { isRequired }]) => isRequired).map(([property]) => property),
      properties: new Map(
        entries.map(([property, { kind, isMany = false, isReference = false }]) => {
          const primitive = primitives[kind];
          // As the schemas have it, only an object can be referred to by its id.
          const mayRefer = isReference && (primitive === undefined || kind === 'thing');
          return [property, { isMany, isReference: mayRefer, primitive, className: kind as ClassName }];
        }),
      ),
    };
    this.classes.set(name, made);
    return made;
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
  thing: isObject,
};
