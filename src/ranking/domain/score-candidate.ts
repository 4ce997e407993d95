import type { CompiledProfile } from './compiled-profile.js';
import { type Band, bandOf, type Gate, gatesOf } from './gates.js';
import { countedOf, totalOf } from './group-total.js';
import type { ScorableHolding } from './holding.js';
import { scorePercent } from './score-percent.js';
import { type RequirementScore, scoreRequirement } from './score-requirement.js';

export interface CandidateScore<H extends ScorableHolding = ScorableHolding> {
  readonly band: Band;
  readonly score: number;
  readonly maxScore: number;
  readonly scorePercent: string;
  readonly scoreLow: number;
  readonly scoreHigh: number;
  /** In profile order. */
  readonly requirements: readonly RequirementScore<H>[];
  /** Which of the requirements count in the score, in profile order; groups drop their weaker members. */
  readonly counted: readonly boolean[];
  readonly gates: readonly Gate[];
}

/** Formula credence-1 for one candidate; the same holdings in any order give the same answer, to the byte. */
export function scoreCandidate<H extends ScorableHolding>(
  compiled: CompiledProfile,
  holdings: readonly H[],
): CandidateScore<H> {
  const { profile, maxScore } = compiled;
  const requirements = compiled.requirements.map((requirement) => scoreRequirement(requirement, holdings, compiled));
  const met = new Set(requirements.filter(({ state }) => state === 'met').map(({ requirementId }) => requirementId));
  const gates = gatesOf(profile, (id) => met.has(id));
  const points = requirements.map((requirement) => requirement.points);
  const score = totalOf(profile, points);
  return {
    band: bandOf(gates),
    score,
    maxScore,
    scorePercent: scorePercent(score, maxScore),
    // Each end of the range takes its own k best of a group.
    scoreLow: totalOf(
      profile,
      requirements.map((requirement) => requirement.pointsLow),
    ),
    scoreHigh: totalOf(
      profile,
      requirements.map((requirement) => requirement.pointsHigh),
    ),
    requirements,
    counted: countedOf(profile, points),
    gates,
  };
}
