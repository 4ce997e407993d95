import type { CompiledProfile, CompiledRequirement } from './compiled-profile.js';
import { type Fit, fitOf, NO_FIT } from './fit.js';
import { type ScorableHolding, strengthPercent } from './holding.js';
import type { Relation } from './relation.js';
import type { RequirementState } from './states.js';

/** Why a holding earns nothing although its competency has to do with the requirement. */
export type Exclusion =
  | 'not_verified'
  | 'expired'
  | 'too_old'
  /** The requirement sets a maximum age and the credential does not say since when it is valid. */
  | 'age_unknown'
  | 'partial_not_allowed'
  | 'no_strength';

/** One holding held against one requirement. */
export interface Weighing<H extends ScorableHolding = ScorableHolding> extends Fit {
  readonly holding: H;
  readonly relation: Relation;
  readonly strength: number;
  /** The state that this holding alone would give the requirement; null when it gives none. */
  readonly supports: RequirementState | null;
  readonly exclusion: Exclusion | null;
}

/** @returns null when the frameworks know no way from the held competency to the required one */
export function weigh<H extends ScorableHolding>(
  holding: H,
  compiled: CompiledRequirement,
  { clock, policy }: Pick<CompiledProfile, 'clock' | 'policy'>,
): Weighing<H> | null {
  const relation = compiled.relations.get(holding.competencyId);
  if (relation === undefined) return null;
  const { requirement } = compiled;
  const isFull = relation.percent >= policy.thresholds.fullRelation;
  const strength = strengthPercent(holding);
  const base = { holding, relation, strength };
  const nothing = { ...base, ...NO_FIT, supports: null };

  const outOfDate = outOfDateReason(holding, compiled.notBefore, clock);
  const partialOff = !isFull && !requirement.allowPartial;
  const worth = fitOf(strength, relation.percent, holding.level, requirement.level, policy);
  if (holding.verdict !== 'verified') {
    // The range asks what it would be worth if it were verified, so the other rules still apply to it. `unproven` only
    // says that something claims the competency, at whatever date.
    const wouldCount = holding.verdict === 'unverifiable' && outOfDate === null && !partialOff;
    const supports = isFull ? 'unproven' : null;
    return { ...base, fit: 0, low: 0, high: wouldCount ? worth.high : 0, supports, exclusion: 'not_verified' };
  }
  if (outOfDate !== null) return { ...nothing, exclusion: outOfDate };
  if (partialOff) return { ...nothing, exclusion: 'partial_not_allowed' };
  return {
    ...base,
    ...worth,
    supports: isFull
      ? fullState(strength, holding.level, requirement.level, policy.thresholds.metStrength)
      : partialState(worth),
    exclusion: strength === 0 ? 'no_strength' : null,
  };
}

function outOfDateReason(holding: ScorableHolding, notBefore: Date | null, clock: Date): Exclusion | null {
  if (holding.validUntil !== null && holding.validUntil <= clock) return 'expired';
  if (notBefore === null) return null;
  if (holding.validFrom === null) return 'age_unknown';
  return holding.validFrom < notBefore ? 'too_old' : null;
}

function fullState(strength: number, held: number | null, required: number | null, metStrength: number) {
  if (strength < metStrength) return 'weak_proof';
  if (required === null) return 'met';
  if (held === null) return 'level_unknown';
  return held >= required ? 'met' : 'level_short';
}

function partialState({ fit }: Fit): RequirementState | null {
  return fit > 0 ? 'adjacent' : null;
}
