import type { JsonObject } from '../reading/json-value.js';
import { collectAlignments } from './alignment-claims.js';
import type { Claim } from './claim.js';
import { ClaimList } from './claim-list.js';
import { collectExtensions } from './extension-claims.js';
import { collectListedCompetencies } from './hr-open-claims.js';
import { collectLearningOutcomes } from './learning-outcome-claims.js';
import { collectNames, collectNarratives, collectTags } from './wording-claims.js';

/**
 * The sources of claims, from the most exact to the vaguest. The order decides what is left out of a credential that
 * states more than the limit, so that prose never crowds out an alignment.
 */
const SOURCES: readonly ((credential: JsonObject, into: ClaimList) => void)[] = [
  collectAlignments,
  collectExtensions,
  collectLearningOutcomes,
  collectListedCompetencies,
  collectNames,
  collectTags,
  collectNarratives,
];

/**
 * Every place in a credential where a skill is stated, with its exact words and where they stand.
 *
 * @param credential the decoded credential as plain JSON (for a JWT, the credential in its payload)
 * @returns at most 200 claims of at most 1,000 characters a text; a credential without any gives an empty list
 */
export function collectClaims(credential: JsonObject): Claim[] {
  const claims = new ClaimList();
  for (const source of SOURCES) source(credential, claims);
  return claims.toArray();
}
