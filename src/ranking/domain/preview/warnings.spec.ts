import type { Requirement } from '../../../roles/index.js';
import type { Tally } from '../tally.js';
import { countedProfile } from './counted-gates.js';
import { countEffects } from './requirement-effects.js';
import { type LinterFacts, warningsOf } from './warnings.js';

const requirement = (id: string, rest: Partial<Requirement> = {}): Requirement => ({
  id,
  competencyId: id,
  importance: 'must',
  weight: 1,
  level: null,
  group: null,
  allowPartial: true,
  maxAgeMonths: null,
  learnableWeeks: null,
  ...rest,
});

/** 10 people: 3 meet a and b, 2 meet a alone, 5 meet nothing. */
function warnings(requirements: Requirement[], facts: Partial<LinterFacts> = {}) {
  const counted = countedProfile({ requirements, groups: [{ id: 'g', atLeast: 1 }] });
  const tally: Tally = {
    words: 1,
    patterns: Uint32Array.from([0b11, 0b01, 0b00]),
    counts: Uint32Array.from([3, 2, 5]),
    poolSize: 10,
    sequence: 0,
  };
  const { requirements: effects } = countEffects(counted, tally);
  const none: LinterFacts = { labelOf: (id) => id, canStandFor: () => false };
  return warningsOf(counted, tally, effects, { ...none, ...facts });
}

describe('the linter of a profile', () => {
  it('warns of musts that more than half of the pool does not meet', () => {
    // a is met by 5 of 10, which is half; b by 3, so that 7 are shut out.
    expect(warnings([requirement('a'), requirement('b')])).toEqual([
      { code: 'shuts_most_out', requirementIds: ['b'], people: 7, text: '"b" as a must shuts out 7 of 10 people' },
    ]);
    expect(warnings([requirement('a'), requirement('b', { importance: 'nice' })])).toEqual([]);
    expect(warnings([requirement('a', { group: 'g' }), requirement('b', { group: 'g' })])).toEqual([]);
  });

  it('warns of two that one proof can meet, with how many meet both', () => {
    const canStandFor = (held: string, required: string) => held === 'b' && required === 'a';
    const nice = { importance: 'nice' as const };
    expect(warnings([requirement('a', nice), requirement('b', nice)], { canStandFor })).toMatchObject([
      { code: 'near_duplicate', requirementIds: ['a', 'b'], people: 3 },
    ]);
    const alternatives = [requirement('a', { ...nice, group: 'g' }), requirement('b', { ...nice, group: 'g' })];
    expect(warnings(alternatives, { canStandFor })).toEqual([]);
  });

  it('warns of what stands for a skill, with how many do not have it', () => {
    const labelOf = (id: string) => (id === 'b' ? "Bachelor's degree" : id);
    const found = warnings([requirement('a'), requirement('b', { importance: 'learnable' })], { labelOf });
    expect(found).toMatchObject([{ code: 'proxy', requirementIds: ['b'], people: 7 }]);
    expect(found[0]?.text).toContain('names a degree ("Bachelor\'s degree")');
  });
});
