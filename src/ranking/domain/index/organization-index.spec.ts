import fc from 'fast-check';
import { PackedWorld } from '../../../../test/support/packed-world.js';
import { rankWorld } from '../../../../test/support/rank-world.js';
import { ownVectors, type ScoringWorld, sharedVectors } from '../../../../test/support/scoring-vectors.js';
import { anyHoldings, anyWorld } from '../../../../test/support/scoring-worlds.js';
import { compileProfile } from '../compiled-profile.js';
import { BANDS } from '../gates.js';
import { DEFAULT_SCORING_POLICY } from '../scoring-policy.js';
import { meets } from '../tally.js';
import { startKernel } from '../../persistence/index/start-kernel.js';
import { type Kernel, QUALIFIED, READY_SOON } from './kernel.js';
import type { OrganizationIndex } from './organization-index.js';
import { PlainKernel } from './plain-kernel.js';
import { questionOf } from './question.js';
import type { IndexRankingRequest, IndexRow, Plan } from './ranking-request.js';

const ALL: IndexRankingRequest = { limit: 200, bands: null, after: null, pool: null, found: null, only: null };

const question = ({ profile, relations, clock }: ScoringWorld) =>
  questionOf(compileProfile(profile, relations, DEFAULT_SCORING_POLICY, clock));

interface Row {
  ordinal: number;
  band: string;
  score: number;
  rank: number;
}

function ranked(
  index: OrganizationIndex,
  world: ScoringWorld,
  request: Partial<IndexRankingRequest> = {},
  plan?: Plan,
): Row[] {
  return index.rank(question(world), { ...ALL, ...request }, plan).rows.map(({ ordinal, key, rank }) => {
    const band = key >= QUALIFIED ? 0 : key >= READY_SOON ? 1 : 2;
    return { ordinal, band: BANDS[band], score: key & (READY_SOON - 1), rank };
  });
}

/** The same by scoring everyone one by one. @param ordinals by candidate, in the order of the world */
function expected(world: ScoringWorld, ordinals = world.candidates.map((_, place) => place + 1)): Row[] {
  const ordinalOf = new Map(world.candidates.map(({ id }, place) => [id, ordinals[place] as number]));
  return rankWorld(world).map(({ candidate, band, score }, place) => ({
    ordinal: ordinalOf.get(candidate) as number,
    band,
    score,
    rank: place + 1,
  }));
}

const indexWith = (kernel: Kernel, world: ScoringWorld) =>
  new PackedWorld(
    kernel,
    [],
    world.candidates.map(({ holdings }) => holdings),
  ).index;

const kernels: [string, Kernel][] = [
  ['plain TypeScript', new PlainKernel()],
  ['WebAssembly', startKernel()],
];

describe.each(kernels)('the index of an organization in %s', (name, kernel) => {
  const indexOf = (world: ScoringWorld) => indexWith(kernel, world);

  it('is what it says', () => {
    expect(kernel instanceof PlainKernel).toBe(name === 'plain TypeScript');
  });

  it.each(ownVectors().map((vector) => [vector.name, vector] as const))('answers %s as worked by hand', (_, vector) => {
    expect(ranked(indexOf(vector), vector)).toEqual(expected(vector));
    expect(expected(vector).map(({ score }) => score)).toEqual(vector.expected.map(({ score }) => score));
  });

  const shared = sharedVectors();
  (shared === null ? it.skip : it)('answers every vector of the contract', () => {
    for (const vector of shared ?? []) {
      const rows = ranked(indexOf(vector), vector);
      expect(rows.map(({ ordinal, band, score }) => [vector.candidates[ordinal - 1]?.id, band, score])).toEqual(
        vector.expected.map(({ candidate, band, score }) => [candidate, band, score]),
      );
    }
  });

  it('agrees with scoring one by one on random worlds, with exact totals', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const index = indexOf(world);
        const rows = expected(world);
        expect(ranked(index, world)).toEqual(rows);
        const count = (band: string) => rows.filter((row) => row.band === band).length;
        expect(index.rank(question(world), ALL)).toMatchObject({
          poolSize: rows.length,
          totals: { all: rows.length, qualified: count('qualified'), readySoon: count('readySoon') },
        });
      }),
      { numRuns: 150 },
    );
  });

  it('agrees after any changes: other holdings, new candidates, candidates who left, and taking them into the runs', () => {
    const anyChange = fc.record({
      ordinal: fc.integer({ min: 1, max: 9 }),
      holdings: fc.option(anyHoldings),
      rebuild: fc.boolean(),
    });
    fc.assert(
      fc.property(anyWorld, fc.array(anyChange, { minLength: 1, maxLength: 8 }), (world, changes) => {
        const packed = new PackedWorld(
          kernel,
          [],
          world.candidates.map(({ holdings }) => holdings),
        );
        const people = new Map(world.candidates.map(({ holdings }, place) => [place + 1, holdings]));
        for (const { ordinal, holdings, rebuild } of changes) {
          packed.put(ordinal, holdings);
          if (holdings === null) people.delete(ordinal);
          else people.set(ordinal, holdings);
          if (rebuild) packed.index.rebuildAll();
          const ordinals = [...people.keys()].sort((a, b) => a - b);
          const after = {
            ...world,
            candidates: ordinals.map((at) => ({ id: `c${at}`, holdings: people.get(at) ?? [] })),
          };
          expect(ranked(packed.index, after)).toEqual(expected(after, ordinals));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('agrees at any instant, whatever instant was asked for before', () => {
    const instants = [
      '2026-01-01T00:00:00Z',
      '2026-03-31T12:00:00Z',
      '2026-03-31T12:00:00.001Z',
      '2027-01-01T00:00:00Z',
    ];
    fc.assert(
      fc.property(anyWorld, fc.array(fc.constantFrom(...instants), { minLength: 2, maxLength: 5 }), (world, clocks) => {
        const index = indexOf(world);
        for (const clock of clocks) {
          const at = { ...world, clock: new Date(clock) };
          expect(ranked(index, at)).toEqual(expected(at));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives pages that join to the whole, with the ranks of the whole, for any bands', () => {
    const anyBands = fc.option(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()));
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 1, max: 3 }), anyBands, (world, limit, bands) => {
        const index = indexOf(world);
        const rows: Row[] = [];
        let after: IndexRankingRequest['after'] = null;
        for (;;) {
          const page: readonly IndexRow[] = index.rank(question(world), { ...ALL, limit, bands, after }).rows;
          rows.push(...ranked(index, world, { limit, bands, after }));
          const last: IndexRow | undefined = page.at(-1);
          if (last === undefined) break;
          after = last;
        }
        const isAsked = ({ band }: Row) => bands === null || bands[BANDS.indexOf(band as 'notYet')] === true;
        expect(rows).toEqual(expected(world).filter(isAsked));
      }),
      { numRuns: 150 },
    );
  });

  it('ranks a pool among itself, and answers those who are found in it or named at the ranks they have there', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(anyWorld, fc.option(some), fc.option(some), fc.option(some), (world, pool, found, only) => {
        const index = indexOf(world);
        const list = (of: number[] | null) => of && Int32Array.from(of).sort();
        const inPool = expected(world)
          .filter(({ ordinal }) => pool === null || pool.includes(ordinal))
          .map((row, place) => ({ ...row, rank: place + 1 }));
        const isFound = ({ ordinal }: Row) => found === null || found.includes(ordinal);
        const isNamed = ({ ordinal }: Row) => only === null || only.includes(ordinal);
        const request = { pool: list(pool), found: list(found), only: list(only) };
        expect(ranked(index, world, request)).toEqual(inPool.filter((row) => isFound(row) && isNamed(row)));
        const { totals, poolSize } = index.rank(question(world), { ...ALL, ...request });
        expect([totals.all, poolSize]).toEqual([inPool.filter(isFound).length, inPool.length]);
      }),
      { numRuns: 100 },
    );
  });

  it('answers the same by every plan, also after changes', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 6 }));
    const anyBands = fc.option(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()));
    const anyChange = fc.option(
      fc.record({ ordinal: fc.integer({ min: 1, max: 7 }), holdings: fc.option(anyHoldings) }),
    );
    const anyPage = fc.record({ limit: fc.integer({ min: 0, max: 3 }), bands: anyBands, pool: fc.option(some) });
    fc.assert(
      fc.property(anyWorld, anyPage, anyChange, (world, { pool, ...page }, change) => {
        const people = world.candidates.map(({ holdings }) => holdings);
        const packed = new PackedWorld(kernel, [], people);
        const { index } = packed;
        if (change !== null) packed.put(change.ordinal, change.holdings);
        const request = { ...ALL, ...page, pool: pool && Int32Array.from(pool).sort() };
        let after: IndexRankingRequest['after'] = null;
        do {
          const whole = index.rank(question(world), { ...request, after }, 'whole');
          expect(index.rank(question(world), { ...request, after }, 'sparse')).toEqual(whole);
          expect(index.rank(question(world), { ...request, after })).toEqual(whole);
          after = whole.rows.at(-1) ?? null;
        } while (after !== null);
      }),
      { numRuns: 300 },
    );
  });

  it('puts everyone of a pool in order, by every plan', () => {
    fc.assert(
      fc.property(anyWorld, fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 }))), (world, some) => {
        const index = indexOf(world);
        const pool = some && Int32Array.from(some).sort();
        const rows = expected(world).filter(({ ordinal }) => some === null || some.includes(ordinal));
        for (const plan of ['whole', 'sparse', 'cheapest'] as const) {
          const { ordinals, keys } = index.order(question(world), pool, plan);
          expect([...ordinals]).toEqual(rows.map(({ ordinal }) => ordinal));
          expect([...keys].map((key) => key & (READY_SOON - 1))).toEqual(rows.map(({ score }) => score));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('finds the qualified from the postings of a must, and leaves a page that shows others to the whole', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const requirements = world.profile.requirements.map((one) => ({
          ...one,
          importance: 'must' as const,
          group: null,
        }));
        const gated = { ...world, profile: { requirements, groups: [] } };
        const index = indexOf(gated);
        const rows = expected(gated);
        const bands = [true, true, false];
        expect(ranked(index, gated, { bands }, 'sparse')).toEqual(rows.filter(({ band }) => band !== 'notYet'));
        expect(ranked(index, gated, {}, 'sparse')).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });

  it('tallies who meets what', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const tally = { ...indexOf(world).tally(question(world), null), sequence: 0 };
        const counted = [...tally.counts].map((count, entry) => [
          world.profile.requirements.map((_, condition) => Number(meets(tally, entry, condition))).join(''),
          count,
        ]);
        const patterns = new Map<string, number>();
        for (const { requirements } of rankWorld(world)) {
          const pattern = requirements.map(({ state }) => Number(state === 'met')).join('');
          patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
        }
        expect(counted.sort()).toEqual([...patterns].sort());
        expect(tally.poolSize).toBe(world.candidates.length);
      }),
      { numRuns: 100 },
    );
  });

  it('goes on over the end of a segment', () => {
    const [vector] = ownVectors();
    if (vector === undefined) throw new Error('there are vectors');
    const packed = new PackedWorld(kernel, [], []);
    const ordinals = vector.candidates.map((_, place) => 65_534 + place);
    vector.candidates.forEach(({ holdings }, place) => packed.put(ordinals[place] as number, holdings));
    expect(ranked(packed.index, vector)).toEqual(expected(vector, ordinals));
    packed.index.rebuildAll();
    expect(ranked(packed.index, vector)).toEqual(expected(vector, ordinals));
  });

  it('adds up the most a profile may ask without leaving its number', () => {
    const world = (count: number): ScoringWorld => ({
      name: 'largest',
      clock: new Date('2026-01-01T00:00:00Z'),
      relations: { broader: [], related: [], exact: [] },
      candidates: [
        {
          id: 'all',
          holdings: [
            {
              ...{ credentialId: 'c', competencyId: 'k', verdict: 'verified', level: 9, proof: 100, trust: 100 },
              ...{ validFrom: null, validUntil: null, jsonPath: '', tier: 'trusted' },
            },
          ],
        },
      ],
      profile: {
        groups: [],
        requirements: Array.from({ length: count }, (_, at) => ({
          ...{ id: `r${at}`, competencyId: 'k', importance: 'must', weight: 100, level: 9, group: null },
          ...{ allowPartial: true, maxAgeMonths: null, learnableWeeks: null },
        })),
      },
    });
    // 100 requirements x weight 100 x 10,000 = 10^8 < 2^28
    expect(ranked(indexOf(world(100)), world(100))).toEqual([
      { ordinal: 1, band: 'qualified', score: 100_000_000, rank: 1 },
    ]);
  });
});
