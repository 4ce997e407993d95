import type { CompiledProfile } from '../compiled-profile.js';
import type { ScorableHolding } from '../holding.js';
import { compareStandings, type Standing } from '../order.js';
import { scoreCandidate } from '../score-candidate.js';
import type { RequirementState } from '../states.js';
import { MOST_TRIED, smallestSet } from './smallest-set.js';
import { proofOf, type TrialResult, trialOf } from './trial.js';

/** What a full proof of a requirement would be to the candidate as they stand. */
export const STEPS: Readonly<Record<RequirementState, string>> = {
  met: 'prove_better',
  level_short: 'raise_level',
  level_unknown: 'state_level',
  weak_proof: 'strengthen_proof',
  adjacent: 'prove',
  unproven: 'verify',
  missing: 'prove',
};

export interface AdvanceStep {
  readonly requirementId: string;
  readonly state: RequirementState;
  readonly step: string;
}

/** The fewest requirements whose full proof makes a candidate qualified, or passes a rank. */
export interface Advance {
  readonly steps: readonly AdvanceStep[];
  readonly result: TrialResult;
  /** false when there were too many sets to try them all; the set reaches the goal all the same. */
  readonly smallest: boolean;
}

/**
 * @param goal null for the band `qualified`; else the standing of whom to pass
 * @param ordinal of the candidate
 * @returns null when proving everything would not be enough
 */
export function advanceOf(
  compiled: CompiledProfile,
  holdings: readonly ScorableHolding[],
  goal: Standing | null,
  ordinal: number,
  mostTried = MOST_TRIED,
): Advance | null {
  const trial = trialOf(compiled, holdings);
  const reached = (result: TrialResult) =>
    goal === null ? result.band === 'qualified' : compareStandings({ ...result, ordinal }, goal) < 0;
  const found = smallestSet(trial, reached, mostTried);
  if (found === null) return null;
  const { requirements } = scoreCandidate(compiled, holdings);
  const proofs = found.proven.map((index) => proofOf(compiled, index));
  const { band, score } = scoreCandidate(compiled, [...holdings, ...proofs]);
  if (band !== found.result.band || score !== found.result.score) {
    throw new Error('scoring the candidate again does not confirm the set');
  }
  const steps = found.proven.flatMap((index) => {
    const requirement = requirements[index];
    if (requirement === undefined) return [];
    const { requirementId, state } = requirement;
    return [{ requirementId, state, step: STEPS[state] }];
  });
  return { steps, result: found.result, smallest: found.smallest };
}
