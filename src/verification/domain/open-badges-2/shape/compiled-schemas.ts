import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { JsonObject } from '../../json.js';
import { type ShapeFault, fault, remark } from '../../checks/shape/shape-rule.js';
import { assertionSchema, badgeClassSchema, profileSchema } from './schemas.js';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: false });

export interface CompiledClass {
  must: ValidateFunction;
  should: ValidateFunction;
}

/** Compiled once, when the program starts; no schema that a document names is ever loaded. */
export const compiledClasses = {
  assertion: compiled(assertionSchema),
  badgeClass: compiled(badgeClassSchema),
  profile: compiled(profileSchema),
};

function compiled({ must, should }: { must: object; should: object }): CompiledClass {
  return { must: ajv.compile(must), should: ajv.compile(should) };
}

/**
 * Where an object breaks the rules of its class.
 *
 * @param at pointer of the object in the badge as a whole
 */
export function faultsOfClass({ must, should }: CompiledClass, object: JsonObject, at: string): ShapeFault[] {
  const broken = errorsOf(must, object).map((error) => fault('schema', ...describe(error, at)));
  if (broken.length > 0) return broken;
  return errorsOf(should, object).map((error) => remark('schema', ...describe(error, at)));
}

function errorsOf(validate: ValidateFunction, object: JsonObject): ErrorObject[] {
  return validate(object) ? [] : (validate.errors ?? []);
}

function describe({ keyword, instancePath, params }: ErrorObject, at: string): [pointer: string, detail: string] {
  const stated = params as { missingProperty?: string; type?: string | string[]; allowedValues?: unknown[] };
  if (keyword === 'required') {
    const pointer = `${at}${instancePath}/${stated.missingProperty ?? ''}`;
    return [pointer, `${pointer} is missing`];
  }
  const pointer = `${at}${instancePath}`;
  return [pointer, `${pointer} ${whatIsWrong(keyword, stated)}`];
}

function whatIsWrong(
  keyword: string,
  { type = [], allowedValues = [] }: { type?: string | string[]; allowedValues?: unknown[] },
): string {
  if (keyword === 'type') return `must be of the type ${[type].flat().join(' or ')}`;
  if (keyword === 'enum') return `must be one of ${allowedValues.join(', ')}`;
  return 'must not be empty';
}
