import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isAbsoluteUri } from '../../absolute-uri.js';
import { parseInstant } from '../../instant.js';
import type { JsonObject } from '../../json.js';
import { type ShapeFault, fault, remark } from './shape-rule.js';

/**
 * Compiles schemas of our own when the program starts; no schema that a document names is ever loaded.
 *
 * @param tells `every` fault of an object, or the `first`: where classes refer to each other, collecting them all takes
 *   time that grows with the square of their number
 */
export function schemaCompiler(tells: 'every' | 'first'): Ajv {
  const ajv = new Ajv({ allErrors: tells === 'every', allowUnionTypes: true, inlineRefs: false });
  ajv.addFormat('uri', { type: 'string', validate: isAbsoluteUri });
  ajv.addFormat('date-time', { type: 'string', validate: (text: string) => parseInstant(text) !== undefined });
  return ajv;
}

/** The rules of a class in two measures: what must hold to be relied on, and what the specification asks for besides. */
export interface CompiledClass {
  must: ValidateFunction;
  should: ValidateFunction;
}

/**
 * Where an object breaks the rules of its class.
 *
 * @param at pointer of the object in the document
 */
export function faultsOfClass({ must, should }: CompiledClass, object: JsonObject, at: string): ShapeFault[] {
  const broken = errorsOf(must, object).map((error) => fault('schema', ...describe(error, at)));
  if (broken.length > 0) return broken;
  return errorsOf(should, object).map((error) => remark('schema', ...describe(error, at)));
}

function errorsOf(validate: ValidateFunction, object: JsonObject): ErrorObject[] {
  // Which branch was taken is no fault; what was wrong in it is told by itself.
  return validate(object) ? [] : (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
}

interface Stated {
  missingProperty?: string;
  type?: string | string[];
  allowedValues?: unknown[];
  format?: string;
}

function describe({ keyword, instancePath, params }: ErrorObject, at: string): [pointer: string, detail: string] {
  const stated = params as Stated;
  if (keyword === 'required') {
    const pointer = `${at}${instancePath}/${stated.missingProperty ?? ''}`;
    return [pointer, `${pointer} is missing`];
  }
  const pointer = `${at}${instancePath}`;
  return [pointer, `${pointer} ${whatIsWrong(keyword, stated)}`];
}

function whatIsWrong(keyword: string, { type = [], allowedValues = [], format }: Stated): string {
  if (keyword === 'type') return `must be of the type ${[type].flat().join(' or ')}`;
  if (keyword === 'enum') return `must be one of ${allowedValues.join(', ')}`;
  if (keyword === 'format') return format === 'uri' ? 'is not one absolute URL' : 'is no date with time and zone';
  return 'must not be empty';
}
