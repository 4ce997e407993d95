import { decline } from './declined.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const largestInteger = 1e15;

/** A plain value as an N-Quads literal. Fractions, doubles and typed values of RDF itself are declined. */
export function literalOf(value: unknown, datatype: string | undefined): string {
  if (datatype?.startsWith(rdf)) decline('a datatype of RDF itself');
  if (typeof value === 'string')
    return datatype === `${xsd}double`
      ? decline('a double')
      : `"${escaped(value)}"${datatype === undefined || datatype === `${xsd}string` ? '' : `^^<${datatype}>`}`;
  if (datatype === `${xsd}string`) decline('a text that is none');
  if (typeof value === 'boolean') return `"${value}"^^<${datatype ?? `${xsd}boolean`}>`;
  const isPlain = Number.isInteger(value) && Math.abs(value as number) < largestInteger && !Object.is(value, -0);
  if (!isPlain || datatype === `${xsd}double`) return decline('a number that is no small whole number');
  return `"${String(value)}"^^<${datatype ?? `${xsd}integer`}>`;
}

const escapes: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Canonical N-Quads escape only these here; texts with other control characters or half surrogates are declined. */
function escaped(text: string): string {
  if (/^[^\x00-\x1f"\\\x7f\ud800-\udfff]*$/.test(text)) return text;
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/u.test(text)) decline('a control character');
  return /["\\\n\r\t]/.test(text) ? text.replace(/["\\\n\r\t]/g, (letter) => escapes[letter] ?? letter) : text;
}
