import { subjectsOf } from '../reading/achievements.js';
import {
  firstMember,
  isObject,
  listAt,
  objectsAt,
  plainString,
  type JsonObject,
  type Located,
} from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';
import type { ClaimList } from './claim-list.js';
import { claimOf } from './skill-statement.js';

const CLAIM_KEYS = ['hasClaim', 'achieved', 'performed', 'hasPart'];
const SPECIFICATION_KEYS = ['specifiedBy', 'wasDerivedFrom'];
const OUTCOME_KEYS = ['learningOutcome', 'relatedLearningOutcome'];
const SKILL_KEYS = ['relatedESCOSkill', 'relatedSkill'];
const MAX_DEPTH = 5;

/**
 * Claims from learning outcomes of the European Learning Model: ESCO concepts in `relatedESCOSkill` and concepts of
 * other vocabularies in `relatedSkill`, below the achievements of the subject and their parts.
 */
export function collectLearningOutcomes(credential: JsonObject, into: ClaimList): void {
  for (const subject of subjectsOf(credential)) collectBelow(subject, into, 0);
}

function collectBelow(holder: Located<JsonObject>, into: ClaimList, depth: number): void {
  if (depth > MAX_DEPTH || into.isFull) return;
  const specifications = SPECIFICATION_KEYS.flatMap((key) => objectsAt(holder, key));
  for (const owner of [holder, ...specifications]) {
    for (const outcome of OUTCOME_KEYS.flatMap((key) => objectsAt(owner, key))) {
      for (const key of SKILL_KEYS) listAt(outcome, key).forEach((concept) => addConcept(concept, key, into));
    }
  }
  for (const part of CLAIM_KEYS.flatMap((key) => objectsAt(holder, key))) collectBelow(part, into, depth + 1);
}

function addConcept(concept: Located, key: string, into: ClaimList): void {
  // A concept may be written as its mere address.
  const value = isObject(concept.value) ? concept.value : { id: concept.value };
  const place = { value, path: concept.path };
  const claim = claimOf(place, {
    kind: 'extension',
    name: localisedText(firstMember(place, ['prefLabel', 'title', 'name'])),
    url: plainString(firstMember(place, ['id', '@id', 'uri'])?.value),
    framework: key === 'relatedESCOSkill' ? 'ESCO' : schemeOf(place),
  });
  into.add(claim);
}

function schemeOf(concept: Located<JsonObject>): string | undefined {
  const scheme = firstMember(concept, ['inScheme']);
  if (!isObject(scheme?.value)) return plainString(scheme?.value);
  return plainString(firstMember({ value: scheme.value, path: scheme.path }, ['id', '@id'])?.value);
}
