import { diffSentences } from './diff-sentences.js';
import { diffProfiles } from './profile-diff.js';
import type { Requirement } from './requirement.js';

const requirement = (id: string, rest: Partial<Requirement> = {}): Requirement => ({
  id,
  competencyId: id,
  importance: 'must',
  weight: 10,
  level: null,
  group: null,
  allowPartial: true,
  maxAgeMonths: null,
  learnableWeeks: null,
  ...rest,
});
const before = {
  title: 'Analyst',
  requirements: [requirement('sql', { level: 2 }), requirement('python'), requirement('excel')],
  groups: [{ id: 'g', atLeast: 1 }],
};
const after = {
  title: 'Data analyst',
  requirements: [
    requirement('sql', { level: 3, weight: 20, allowPartial: false }),
    requirement('excel'),
    requirement('git', { importance: 'nice', group: 'h' }),
  ],
  groups: [{ id: 'h', atLeast: 2 }],
};

describe('the diff of a profile', () => {
  it('knows requirements by their id, and says which fields are others', () => {
    const diff = diffProfiles(before, after);
    expect(diff.requirements.map(({ requirementId, kind }) => [requirementId, kind])).toEqual([
      ['sql', 'changed'],
      ['git', 'added'],
      ['python', 'removed'],
    ]);
    expect(diff.requirements[0]?.fields).toEqual([
      { field: 'weight', from: 10, to: 20 },
      { field: 'level', from: 2, to: 3 },
      { field: 'allowPartial', from: true, to: false },
    ]);
    expect(diff.groups).toEqual([
      { groupId: 'g', from: 1, to: null },
      { groupId: 'h', from: null, to: 2 },
    ]);
  });

  it('says it in words', () => {
    expect(diffSentences(diffProfiles(before, after), (id) => id.toUpperCase())).toEqual([
      'The title was "Analyst" and is "Data analyst".',
      '"SQL": weight from 10 to 20; level from 2 to 3; partial matches from counted to not counted.',
      '"GIT" is asked for anew: nice, weight 10, in group "h".',
      '"PYTHON" is no longer asked for (it was must, weight 10).',
      'Group "g" is gone (it asked for 1).',
      'Group "h" is new and asks for 2.',
    ]);
  });

  it('is nothing between the same', () => {
    expect(diffProfiles(after, after)).toEqual({ title: null, requirements: [], groups: [] });
    expect(diffSentences(diffProfiles(after, after), String)).toEqual([]);
  });
});
