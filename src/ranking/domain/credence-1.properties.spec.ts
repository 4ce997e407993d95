import fc from 'fast-check';
import { anyHolding, anyWorld } from '../../../test/support/scoring-worlds.js';
import type { ScoringWorld } from '../../../test/support/scoring-vectors.js';
import { compileProfile } from './compiled-profile.js';
import type { ScorableHolding } from './holding.js';
import { scoreCandidate } from './score-candidate.js';
import { SCORING_INPUTS } from './scoring-inputs.js';
import { DEFAULT_SCORING_POLICY } from './scoring-policy.js';

function compile({ profile, relations, clock }: Pick<ScoringWorld, 'profile' | 'relations' | 'clock'>) {
  return compileProfile(profile, relations, DEFAULT_SCORING_POLICY, clock);
}

function score(world: ScoringWorld, holdings: readonly ScorableHolding[]) {
  return scoreCandidate(compile(world), holdings);
}

const firstHoldings = (world: ScoringWorld) => world.candidates[0]?.holdings ?? [];

describe('the properties of credence-1', () => {
  it('gives the same answer whatever the order of the holdings', () => {
    const worldAndOrder = anyWorld.chain((world) => {
      const holdings = firstHoldings(world);
      return fc.tuple(
        fc.constant(world),
        fc.shuffledSubarray([...holdings], { minLength: holdings.length, maxLength: holdings.length }),
      );
    });
    fc.assert(
      fc.property(worldAndOrder, ([world, shuffled]) => {
        expect(score(world, shuffled)).toEqual(score(world, firstHoldings(world)));
      }),
    );
  });

  it('never lowers score, range or any points for one more verified holding', () => {
    fc.assert(
      fc.property(anyWorld, anyHolding, (world, extra) => {
        const before = score(world, firstHoldings(world));
        const after = score(world, [...firstHoldings(world), { ...extra, verdict: 'verified', credentialId: 'new' }]);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.scoreLow).toBeGreaterThanOrEqual(before.scoreLow);
        expect(after.scoreHigh).toBeGreaterThanOrEqual(before.scoreHigh);
        after.requirements.forEach((requirement, index) => {
          expect(requirement.points).toBeGreaterThanOrEqual(before.requirements[index]?.points ?? Infinity);
        });
      }),
    );
  });

  it('gives nothing for cutting one credential into ten', () => {
    fc.assert(
      fc.property(anyWorld, anyHolding, (world, whole) => {
        const pieces = Array.from({ length: 10 }, (_, piece) => ({
          ...whole,
          credentialId: `${whole.credentialId}-${piece}`,
        }));
        const numbers = (holdings: readonly ScorableHolding[]) => {
          const { band, score: points, scoreLow, scoreHigh, requirements } = score(world, holdings);
          return { band, points, scoreLow, scoreHigh, states: requirements.map(({ state }) => state) };
        };
        expect(numbers([...firstHoldings(world), ...pieces])).toEqual(numbers([...firstHoldings(world), whole]));
      }),
    );
  });

  it('adds the points that count up to the score, inside its range and its maximum', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const result = score(world, firstHoldings(world));
        const sum = result.requirements.reduce(
          (total, { points }, index) => total + (result.counted[index] ? points : 0),
          0,
        );
        expect(sum).toBe(result.score);
        expect(result.scoreLow).toBeLessThanOrEqual(result.score);
        expect(result.score).toBeLessThanOrEqual(result.scoreHigh);
        expect(result.scoreHigh).toBeLessThanOrEqual(result.maxScore);
      }),
    );
  });

  it('lets no nice-to-have gate', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const withoutNice = world.profile.requirements.filter(({ importance }) => importance !== 'nice');
        const gating = { ...world, profile: { ...world.profile, requirements: withoutNice } };
        expect(score(world, firstHoldings(world)).band).toBe(score(gating, firstHoldings(world)).band);
      }),
    );
  });

  it('reads nothing that is not on the published list', () => {
    const named = (of: string) => SCORING_INPUTS.filter((input) => input.of === of).map(({ name }) => name);
    const person = { name: 'Ada', school: 'Somewhere', hours: 200, age: 61, jsonPath: '/', tier: 'trusted' };
    fc.assert(
      fc.property(anyWorld, (world) => {
        const read = { holding: new Set<string>(), requirement: new Set<string>(), group: new Set<string>() };
        const watched = {
          requirements: world.profile.requirements.map((requirement) =>
            recording({ ...requirement, ...person }, read.requirement),
          ),
          groups: world.profile.groups.map((group) => recording({ ...group, ...person }, read.group)),
        };
        const holdings = firstHoldings(world).map((holding) => recording({ ...holding, ...person }, read.holding));
        scoreCandidate(compile({ ...world, profile: watched }), holdings);
        for (const [of, names] of Object.entries(read)) expect(named(of)).toEqual(expect.arrayContaining([...names]));
      }),
    );
  });
});

function recording<T extends object>(target: T, read: Set<string>): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      if (typeof name === 'string') read.add(name);
      return Reflect.get(object, name, receiver) as unknown;
    },
  });
}
