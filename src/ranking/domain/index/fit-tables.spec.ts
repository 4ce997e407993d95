import { fitOf } from '../fit.js';
import { DEFAULT_SCORING_POLICY } from '../scoring-policy.js';
import { FitTables, TABLE_ENTRIES } from './fit-tables.js';
import { codeOf } from './posting.js';
import { ENDED } from './segment.js';

const LEVELS = [null, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** The most that one question can ask: every level with every percent of a relation. */
const ALL = LEVELS.flatMap((level) => Array.from({ length: 101 }, (_, percent) => ({ level, percent })));

const empty = () => new FitTables(new Uint16Array(TABLE_ENTRIES), new Uint8Array(TABLE_ENTRIES));
const policyOf = (unknownLevelPercent: number) => ({ ...DEFAULT_SCORING_POLICY, unknownLevelPercent });

/** Holds some entries of a table against the formula. */
function expectRight(tables: FitTables, at: number, level: number | null, percent: number, unknown: number) {
  const policy = policyOf(unknown);
  for (const [held, strength] of [
    [0, 100],
    [3, 77],
    [9, 50],
    [5, 49],
  ] as const) {
    const entry = at + codeOf(0, held, strength);
    const { fit } = fitOf(strength, percent, held === 0 ? null : held, level, policy);
    const isHigh = level === null || (held > 0 && held >= level);
    // 80 percent of relation and 50 of strength are the defaults of the policy.
    const meets = Number(percent >= 80 && strength >= 50 && isHigh);
    expect([tables.fits[entry], tables.meets[entry]]).toEqual([fit, meets]);
    expect([tables.fits[entry + ENDED], tables.meets[entry + ENDED]]).toEqual([0, 0]);
  }
}

describe('the tables of fits', () => {
  it('hold all that one question can ask, each at a place of its own', () => {
    const tables = empty();
    tables.makeRoom(ALL.length);
    const places = ALL.map(({ level, percent }) => tables.find(level, percent, policyOf(50)));
    expect(new Set(places).size).toBe(ALL.length);
    ALL.forEach(({ level, percent }, index) => expectRight(tables, places[index] as number, level, percent, 50));
    expect(tables.entries).toBeLessThanOrEqual(TABLE_ENTRIES);
  });

  it('begin anew when a question does not fit beside those before it, and never within one', () => {
    const tables = empty();
    // 1,010 tables of one question leave room for 14 of the 1,024; the next ones ask for 11 and 11.
    tables.makeRoom(ALL.length);
    for (const { level, percent } of ALL) tables.find(level, percent, policyOf(50));
    const first = tables.entries;
    for (const [unknown, isAnew] of [
      [40, false],
      [30, true],
    ] as const) {
      tables.makeRoom(11);
      const places = LEVELS.map((level) => tables.find(level, 90, policyOf(unknown)));
      places.forEach((at, index) => expectRight(tables, at, LEVELS[index] as number | null, 90, unknown));
      expect(tables.entries < first).toBe(isAnew);
    }
  });

  it('stay right over more than there is room for', () => {
    const tables = empty();
    // 51 policies with 40 tables each are 2,040.
    for (let unknown = 0; unknown <= 100; unknown += 2) {
      tables.makeRoom(4 * LEVELS.length);
      for (const percent of [100, 90, 50, 40]) {
        for (const level of LEVELS)
          expectRight(tables, tables.find(level, percent, policyOf(unknown)), level, percent, unknown);
      }
      expect(tables.entries).toBeLessThanOrEqual(TABLE_ENTRIES);
    }
  });
});
