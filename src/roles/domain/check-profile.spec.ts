import { checkProfile, type FoundCompetency } from './check-profile.js';
import type { RequirementDraft } from './profile-draft.js';

const sql: FoundCompetency = { id: 'c-sql', uri: 'urn:sql', label: 'SQL', topLevel: 5, provable: true };
const python: FoundCompetency = { id: 'c-python', uri: 'urn:python', label: 'Python', topLevel: 5, provable: true };

function must(overrides: Partial<RequirementDraft> = {}): RequirementDraft {
  return { competencyUri: 'urn:x', importance: 'must', weight: 10, ...overrides };
}

/** Pointer and code of every problem. */
function problems(
  requirements: RequirementDraft[],
  found: FoundCompetency[],
  groups: { id: string; atLeast: number }[] = [],
) {
  return checkProfile({ title: 'Analyst', requirements, groups }, found).map(({ pointer, code }) => [pointer, code]);
}

describe('checkProfile', () => {
  it('keeps a sound profile', () => {
    expect(
      problems(
        [must(), must({ group: 'g' }), must({ group: 'g', level: 5 })],
        [sql, python, sql],
        [{ id: 'g', atLeast: 2 }],
      ),
    ).toEqual([]);
  });

  it('lets the same competency be asked for twice in different ways', () => {
    expect(problems([must(), must({ importance: 'nice', maxAgeMonths: 24 })], [sql, sql])).toEqual([]);
  });

  it('lets something nice be asked for that cannot be proven', () => {
    expect(problems([must({ importance: 'nice' })], [{ ...sql, provable: false }])).toEqual([]);
  });

  it('refuses a profile without requirements', () => {
    expect(problems([], [])).toEqual([['/requirements', 'no-requirement']]);
  });

  it.each([
    ['neither id nor uri', must({ competencyUri: undefined }), 'unknown', '/requirements/0', 'no-competency'],
    ['a uri that nothing has', must(), 'unknown', '/requirements/0/competencyUri', 'unknown-competency'],
    [
      'an id that nothing has',
      must({ competencyId: 'x' }),
      'unknown',
      '/requirements/0/competencyId',
      'unknown-competency',
    ],
    [
      'id and uri of two',
      must({ competencyId: 'x' }),
      'mismatch',
      '/requirements/0/competencyUri',
      'competency-mismatch',
    ],
    [
      'a must that no credential can prove',
      must(),
      { ...sql, provable: false },
      '/requirements/0/competencyUri',
      'cannot-be-proven',
    ],
    ['a level above the scale', must({ level: 6 }), sql, '/requirements/0/level', 'level-above-scale'],
  ] as const)('refuses %s', (_, requirement, found, pointer, code) => {
    expect(problems([requirement], [found])).toEqual([[pointer, code]]);
  });

  it('refuses the very same requirement twice, and an id twice', () => {
    expect(problems([must({ id: 'a' }), must({ id: 'a' })], [sql, sql])).toEqual([
      ['/requirements/1/id', 'duplicate-id'],
      ['/requirements/1', 'duplicate-requirement'],
    ]);
  });

  it('refuses groups that cannot be met or told', () => {
    const requirements = [
      must({ group: 'g' }),
      must({ group: 'g', importance: 'nice' }),
      must({ group: 'h', level: 2 }),
    ];
    const groups = [
      { id: 'g', atLeast: 3 },
      { id: 'empty', atLeast: 1 },
      { id: 'g', atLeast: 1 },
    ];
    expect(problems(requirements, [sql, python, sql], groups)).toEqual([
      ['/groups/0/atLeast', 'group-too-small'],
      ['/groups/1/atLeast', 'group-too-small'],
      ['/groups/2/id', 'duplicate-id'],
      ['/requirements/1/importance', 'mixed-importance'],
      ['/requirements/2/group', 'unknown-group'],
    ]);
  });
});
