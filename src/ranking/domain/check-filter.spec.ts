import type { Requirement } from '../../roles/index.js';
import { checkFilter } from './check-filter.js';
import type { PoolFilter } from './pool-filter.js';

const requirement = (id: string, rest: Partial<Requirement> = {}): Requirement => ({
  id,
  competencyId: id,
  importance: 'must',
  weight: 1,
  level: 3,
  group: null,
  allowPartial: true,
  maxAgeMonths: null,
  learnableWeeks: null,
  ...rest,
});
const profile = {
  requirements: [requirement('a'), requirement('any', { level: null }), requirement('nice', { importance: 'nice' })],
  groups: [],
};
const codes = (filter: Partial<PoolFilter>) =>
  checkFilter(profile, { states: [], ...filter }).map(({ pointer, code }) => [pointer, code]);

describe('checkFilter', () => {
  it('takes filters that can pass somebody', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ states: [{ requirementId: 'nice', states: ['met'] }], shortOnly: 'a', bands: ['notYet'] })).toEqual(
      [],
    );
  });

  it.each([
    [
      'a state of no requirement',
      { states: [{ requirementId: 'z', states: ['met' as const] }] },
      '/state',
      'unknown-requirement',
    ],
    ['one short level of no requirement', { shortOnly: 'z' }, '/shortOnly', 'unknown-requirement'],
    ['one without a level', { shortOnly: 'any' }, '/shortOnly', 'no-level'],
    ['one that keeps nobody out', { shortOnly: 'nice' }, '/shortOnly', 'never-gates'],
    [
      'qualified people who miss a level',
      { shortOnly: 'a', bands: ['qualified' as const] },
      '/band',
      'filters-exclude-each-other',
    ],
  ])('refuses %s', (_name, filter, pointer, code) => {
    expect(codes(filter)).toEqual([[pointer, code]]);
  });
});
