import { DEFAULT_SCORING_POLICY } from '../scoring-policy.js';
import { firstDifference } from './first-difference.js';
import { inputHashes, RECEIPT_INPUTS, sealOf } from './receipt-inputs.js';
import { type SealedRow, sealedRows, sealedText } from './sealed-row.js';

const row = (candidateId: string, ordinal: number, rest: Partial<SealedRow> = {}): SealedRow => ({
  candidateId,
  ordinal,
  band: 'qualified',
  score: 100,
  scoreLow: 90,
  scoreHigh: 110,
  requirements: [
    { state: 'met', points: 100 },
    { state: 'missing', points: 0 },
  ],
  holdings: 'ab',
  ...rest,
});
const rows = [row('a', 2), row('b', 1), row('c', 3, { holdings: null })];
const requirements = [{ id: 'r0' }, { id: 'r1' }];

describe('a sealed list', () => {
  it('is read as it was written', () => {
    expect(sealedRows(sealedText(rows))).toEqual(rows);
    expect(sealedRows(sealedText([]))).toEqual([]);
  });
});

describe('the hashes of the inputs', () => {
  const inputs = {
    asOf: new Date('2026-06-30T12:00:00Z'),
    profile: { requirements: [], groups: [{ id: 'g', atLeast: 1 }] },
    policy: DEFAULT_SCORING_POLICY,
    frameworkVersions: [],
    relations: { broader: [['a', 'b']] as [string, string][], related: [], exact: [] },
    rows,
  };
  const before = inputHashes(inputs);

  it.each([
    ['clock', { asOf: new Date('2026-06-30T12:00:00.001Z') }],
    ['profile', { profile: { requirements: [], groups: [{ id: 'g', atLeast: 2 }] } }],
    ['policy', { policy: { ...DEFAULT_SCORING_POLICY, unknownLevelPercent: 49 } }],
    ['frameworks', { relations: { ...inputs.relations, broader: [] } }],
    ['holdings', { rows: [...rows.slice(1), row('a', 2, { holdings: 'ac' })] }],
  ] as const)('tell a changed %s, and only that', (name, change) => {
    const after = inputHashes({ ...inputs, ...change });
    expect(RECEIPT_INPUTS.filter((input) => after[input] !== before[input])).toEqual([name]);
  });

  it('do not depend on the order of fields, relations or ranks', () => {
    const turned = inputHashes({
      ...inputs,
      rows: [...rows].reverse(),
      profile: { groups: [{ atLeast: 1, id: 'g' }], requirements: [] },
    });
    expect(turned).toEqual(before);
  });

  it('are all in the seal', () => {
    const seal = (change: object) => sealOf({ roleProfileId: 'p', job: null, inputs: before, list: 'l', ...change });
    const changed = RECEIPT_INPUTS.map((name) => seal({ inputs: { ...before, [name]: 'x' } }));
    const all = [seal({}), seal({ roleProfileId: 'q' }), seal({ job: 'j' }), seal({ list: 'm' }), ...changed];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('firstDifference', () => {
  it('is none between the same, and none for who was only moved', () => {
    expect(firstDifference(rows, rows, requirements)).toBeNull();
    const [a, b, c] = rows as [SealedRow, SealedRow, SealedRow];
    const risen = { ...c, score: 200, requirements: [c.requirements[0], { state: 'met' as const, points: 100 }] };
    expect(firstDifference(rows, [risen as SealedRow, a, b], requirements)).toEqual({
      candidateId: 'c',
      requirementId: 'r1',
      holdingsDiffer: false,
      sealed: { rank: 3, band: 'qualified', score: 100, requirement: { state: 'missing', points: 0 } },
      now: { rank: 1, band: 'qualified', score: 200, requirement: { state: 'met', points: 100 } },
    });
  });

  it('names who left before who came, and who came last', () => {
    const [a, , c] = rows as [SealedRow, SealedRow, SealedRow];
    const joined = row('d', 4);
    expect(firstDifference(rows, [joined, a, c], requirements)).toMatchObject({ candidateId: 'b', now: null });
    expect(firstDifference(rows, [joined, ...rows], requirements)).toMatchObject({
      candidateId: 'd',
      sealed: null,
      now: { rank: 1 },
    });
  });

  it('tells holdings that changed without changing a point', () => {
    const other = rows.map((one) => (one.candidateId === 'b' ? { ...one, holdings: 'cd' } : one));
    expect(firstDifference(rows, other, requirements)).toMatchObject({
      candidateId: 'b',
      requirementId: null,
      holdingsDiffer: true,
    });
  });
});
