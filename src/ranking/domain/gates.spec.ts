import type { Importance, Requirement } from '../../roles/index.js';
import { bandOf, firstClosedGate, gatesOf } from './gates.js';

function requirement(id: string, importance: Importance, group: string | null = null): Requirement {
  return {
    id,
    competencyId: id,
    importance,
    weight: 1,
    level: null,
    group,
    allowPartial: true,
    maxAgeMonths: null,
    learnableWeeks: null,
  };
}

const profile = {
  requirements: [
    requirement('l', 'learnable'),
    requirement('g1', 'must', 'g'),
    requirement('m', 'must'),
    requirement('g2', 'must', 'g'),
    requirement('n', 'nice'),
  ],
  groups: [{ id: 'g', atLeast: 1 }],
};
const gates = (...met: string[]) => gatesOf(profile, (id) => met.includes(id));

describe('gates', () => {
  it('opens a group with k of its members', () => {
    expect(bandOf(gates('g2', 'm', 'l'))).toBe('qualified');
    expect(bandOf(gates('m', 'l', 'n'))).toBe('notYet');
  });

  it('is ready soon when only a learnable is missing', () => {
    expect(bandOf(gates('g1', 'm'))).toBe('readySoon');
  });

  it('names the first closed must before any learnable', () => {
    expect(firstClosedGate(gates())).toMatchObject({ group: 'g', requirementIds: ['g1', 'g2'], needed: 1, met: 0 });
    expect(firstClosedGate(gates('g1'))).toMatchObject({ requirementIds: ['m'] });
    expect(firstClosedGate(gates('g1', 'm'))).toMatchObject({ requirementIds: ['l'] });
    expect(firstClosedGate(gates('g1', 'm', 'l'))).toBeNull();
  });
});
