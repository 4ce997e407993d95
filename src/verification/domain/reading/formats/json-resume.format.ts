import { isObject, type JsonObject } from '../../json.js';
import { credentialFormat } from '../format.js';

/** Lists of a résumé whose entries may carry the credentials that prove them. */
const lists = ['certificates', 'education', 'work', 'awards', 'volunteer', 'publications', 'projects', 'skills'];

/**
 * JSON Resume (jsonresume.org/schema, version 1): what it says by itself is its owner's word, and the credentials that somebody
 * put into it have their own verdicts. The schema has no place for them; these are where they are put.
 */
export const jsonResume = credentialFormat('json-resume', isJsonResume, [
  ['credentials', '*'],
  ['verifiableCredential', '*'],
  ...lists.map((list) => [list, '*', 'credential']),
  ...lists.map((list) => [list, '*', 'verifications', '*']),
]);

/** It has no type; it names its schema, or has the basics and one of the lists. */
function isJsonResume(json: JsonObject): boolean {
  if (['@context', 'type', 'proof', 'credentialSubject'].some((name) => Object.hasOwn(json, name))) return false;
  if (typeof json.$schema === 'string' && json.$schema.includes('jsonresume')) return true;
  return isObject(json.basics) && lists.some((list) => Array.isArray(json[list]));
}
