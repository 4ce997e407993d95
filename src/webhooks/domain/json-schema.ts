/** A JSON Schema (2020-12) of one value in the data of an event. */
export type ValueSchema = Readonly<Record<string, unknown>>;

/** A JSON Schema of the data of an event: an object whose members are all there, with `null` for what is not known. */
export interface DataSchema {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, ValueSchema>>;
}

export const dataSchema = (properties: Readonly<Record<string, ValueSchema>>): DataSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

export const id = (description: string): ValueSchema => ({ type: 'string', format: 'uuid', description });
export const text = (description: string): ValueSchema => ({ type: 'string', description });
export const textOrNull = (description: string): ValueSchema => ({ type: ['string', 'null'], description });
export const idOrNull = (description: string): ValueSchema => ({
  type: ['string', 'null'],
  format: 'uuid',
  description,
});
export const count = (description: string): ValueSchema => ({ type: 'integer', minimum: 0, description });
export const oneOf = (values: readonly string[], description: string): ValueSchema => ({
  type: 'string',
  enum: [...values],
  description,
});
export const path = (description: string): ValueSchema => ({ type: 'string', pattern: '^/v1/', description });
export const ids = (description: string): ValueSchema => ({
  type: 'array',
  maxItems: 100,
  items: { type: 'string', format: 'uuid' },
  description,
});
