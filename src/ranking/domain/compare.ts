import type { ComparedCandidate, ComparedExplanation, ComparedRequirement, Comparison } from './comparison.js';
import { comparisonSentences } from './comparison-sentences.js';
import type { Explanation, RankingBasis, RequirementExplanation } from './explanation.js';
import { compareStandings, decidingRule } from './order.js';
import { TIE_RULE } from './scoring-policy.js';
import { inWords, STATE_WORDS } from './wording.js';

/**
 * Why one of two candidates stands above the other: the deciding rule first, then line by line. Both explanations must
 * come from the same compiled profile.
 */
export function compare(a: ComparedExplanation, b: ComparedExplanation, basis: RankingBasis): Comparison {
  const isSame = a.explanation.candidateId === b.explanation.candidateId;
  const standingA = { ...a.explanation, ordinal: a.ordinal };
  const standingB = { ...b.explanation, ordinal: b.ordinal };
  const comparison = {
    a: candidate(a.explanation),
    b: candidate(b.explanation),
    above: isSame ? null : compareStandings(standingA, standingB) < 0 ? ('a' as const) : ('b' as const),
    decidedBy: isSame ? null : decidingRule(standingA, standingB),
    scoreDifference: a.explanation.score - b.explanation.score,
    requirements: a.explanation.requirements.map((requirement, index) =>
      comparedRequirement(requirement, b.explanation.requirements[index] as RequirementExplanation),
    ),
    tieRule: TIE_RULE,
    ...basis,
  };
  return { ...comparison, sentences: comparisonSentences(comparison, a.explanation, b.explanation) };
}

function candidate({ candidateId, rank, band, score, scorePercent }: Explanation): ComparedCandidate {
  return { candidateId, rank, band, score, scorePercent };
}

function comparedRequirement(a: RequirementExplanation, b: RequirementExplanation): ComparedRequirement {
  const difference = a.points - b.points;
  const states =
    a.state === b.state
      ? `both ${STATE_WORDS[a.state]}`
      : `first ${STATE_WORDS[a.state]}, second ${STATE_WORDS[b.state]}`;
  return {
    requirementId: a.requirementId,
    competency: a.competency,
    a: { state: a.state, points: a.points, credentialId: a.best?.credentialId ?? null },
    b: { state: b.state, points: b.points, credentialId: b.best?.credentialId ?? null },
    difference,
    text: `"${a.competency.label}" (${a.importance}): ${states}; ${inWords(a.points)} against ${inWords(b.points)} points`,
  };
}
