import {
  achievementsOf,
  alignmentsOf,
  resultDescriptionsOf,
  resultsOf,
  rubricLevelsOf,
  subjectsOf,
} from '../reading/achievements.js';
import type { JsonObject, Located } from '../reading/json-value.js';
import type { ClaimList } from './claim-list.js';
import { claimsOfAlignment } from './claims-of-alignment.js';

/**
 * Claims from every alignment: of the achievement, of its result descriptions and their rubric levels, and of the
 * results of the subject, in this order for each achievement.
 */
export function collectAlignments(credential: JsonObject, into: ClaimList): void {
  for (const { achievement } of achievementsOf(credential)) {
    for (const owner of alignedPartsOf(achievement)) addAll(owner, into);
  }
  for (const subject of subjectsOf(credential)) {
    for (const result of resultsOf(subject)) addAll(result, into);
  }
}

function alignedPartsOf(achievement: Located<JsonObject>): Located<JsonObject>[] {
  const described = resultDescriptionsOf(achievement).flatMap((description) => [
    description,
    ...rubricLevelsOf(description),
  ]);
  return [achievement, ...described];
}

function addAll(owner: Located<JsonObject>, into: ClaimList): void {
  for (const alignment of alignmentsOf(owner)) {
    if (into.isFull) return;
    for (const claim of claimsOfAlignment(alignment)) into.add(claim);
  }
}
