import { member, plainString, type JsonObject } from '../reading/json-value.js';

/**
 * Members that only a matching program writes: a person states a skill, a program states how sure it is. Compared
 * without case, blanks, hyphens and underscores.
 */
const CONFIDENCE_MEMBERS = new Set([
  'correlationcoefficient',
  'confidence',
  'confidencescore',
  'similarity',
  'similarityscore',
  'cosinesimilarity',
  'matchscore',
  'probability',
  'skilltag',
]);
const ORIGIN_MEMBERS = ['source', 'origin', 'generatedBy', 'method'];
const MACHINE_WORDS = /^(?:ai|ml|llm|gpt.*|machine|auto|automatic|automated|generated|ai[-_ ].*|machine[-_ ].*)$/i;

/** Whether a statement was suggested by a program: it carries a confidence, or names a program as its source. */
export function isMachineMade(statement: JsonObject): boolean {
  const keys = Object.keys(statement).map((key) =>
    key
      .toLowerCase()
      .replace(/^extensions:/, '')
      .replace(/[\s_-]/g, ''),
  );
  if (keys.some((key) => CONFIDENCE_MEMBERS.has(key))) return true;
  return ORIGIN_MEMBERS.some((key) => MACHINE_WORDS.test(plainString(member(statement, key)) ?? ''));
}
