import type { CompiledProfile, CompiledRequirement } from './compiled-profile.js';
import type { ScorableHolding } from './holding.js';
import { firstState, type RequirementState } from './states.js';
import { weigh, type Weighing } from './weighing.js';

/** What one candidate earns from one requirement, before a group drops its weaker members. */
export interface RequirementScore<H extends ScorableHolding = ScorableHolding> {
  readonly requirementId: string;
  readonly state: RequirementState;
  /** 0 to weight x 10000. */
  readonly points: number;
  readonly pointsLow: number;
  readonly pointsHigh: number;
  /** The holding that gave the points; null when there are none. */
  readonly best: Weighing<H> | null;
  /** The holding that gave the state; null for `missing`. Often, not always, the best one. */
  readonly decisive: Weighing<H> | null;
  /** Everything of the candidate that has to do with the requirement, best first. */
  readonly weighings: readonly Weighing<H>[];
}

/** Points are weight x the best fit, never a sum: cutting one credential into ten changes nothing. */
export function scoreRequirement<H extends ScorableHolding>(
  compiled: CompiledRequirement,
  holdings: readonly H[],
  profile: Pick<CompiledProfile, 'clock' | 'policy'>,
): RequirementScore<H> {
  const weighings = holdings.flatMap((holding) => weigh(holding, compiled, profile) ?? []).sort(byFitThenCredential);
  const first = weighings[0];
  const best = first !== undefined && first.fit > 0 ? first : null;
  const state = firstState(weighings.flatMap((weighing) => weighing.supports ?? []));
  const { id, weight } = compiled.requirement;
  return {
    requirementId: id,
    state,
    points: pointsFor(weight, weighings, 'fit'),
    pointsLow: pointsFor(weight, weighings, 'low'),
    pointsHigh: pointsFor(weight, weighings, 'high'),
    best,
    decisive: weighings.find((weighing) => weighing.supports === state) ?? null,
    weighings,
  };
}

/** @returns whole points, 0 to weight x 10000; 0 when nothing held is related */
export function pointsFor(weight: number, weighings: readonly Weighing[], end: 'fit' | 'low' | 'high'): number {
  return weight * weighings.reduce((most, weighing) => Math.max(most, weighing[end]), 0);
}

/** The ids make it a total order, so that the order of the holdings never shows. */
function byFitThenCredential(a: Weighing, b: Weighing): number {
  return (
    b.fit - a.fit ||
    compareText(a.holding.credentialId, b.holding.credentialId) ||
    b.relation.percent - a.relation.percent ||
    compareText(a.holding.competencyId, b.holding.competencyId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
