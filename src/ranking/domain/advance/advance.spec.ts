import fc from 'fast-check';
import { anyWorld } from '../../../../test/support/scoring-worlds.js';
import type { ScoringWorld } from '../../../../test/support/scoring-vectors.js';
import { compileProfile } from '../compiled-profile.js';
import { compareStandings, order } from '../order.js';
import { scoreCandidate } from '../score-candidate.js';
import { DEFAULT_SCORING_POLICY } from '../scoring-policy.js';
import { advanceOf } from './advance.js';
import { proofOf } from './trial.js';

const compiledOf = ({ profile, relations, clock }: ScoringWorld) =>
  compileProfile(profile, relations, DEFAULT_SCORING_POLICY, clock);

function standingsOf(world: ScoringWorld) {
  const compiled = compiledOf(world);
  return order(
    world.candidates.map(({ holdings }, ordinal) => {
      const { band, score } = scoreCandidate(compiled, holdings);
      return { band, score, ordinal, holdings };
    }),
  );
}

/** The least number of proofs by scoring again with every set of them; null when none is enough. */
function fewest(
  world: ScoringWorld,
  person: number,
  goal: ReturnType<typeof standingsOf>[number] | null,
): number | null {
  const compiled = compiledOf(world);
  const holdings = world.candidates[person]?.holdings ?? [];
  const size = world.profile.requirements.length;
  let least: number | null = null;
  for (let set = 0; set < 2 ** size; set += 1) {
    const proven = Array.from({ length: size }, (_, index) => index).filter((index) => (set >> index) % 2 === 1);
    const result = scoreCandidate(compiled, [...holdings, ...proven.map((index) => proofOf(compiled, index))]);
    const reached =
      goal === null ? result.band === 'qualified' : compareStandings({ ...result, ordinal: person }, goal) < 0;
    if (reached && (least === null || proven.length < least)) least = proven.length;
  }
  return least;
}

describe('what would move a candidate', () => {
  it('is the smallest set that scoring again by every set finds, for the band and for every rank', () => {
    let several = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const compiled = compiledOf(world);
        for (const goal of [null, ...standingsOf(world)]) {
          world.candidates.forEach(({ holdings }, person) => {
            if (goal?.ordinal === person) return;
            const found = advanceOf(compiled, holdings, goal, person);
            const least = fewest(world, person, goal);
            expect(found?.steps.length ?? null).toBe(least);
            expect(found?.smallest ?? true).toBe(true);
            several += (least ?? 0) > 1 ? 1 : 0;
          });
        }
      }),
      { numRuns: 60 },
    );
    expect(several).toBeGreaterThan(0);
  });

  it('reaches the goal also where there are too many sets to try, and needs each part of what it names', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const compiled = compiledOf(world);
        world.candidates.forEach(({ holdings }, person) => {
          const found = advanceOf(compiled, holdings, null, person, 0);
          if (found === null) return;
          expect(found.result.band).toBe('qualified');
          const indexes = found.steps.map(({ requirementId }) =>
            world.profile.requirements.findIndex(({ id }) => id === requirementId),
          );
          for (const left of indexes) {
            const proofs = indexes.filter((index) => index !== left).map((index) => proofOf(compiled, index));
            expect(scoreCandidate(compiled, [...holdings, ...proofs]).band).not.toBe('qualified');
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
