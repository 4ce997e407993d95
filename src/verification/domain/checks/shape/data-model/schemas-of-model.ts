import type { ClassName, Kind, Properties, Property } from './open-badges-3.model.js';

type Schema = Readonly<Record<string, unknown>>;
type Measure = 'must' | 'should';

const primitives: Readonly<Record<Measure, Readonly<Record<string, Schema>>>> = {
  // JSON-LD gives a text a language by an object, and reads a number where a text or an instant is written as one.
  must: {
    uri: { type: ['string', 'object', 'null'] },
    text: { type: ['string', 'number', 'object', 'array', 'null'] },
    number: { type: ['number', 'string', 'null'] },
    boolean: { type: ['boolean', 'string', 'null'] },
    dateTime: { type: ['string', 'null'] },
    token: { type: ['string', 'null'] },
    thing: { type: ['object', 'null'] },
  },
  should: {
    uri: { type: 'string', format: 'uri' },
    text: { type: ['string', 'object', 'array'], minLength: 1 },
    number: { type: 'number' },
    boolean: { type: 'boolean' },
    dateTime: { type: 'string', format: 'date-time' },
    token: { type: 'string', minLength: 1 },
    thing: { type: 'object' },
  },
};

/**
 * The classes of a data model as one JSON Schema, whose definitions are the classes.
 *
 * `must` holds what makes a value unreadable: a number where an object belongs. It takes the compact forms of JSON-LD: one
 * value for a list, an id for the object, `null` for nothing. `should` holds what the specification asks for besides:
 * required properties, single values where one is meant, objects written out, and the forms of URIs and dates.
 */
export function schemaOfModel(model: Readonly<Record<ClassName, Properties>>, measure: Measure): Schema {
  const definitions = Object.entries(model).map(([name, properties]) => [name, classSchema(properties, measure)]);
  return { $id: measure, definitions: Object.fromEntries(definitions) as Schema };
}

function classSchema(properties: Properties, measure: Measure): Schema {
  const entries = Object.entries(properties);
  const required = entries.filter(([, { isRequired }]) => isRequired).map(([name]) => name);
  return {
    type: 'object',
    ...(measure === 'should' && required.length > 0 && { required }),
    properties: Object.fromEntries(entries.map(([name, property]) => [name, valueSchema(property, measure)])),
  };
}

function valueSchema({ kind, isMany = false, isReference = false }: Property, measure: Measure): Schema {
  const single = singleSchema(kind, measure, isReference);
  const takesLists = measure === 'must' || isMany;
  if (!takesLists) return single;
  return { if: { type: 'array' }, then: { type: 'array', items: single }, else: single };
}

function singleSchema(kind: Kind, measure: Measure, isReference: boolean): Schema {
  const known = primitives[measure][kind];
  const object = known ?? { $ref: `#/definitions/${kind}` };
  const isPrimitive = known !== undefined && kind !== 'thing';
  if (isPrimitive) return object;
  const instead = measure === 'must' ? ['string', 'null'] : isReference ? ['string'] : [];
  return instead.length === 0 ? object : { if: { type: instead }, else: object };
}
