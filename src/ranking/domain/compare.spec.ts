import fc from 'fast-check';
import { anyWorld } from '../../../test/support/scoring-worlds.js';
import { ownVectors, type ScoringWorld } from '../../../test/support/scoring-vectors.js';
import { compare } from './compare.js';
import { compileProfile } from './compiled-profile.js';
import { explain } from './explain.js';
import { DEFAULT_SCORING_POLICY, FORMULA } from './scoring-policy.js';

function compared(world: ScoringWorld, a: string, b: string) {
  const compiled = compileProfile(world.profile, world.relations, DEFAULT_SCORING_POLICY, world.clock);
  const basis = {
    formula: FORMULA,
    policyVersion: 1,
    profileVersion: 1,
    frameworkVersions: [],
    levelMapsVersion: 1,
    asOf: world.clock,
  };
  const side = (candidateId: string) => {
    const ordinal = world.candidates.findIndex(({ id }) => id === candidateId);
    const holdings = world.candidates[ordinal]?.holdings ?? [];
    const place = { candidateId, rank: ordinal + 1, poolSize: world.candidates.length };
    return { ordinal, explanation: explain(compiled, holdings, place, basis, (id) => id) };
  };
  return compare(side(a), side(b), basis);
}

function world(name: string): ScoringWorld {
  const found = ownVectors().find((vector) => vector.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}

describe('compare', () => {
  it('says that the band decides, even against a higher score', () => {
    const comparison = compared(world('bands-before-scores'), 'poor', 'rich');
    expect(comparison).toMatchObject({ above: 'a', decidedBy: 'band', scoreDifference: 20000 - 990000 });
    expect(comparison.sentences[1]).toBe(
      'Decided by the band: "qualified" comes before "not yet". What keeps the second back: "m" (must) is not met: ' +
        'nothing held has to do with it. The score does not decide between bands (20,000 against 990,000 points).',
    );
  });

  it('says so when it is the other way round', () => {
    const comparison = compared(world('bands-before-scores'), 'rich', 'poor');
    expect(comparison.above).toBe('b');
    expect(comparison.sentences[0]).toBe('The second candidate (rank 3) stands above the first (rank 1).');
  });

  it('decides by the score inside a band and shows where it comes from', () => {
    const comparison = compared(world('ties'), 'second', 'first');
    expect(comparison).toMatchObject({ above: 'a', decidedBy: 'score', scoreDifference: 60 });
    expect(comparison.requirements).toEqual([
      {
        requirementId: 'r',
        competency: { id: 'need', label: 'need' },
        a: { state: 'met', points: 12060, credentialId: 'cred-e' },
        b: { state: 'met', points: 12000, credentialId: 'cred-a' },
        difference: 60,
        text: '"need" (must): both met; 12,060 against 12,000 points',
      },
    ]);
  });

  it('falls back on the order of creation', () => {
    const comparison = compared(world('ties'), 'third', 'first');
    expect(comparison).toMatchObject({ above: 'b', decidedBy: 'order', scoreDifference: 0 });
    expect(comparison.sentences).toContain('1 requirement alike in state and points.');
  });

  it('compares a candidate with themselves without inventing a winner', () => {
    expect(compared(world('ties'), 'first', 'first')).toMatchObject({
      above: null,
      decidedBy: null,
      scoreDifference: 0,
    });
  });

  it('turns round with its sides, and its differences sum to that of the scores', () => {
    fc.assert(
      fc.property(anyWorld, (random) => {
        const [first, last] = [random.candidates[0], random.candidates.at(-1)];
        if (first === undefined || last === undefined || first === last) return;
        const there = compared(random, first.id, last.id);
        const back = compared(random, last.id, first.id);
        expect([there.above, back.above].sort()).toEqual(['a', 'b']);
        expect(there.decidedBy).toBe(back.decidedBy);
        expect(there.requirements.reduce((sum, { difference }) => sum + difference, 0)).toBe(there.scoreDifference);
      }),
    );
  });
});
