import type { CompetencyName, NotUsed, NotUsedReason } from './explanation.js';
import type { Holding } from './holding.js';
import type { RequirementScore } from './score-requirement.js';
import { NOT_USED_WORDS } from './wording.js';

/**
 * Holdings that gave no points, with the reason and the requirements concerned. A holding that gave points somewhere is
 * listed only where a rule shut it out, not where a stronger one merely came before it.
 *
 * @returns by credential, competency and reason
 */
export function notUsed(
  holdings: readonly Holding[],
  scores: readonly RequirementScore<Holding>[],
  name: (competencyId: string) => CompetencyName,
): readonly NotUsed[] {
  const gavePoints = new Set(scores.flatMap((score) => score.best?.holding ?? []));
  return holdings
    .flatMap((holding) => {
      const reasons = reasonsOf(holding, scores, gavePoints.has(holding));
      return [...reasons].map(([reason, requirementIds]) => ({
        credentialId: holding.credentialId,
        jsonPath: holding.jsonPath,
        competency: name(holding.competencyId),
        reason,
        requirementIds,
        text: NOT_USED_WORDS[reason],
      }));
    })
    .sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

function reasonsOf(
  holding: Holding,
  scores: readonly RequirementScore<Holding>[],
  gavePoints: boolean,
): Map<NotUsedReason, string[]> {
  const reasons = new Map<NotUsedReason, string[]>();
  let isRelated = false;
  for (const { requirementId, weighings, best } of scores) {
    const weighing = weighings.find((candidate) => candidate.holding === holding);
    if (weighing === undefined) continue;
    isRelated = true;
    if (best?.holding === holding || (weighing.exclusion === null && gavePoints)) continue;
    const reason = weighing.exclusion ?? 'weaker';
    reasons.set(reason, [...(reasons.get(reason) ?? []), requirementId]);
  }
  if (!isRelated) reasons.set('unrelated', []);
  return reasons;
}

function keyOf(entry: NotUsed): string {
  return [entry.credentialId, entry.competency.id, entry.reason].join('\n');
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
