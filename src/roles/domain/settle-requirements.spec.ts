import type { KnownCompetency, RequirementDraft } from './profile-draft.js';
import { settleRequirements } from './settle-requirements.js';

const known = (id: string): KnownCompetency => ({ id, uri: `urn:${id}`, label: id, topLevel: 5, provable: true });
const draft = (overrides: Partial<RequirementDraft> = {}): RequirementDraft => ({
  importance: 'must',
  weight: 1,
  ...overrides,
});

/** Ids are made as `new-1`, `new-2`..., in a second call as `newer-1`... */
function settle(
  drafts: RequirementDraft[],
  competencies: string[],
  before: ReturnType<typeof settleRequirements> = [],
) {
  let made = 0;
  const word = before.length === 0 ? 'new' : 'newer';
  return settleRequirements(drafts, competencies.map(known), before, () => `${word}-${++made}`);
}

describe('settleRequirements', () => {
  it('fills in what was left open', () => {
    expect(settle([draft()], ['sql'])).toEqual([
      {
        id: 'new-1',
        competencyId: 'sql',
        importance: 'must',
        weight: 1,
        level: null,
        group: null,
        allowPartial: true,
        maxAgeMonths: null,
        learnableWeeks: null,
      },
    ]);
  });

  it('keeps ids over an edit, sent or not, also when the order changes', () => {
    const before = settle([draft({ id: 'mine' }), draft()], ['sql', 'python']);
    const after = settle([draft({ weight: 5 }), draft(), draft({ level: 2 })], ['python', 'r', 'sql'], before);
    expect(after.map(({ id, competencyId }) => [id, competencyId])).toEqual([
      ['new-1', 'python'],
      ['newer-1', 'r'],
      ['mine', 'sql'],
    ]);
  });

  it('gives two requirements of one competency two ids', () => {
    const before = settle([draft(), draft({ maxAgeMonths: 12 })], ['sql', 'sql']);
    const after = settle([draft({ id: 'new-1' }), draft(), draft({ level: 3 })], ['sql', 'sql', 'sql'], before);
    expect(after.map(({ id }) => id)).toEqual(['new-1', 'new-2', 'newer-1']);
  });
});
