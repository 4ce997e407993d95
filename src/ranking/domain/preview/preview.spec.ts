import type { Importance, Requirement, RequirementGroup } from '../../../roles/index.js';
import type { Tally } from '../tally.js';
import { countedProfile, type CountedProfile } from './counted-gates.js';
import { previewOf } from './preview.js';
import { changeProfile } from './profile-change.js';
import { effectCounter } from './requirement-effects.js';
import { tradeOffs } from './trade-offs.js';

function requirement(id: string, importance: Importance, rest: Partial<Requirement> = {}): Requirement {
  return {
    id,
    competencyId: id,
    importance,
    weight: 1,
    level: null,
    group: null,
    allowPartial: true,
    maxAgeMonths: null,
    learnableWeeks: null,
    ...rest,
  };
}
const counted = (requirements: Requirement[], groups: RequirementGroup[] = []) =>
  countedProfile({ requirements, groups });

/** How many people meet which conditions: `a` as asked, `a-` one level lower. */
function tallyOf({ conditions, profile }: CountedProfile, people: readonly (readonly [number, string])[]): Tally {
  const names = conditions.map(({ id }, index) => (index < profile.requirements.length ? id : `${id}-`));
  const words = Math.ceil(names.length / 32);
  const patterns = new Uint32Array(people.length * words);
  people.forEach(([, met], entry) => {
    for (const name of met.split(' ').filter(Boolean)) {
      const condition = names.indexOf(name);
      const word = entry * words + (condition >>> 5);
      patterns[word] = (patterns[word] ?? 0) | (1 << (condition & 31));
    }
  });
  const counts = Uint32Array.from(people, ([count]) => count);
  return { words, patterns, counts, poolSize: counts.reduce((sum, count) => sum + count, 0), sequence: 0 };
}

describe('a preview', () => {
  const profile = counted([
    requirement('a', 'must', { level: 3 }),
    requirement('b', 'must'),
    requirement('c', 'learnable'),
  ]);
  const people = [
    [5, 'a a- b c'],
    [7, 'a- b c'],
    [2, 'b c'],
    [4, 'a a- c'],
    [3, 'a a- b'],
    [20, ''],
  ] as const;
  const preview = previewOf(profile, tallyOf(profile, people));

  it('counts the pool, and those one requirement away', () => {
    expect(preview.pool).toEqual({ all: 41, qualified: 5, readySoon: 3, notYet: 33, near: 16 });
  });

  it('counts what each requirement costs', () => {
    expect(preview.requirements[0]).toEqual({
      requirementId: 'a',
      holding: 12,
      excludesAlone: 9,
      ifDropped: { qualified: 14, readySoon: 3, notYet: 24 },
      ifLearnable: { qualified: 5, readySoon: 12, notYet: 24 },
      ifOneLevelLower: { qualified: 12, readySoon: 3, notYet: 26 },
    });
    expect(preview.requirements[1]).toMatchObject({ holding: 17, excludesAlone: 4, ifOneLevelLower: null });
    expect(preview.requirements[2]).toMatchObject({ excludesAlone: 3, ifLearnable: { qualified: 5 } });
  });

  it('names the change that qualifies most, and what more changes add', () => {
    expect(preview.bestSingleChange).toMatchObject({ requirementId: 'a', change: 'dropped', addsQualified: 9 });
    const changes = preview.tradeOffs.map((one) => [one.changes.map((change) => change.requirementId), one.qualified]);
    expect(changes).toEqual([
      [['a'], 14],
      [['a', 'b'], 18],
      // All with `a` one level lower: something stays asked.
      [['a', 'b', 'c'], 19],
    ]);
  });

  it('lowers where that does as much as dropping', () => {
    const equal = previewOf(profile, tallyOf(profile, [people[0], people[1], people[3]]));
    expect(equal.bestSingleChange).toMatchObject({ requirementId: 'a', change: 'oneLevelLower', addsQualified: 7 });
    expect(equal.tradeOffs[1]).toEqual({
      changes: [
        { requirementId: 'a', change: 'oneLevelLower' },
        { requirementId: 'b', change: 'dropped' },
      ],
      qualified: 16,
      addsQualified: 11,
    });
  });

  it('proposes no change that leaves nothing to ask', () => {
    const only = counted([requirement('a', 'must')]);
    const lone = previewOf(only, tallyOf(only, [[3, '']]));
    expect(lone.requirements[0]?.ifDropped).toEqual({ qualified: 3, readySoon: 0, notYet: 0 });
    expect([lone.bestSingleChange, lone.tradeOffs]).toEqual([null, []]);
  });

  it('drops one and lowers the other of two, rather than ask nothing', () => {
    const two = counted([requirement('a', 'must'), requirement('b', 'must', { level: 2 })]);
    expect(
      previewOf(
        two,
        tallyOf(two, [
          [1, 'b-'],
          [1, ''],
        ]),
      ).tradeOffs,
    ).toEqual([
      {
        changes: [
          { requirementId: 'a', change: 'dropped' },
          { requirementId: 'b', change: 'oneLevelLower' },
        ],
        qualified: 1,
        addsQualified: 1,
      },
    ]);
  });

  it('counts the same in portions as all at once', () => {
    const tally = tallyOf(profile, people);
    const counter = effectCounter(profile, tally);
    const left = people.map(() => counter.count(1));
    expect(left).toEqual([true, true, true, true, true, false]);
    expect(previewOf(profile, tally, counter.effects)).toEqual(preview);
  });

  it('answers noughts for nobody', () => {
    const empty = previewOf(profile, tallyOf(profile, []));
    expect(empty.pool).toEqual({ all: 0, qualified: 0, readySoon: 0, notYet: 0, near: 0 });
    expect([empty.bestSingleChange, empty.tradeOffs, empty.tradeOffsExhaustive]).toEqual([null, [], true]);
  });
});

describe('a group in a preview', () => {
  const profile = counted(
    ['a', 'b', 'c'].map((id) => requirement(id, 'must', { group: 'g' })),
    [{ id: 'g', atLeast: 2 }],
  );

  it('is dearer, not cheaper, without one of more members than it needs', () => {
    const preview = previewOf(
      profile,
      tallyOf(profile, [
        [1, 'a b'],
        [2, 'c'],
      ]),
    );
    expect(preview.pool).toMatchObject({ qualified: 1, near: 2 });
    expect(preview.requirements.map(({ ifDropped }) => ifDropped.qualified)).toEqual([0, 0, 1]);
    expect(preview.requirements.map(({ excludesAlone }) => excludesAlone)).toEqual([0, 0, 0]);
  });

  it('asks for what is left when two are dropped', () => {
    const preview = previewOf(profile, tallyOf(profile, [[4, 'c']]));
    expect(preview.tradeOffs).toMatchObject([
      { changes: [{ requirementId: 'a' }, { requirementId: 'b' }], qualified: 4 },
    ]);
  });
});

describe('the search for trade-offs', () => {
  const ids = Array.from({ length: 100 }, (_, index) => `r${index}`);
  const profile = counted(ids.map((id) => requirement(id, 'must')));
  const without = (...unmet: string[]) => ids.filter((id) => !unmet.includes(id)).join(' ');
  const people = ids.map((id, index) => [100 - index, without(id)] as const);

  it('of a large profile takes the changes that keep out most, and says so', () => {
    const found = previewOf(profile, tallyOf(profile, people));
    expect(found.tradeOffsExhaustive).toBe(false);
    expect(found.tradeOffs.map(({ qualified }) => qualified)).toEqual([100, 199, 297]);
  });

  it('stays within its steps', () => {
    const limits = { changes: 40, steps: 0 };
    expect(tradeOffs(profile, tallyOf(profile, people), 0, null, limits)).toEqual({ tradeOffs: [], exhaustive: false });
  });
});

describe('a change of a profile', () => {
  const profile = {
    requirements: [requirement('a', 'must', { level: 1, group: 'g' }), requirement('b', 'must', { group: 'g' })],
    groups: [{ id: 'g', atLeast: 2 }],
  };

  it('makes a whole group learnable', () => {
    const changed = changeProfile(profile, { requirementId: 'a', change: 'learnable' });
    expect(changed?.requirements.map(({ importance }) => importance)).toEqual(['learnable', 'learnable']);
  });

  it('lets a group ask for what is left', () => {
    const one = changeProfile(profile, { requirementId: 'a', change: 'dropped' });
    expect(one?.groups).toEqual([{ id: 'g', atLeast: 1 }]);
    expect(one && changeProfile(one, { requirementId: 'b', change: 'dropped' })).toEqual({
      requirements: [],
      groups: [],
    });
  });

  it('is none below the lowest level, and none of a requirement that is not there', () => {
    expect(changeProfile(profile, { requirementId: 'a', change: 'oneLevelLower' })).toBeNull();
    expect(changeProfile(profile, { requirementId: 'b', change: 'oneLevelLower' })).toBeNull();
    expect(changeProfile(profile, { requirementId: 'z', change: 'dropped' })).toBeNull();
  });
});
