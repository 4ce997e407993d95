import fc from 'fast-check';
import { Database, migrate, PostgresUnitOfWork } from '../../src/platform/database/index.js';
import { totalOf } from '../../src/ranking/domain/group-total.js';
import { scorePercent } from '../../src/ranking/domain/score-percent.js';
import { DEFAULT_SCORING_POLICY } from '../../src/ranking/domain/scoring-policy.js';
import type { RankingAnswer, RankingRequest } from '../../src/ranking/domain/ranking.js';
import { meets } from '../../src/ranking/domain/tally.js';
import { SqlRanking } from '../../src/ranking/persistence/sql-ranking.js';
import { freshDatabase } from '../support/fresh-database.js';
import { rankWorld } from '../support/rank-world.js';
import { type ExpectedRow, ownVectors, type ScoringWorld, sharedVectors } from '../support/scoring-vectors.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let unitOfWork: PostgresUnitOfWork;
const query = new SqlRanking();

beforeAll(async () => {
  fresh = await freshDatabase();
  await migrate(fresh.url);
  database = new Database(fresh.url, { maxConnections: 2 });
  unitOfWork = new PostgresUnitOfWork(database);
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await fresh.drop();
});

function rank(stored: StoredWorld, asOf: Date, rest: Partial<RankingRequest> = {}): Promise<RankingAnswer> {
  const request = { profile: stored.profile, policy: DEFAULT_SCORING_POLICY, asOf, limit: 200, ...rest };
  return unitOfWork.run(stored.organizationId, (tx) => query.rank(tx, request));
}

/** The answer of the database in the words of a vector. */
async function answered(world: ScoringWorld): Promise<{ rows: ExpectedRow[]; answer: RankingAnswer }> {
  const stored = await storeWorld(unitOfWork, world);
  const answer = await rank(stored, world.clock);
  const maxScore = totalOf(
    world.profile,
    world.profile.requirements.map(({ weight }) => weight * 10_000),
  );
  const rows = answer.rows.map((row) => ({
    candidate: stored.nameOf(row.candidateId),
    band: row.band,
    score: row.score,
    maxScore,
    scorePercent: scorePercent(row.score, maxScore),
    scoreLow: row.scoreLow,
    scoreHigh: row.scoreHigh,
    requirements: row.requirements.map(({ requirementId, state, points, credentialId }) => ({
      id: requirementId,
      state,
      points,
      credentialId: credentialId === null ? null : stored.nameOf(credentialId),
    })),
  }));
  return { rows, answer };
}

function expectedTotals(rows: readonly ExpectedRow[]) {
  const of = (band: string) => rows.filter((row) => row.band === band).length;
  return { all: rows.length, qualified: of('qualified'), readySoon: of('readySoon'), notYet: of('notYet') };
}

describe('the ranking in SQL', () => {
  it.each(ownVectors().map((vector) => [vector.name, vector] as const))(
    'answers %s as worked by hand',
    async (_, vector) => {
      const { rows, answer } = await answered(vector);
      expect(rows).toEqual(vector.expected);
      expect(answer.totals).toEqual(expectedTotals(vector.expected));
      expect(answer.rows.map((row) => row.rank)).toEqual(vector.expected.map((_row, index) => index + 1));
    },
  );

  const shared = sharedVectors();
  (shared === null ? it.skip : it)(
    'answers every vector of the contract',
    async () => {
      for (const vector of shared ?? []) {
        const { rows, answer } = await answered(vector);
        expect({ name: vector.name, rows }).toEqual({ name: vector.name, rows: vector.expected });
        expect(answer.totals).toEqual(expectedTotals(vector.expected));
      }
    },
    120_000,
  );

  it('agrees with TypeScript on random worlds', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const { rows } = await answered(world);
        expect(rows).toEqual(rankWorld(world));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the tally in SQL', () => {
  it('counts each set of met conditions as scoring everyone one by one does, on random worlds', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const stored = await storeWorld(unitOfWork, world);
        const request = { conditions: stored.profile.requirements, policy: DEFAULT_SCORING_POLICY, asOf: world.clock };
        const tally = await unitOfWork.run(stored.organizationId, (tx) => query.tally(tx, request));
        const counted = [...tally.counts].map((count, entry) => [
          world.profile.requirements.map((_, condition) => Number(meets(tally, entry, condition))).join(''),
          count,
        ]);
        const expected = new Map<string, number>();
        for (const { requirements } of rankWorld(world)) {
          const pattern = requirements.map(({ state }) => Number(state === 'met')).join('');
          expected.set(pattern, (expected.get(pattern) ?? 0) + 1);
        }
        expect(counted.sort()).toEqual([...expected].sort());
        expect(tally.poolSize).toBe(world.candidates.length);
      }),
      { numRuns: 50 },
    );
  });

  it('holds more conditions than one word has bits', async () => {
    const world = ownVectors().find(({ name }) => name === 'relation-steps') as ScoringWorld;
    const stored = await storeWorld(unitOfWork, world);
    const [requirement] = stored.profile.requirements;
    if (requirement === undefined) throw new Error('the vector has a requirement');
    const conditions = Array.from({ length: 40 }, (_, index) => ({ ...requirement, id: `c${index}` }));
    const request = { conditions, policy: DEFAULT_SCORING_POLICY, asOf: world.clock };
    const tally = await unitOfWork.run(stored.organizationId, (tx) => query.tally(tx, request));
    // By hand in the vector: five of ten meet the requirement; asked forty times, they meet it forty times.
    expect(tally.words).toBe(2);
    expect([...tally.counts]).toEqual([5, 5]);
    for (const entry of [0, 1]) {
      expect(new Set(conditions.map((_, condition) => meets(tally, entry, condition))).size).toBe(1);
    }
    expect(meets(tally, 0, 39)).not.toBe(meets(tally, 1, 39));
  });
});

describe('a page of the ranking in SQL', () => {
  const world = ownVectors().find(({ name }) => name === 'relation-steps') as ReturnType<typeof ownVectors>[number];
  // By hand in the vector: same, d1, d3, d2, both are qualified; side, up1, up2, d4, none are not yet.
  const all = ['same', 'd1', 'd3', 'd2', 'both', 'side', 'up1', 'up2', 'd4', 'none'];
  let stored: StoredWorld;
  const names = (answer: RankingAnswer) => answer.rows.map((row) => stored.nameOf(row.candidateId));

  beforeAll(async () => {
    stored = await storeWorld(unitOfWork, world);
  });

  it('walks over all pages without a gap, a repeat or another total', async () => {
    const seen: string[] = [];
    let after: RankingRequest['after'];
    do {
      const answer = await rank(stored, world.clock, { limit: 3, after });
      expect(answer.totals).toEqual({ all: 10, qualified: 5, readySoon: 0, notYet: 5 });
      seen.push(...names(answer));
      after = answer.rows.at(-1);
    } while (after !== undefined);
    expect(seen).toEqual(all);
  });

  it('shows one band at the ranks of the pool, with the totals of all bands', async () => {
    const answer = await rank(stored, world.clock, { bands: ['notYet'] });
    expect(names(answer)).toEqual(all.slice(5));
    expect(answer.rows.map((row) => row.rank)).toEqual([6, 7, 8, 9, 10]);
    expect(answer.totals).toEqual({ all: 10, qualified: 5, readySoon: 0, notYet: 5 });
  });

  it('finds names in any case and takes wildcards for what they are', async () => {
    const answer = await rank(stored, world.clock, { q: 'D' });
    expect(names(answer)).toEqual(['d1', 'd3', 'd2', 'side', 'd4']);
    expect(answer.totals).toEqual({ all: 5, qualified: 3, readySoon: 0, notYet: 2 });
    expect(answer.rows.map((row) => row.rank)).toEqual([2, 3, 4, 6, 9]);
    for (const wildcard of ['%', '_', '\\']) {
      expect((await rank(stored, world.clock, { q: wildcard })).totals.all).toBe(0);
    }
  });

  it('answers the totals even when nobody is on the page', async () => {
    const answer = await rank(stored, world.clock, { bands: ['readySoon'] });
    expect(answer).toEqual({
      rows: [],
      totals: { all: 10, qualified: 5, readySoon: 0, notYet: 5 },
      poolSize: 10,
      sequence: 1,
    });
  });

  it('answers named candidates at their ranks in the pool', async () => {
    const candidateIds = ['none', 'd2'].map((name) => stored.candidateIds.get(name) as string);
    const answer = await rank(stored, world.clock, { candidateIds });
    expect(answer.rows.map((row) => [stored.nameOf(row.candidateId), row.rank])).toEqual([
      ['d2', 4],
      ['none', 10],
    ]);
    expect(answer.poolSize).toBe(10);
  });

  it('ranks those who applied for a job among themselves', async () => {
    await unitOfWork.run(stored.organizationId, async (tx) => {
      for (const [name, job] of [
        ['d4', 'J-1'],
        ['d2', 'J-1'],
        ['same', 'J-2'],
      ] as const) {
        await tx.query(
          `INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id)
           VALUES ($1, gen_random_uuid(), $2, 'ats', $3, $4)`,
          [tx.organizationId, stored.candidateIds.get(name), `${name}-${job}`, job],
        );
      }
    });
    const answer = await rank(stored, world.clock, { job: 'J-1' });
    expect(answer.rows.map((row) => [stored.nameOf(row.candidateId), row.rank])).toEqual([
      ['d2', 1],
      ['d4', 2],
    ]);
    expect(answer.totals.all).toBe(2);
  });

  it('leaves erased and merged records out', async () => {
    const own = await storeWorld(unitOfWork, world);
    await unitOfWork.run(own.organizationId, async (tx) => {
      const set = (column: string, name: string) =>
        tx.query(`UPDATE candidate SET ${column} WHERE organization_id = $1 AND id = $2`, [
          tx.organizationId,
          own.candidateIds.get(name),
        ]);
      await set('erased_at = now()', 'same');
      await set('merged_into = gen_random_uuid()', 'up2');
    });
    const answer = await rank(own, world.clock);
    expect(answer.rows.map((row) => own.nameOf(row.candidateId))).toEqual(
      all.filter((name) => !['same', 'up2'].includes(name)),
    );
    expect(answer.poolSize).toBe(8);
  });

  it('sees nothing of another organization', async () => {
    const other = await storeWorld(unitOfWork, { ...world, candidates: [] });
    const answer = await rank({ ...stored, organizationId: other.organizationId }, world.clock);
    expect(answer).toEqual({
      rows: [],
      totals: { all: 0, qualified: 0, readySoon: 0, notYet: 0 },
      poolSize: 0,
      sequence: 0,
    });
  });

  it('reads relations and crosswalks of the version in force only', async () => {
    const withoutVersion = async (of: ScoringWorld) => {
      const made = await storeWorld(unitOfWork, of);
      await unitOfWork.run(made.organizationId, (tx) =>
        tx.query(`UPDATE framework SET active_version_id = NULL WHERE organization_id = $1`, [tx.organizationId]),
      );
      return made;
    };
    const crosswalks = ownVectors().find(({ name }) => name === 'crosswalk-hop') as ScoringWorld;
    const hopped = await rank(await withoutVersion(crosswalks), crosswalks.clock);
    expect(hopped.rows.map(({ score }) => score)).toEqual([0, 0, 0, 0, 0]);
    // Without a version no competency has relations: only the competency itself counts.
    const own = await withoutVersion(world);
    const answer = await rank(own, world.clock, { bands: ['qualified'] });
    expect(answer.rows.map((row) => own.nameOf(row.candidateId))).toEqual(['same']);
  });
});
