import type { CompiledProfile } from '../compiled-profile.js';
import { type Band, gatesOf, bandOf } from '../gates.js';
import { totalOf } from '../group-total.js';
import type { ScorableHolding } from '../holding.js';
import { scoreCandidate } from '../score-candidate.js';
import { weigh } from '../weighing.js';

/** What a candidate would have after some requirements were fully proven. */
export interface TrialResult {
  readonly band: Band;
  readonly score: number;
}

/**
 * A candidate, and for each requirement what changes if it were fully proven: by a verified credential for that very
 * competency at the level asked for, with strength 100, valid from now on. One such proof may serve other requirements too.
 */
export interface Trial {
  /** Indexes of the requirements whose full proof changes anything, in profile order. */
  readonly useful: readonly number[];
  readonly now: TrialResult;
  /** @param proven indexes of requirements, in profile order */
  after(proven: readonly number[]): TrialResult;
}

interface Effect {
  readonly points: number;
  readonly met: boolean;
}

export function trialOf(compiled: CompiledProfile, holdings: readonly ScorableHolding[]): Trial {
  const { profile } = compiled;
  const score = scoreCandidate(compiled, holdings);
  const base: Effect[] = score.requirements.map(({ points, state }) => ({ points, met: state === 'met' }));
  const effects = profile.requirements.map((_, proven) => effectsOf(compiled, proofOf(compiled, proven)));
  const after = (proven: readonly number[]): TrialResult => {
    const points = base.map((one, index) =>
      proven.reduce((most, change) => Math.max(most, effects[change]?.[index]?.points ?? 0), one.points),
    );
    const met = new Set(
      profile.requirements
        .filter((_, index) => base[index]?.met === true || proven.some((change) => effects[change]?.[index]?.met))
        .map(({ id }) => id),
    );
    return { band: bandOf(gatesOf(profile, (id) => met.has(id))), score: totalOf(profile, points) };
  };
  const helps = (effect: Effect, index: number) =>
    effect.points > (base[index]?.points ?? 0) || (effect.met && base[index]?.met !== true);
  const useful = effects.flatMap((effect, index) => (effect.some(helps) ? [index] : []));
  return { useful, now: { band: score.band, score: score.score }, after };
}

/** The full proof of one requirement, as a holding. */
export function proofOf({ profile, clock }: CompiledProfile, index: number): ScorableHolding {
  const requirement = profile.requirements[index];
  if (requirement === undefined) throw new Error('a proof is of a requirement of the profile');
  return {
    // Sorts behind every id, so that it never takes the place of an equal holding that is real.
    credentialId: `~${index}`,
    competencyId: requirement.competencyId,
    verdict: 'verified',
    level: requirement.level,
    proof: 100,
    trust: 100,
    validFrom: clock,
    validUntil: null,
  };
}

function effectsOf(compiled: CompiledProfile, proof: ScorableHolding): readonly Effect[] {
  return compiled.requirements.map((requirement) => {
    const weighing = weigh(proof, requirement, compiled);
    if (weighing === null) return { points: 0, met: false };
    return { points: requirement.requirement.weight * weighing.fit, met: weighing.supports === 'met' };
  });
}
