import fc from 'fast-check';
import { BANDS } from '../../src/ranking/domain/gates.js';
import type { PoolFilter } from '../../src/ranking/domain/pool-filter.js';
import { REQUIREMENT_STATES } from '../../src/ranking/domain/states.js';
import type { ScoringWorld } from './scoring-vectors.js';

/** Filters that the profile of a world allows. */
export const anyFilter = (world: ScoringWorld): fc.Arbitrary<PoolFilter> => {
  const id = fc.constantFrom(...world.profile.requirements.map((requirement) => requirement.id));
  const gating = world.profile.requirements.filter(({ level, importance }) => level !== null && importance !== 'nice');
  const shortOnly =
    gating.length === 0
      ? fc.constant(undefined)
      : fc.option(fc.constantFrom(...gating.map((one) => one.id)), { nil: undefined, freq: 2 });
  return fc.record({
    states: fc.uniqueArray(
      fc.record({
        requirementId: id,
        states: fc.uniqueArray(fc.constantFrom(...REQUIREMENT_STATES), { minLength: 1 }),
      }),
      { maxLength: 2, selector: ({ requirementId }) => requirementId },
    ),
    shortOnly,
    tiers: fc.option(fc.constantFrom(['trusted'], ['known'], ['trusted', 'known']), { nil: undefined, freq: 2 }),
    leastProof: fc.option(fc.constantFrom(30, 85, 100), { nil: undefined, freq: 2 }),
    bands: fc.option(fc.constantFrom([...BANDS], ['readySoon', 'notYet'] as const), { nil: undefined, freq: 2 }),
  });
};
