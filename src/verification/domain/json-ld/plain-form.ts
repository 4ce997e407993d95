import { type JsonObject, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';

export type PlainFormProblem = { kind: 'malformed' | 'unsupported'; code: string; detail: string };

/** Objects and other values in one document; canonicalization takes up to half a millisecond for each object. */
const maxObjects = 2_000;
const maxValues = 20_000;

/**
 * What a nested node with the credential's own id may say; anything more would be said about the credential. An endorsement
 * inside has a comment about it, which nothing here reads off the credential itself.
 */
const harmless = new Set(['id', 'type', '@context', 'endorsementComment']);

/**
 * Why the JSON of a credential may say less than its signature covers; undefined when it says all.
 *
 * The same signed statements can be written in many ways: with full IRIs or `@` keywords as keys, or with a property of
 * the credential moved into another object of the same id. Everything here reads plain JSON, so `validUntil` or
 * `credentialStatus` written in such a way would be missed while the signature still holds. Such forms are legal
 * JSON-LD, hence `unsupported`, and hardly anybody writes them.
 *
 * Also says no to documents with more objects than canonicalization could take in reasonable time.
 */
export function findPlainFormProblem(credential: JsonObject): PlainFormProblem | undefined {
  const id = typeof credential.id === 'string' ? credential.id : undefined;
  const waiting: unknown[] = [credential];
  let objects = 0;
  let values = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    values += 1;
    if (Array.isArray(value)) {
      for (const item of value) waiting.push(item);
    } else if (isObject(value)) {
      objects += 1;
      const problem = problemOfKeys(value) ?? (value === credential ? undefined : problemOfNested(value, id));
      if (problem) return problem;
      for (const [key, member] of Object.entries(value)) if (key !== '@context') waiting.push(member);
    }
    if (objects > maxObjects || values > maxValues)
      return unsupported('too-complex', `the document has more than ${maxObjects} objects or ${maxValues} values`);
  }
  return undefined;
}

function problemOfKeys(node: JsonObject): PlainFormProblem | undefined {
  // A text with a language, as the data model 2.0 shows it.
  if ('@value' in node) {
    const stray = Object.keys(node).find((key) => !['@value', '@language', '@direction'].includes(key));
    return stray === undefined ? undefined : unsupported('not-plain', `a value object has the key ${quoted(stray)}`);
  }
  const stray = Object.keys(node).find((key) => key.includes(':') || (key.startsWith('@') && key !== '@context'));
  return stray === undefined
    ? undefined
    : unsupported('not-plain', `the key ${quoted(stray)} is no plain term; such forms of JSON-LD are not read`);
}

function problemOfNested(node: JsonObject, credentialId: string | undefined): PlainFormProblem | undefined {
  if (listOf(node['@context']).some((context) => typeof context !== 'string'))
    return unsupported('inline-context', 'a nested object brings along an inline context');
  if (credentialId === undefined || node.id !== credentialId) return undefined;
  const stray = Object.keys(node).find((key) => !harmless.has(key));
  return stray === undefined
    ? undefined
    : unsupported('id-reused', `a nested object with the id of the credential says ${quoted(stray)} about it`);
}

function unsupported(code: string, detail: string): PlainFormProblem {
  return { kind: 'unsupported', code, detail };
}
