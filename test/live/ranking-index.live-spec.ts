import fc from 'fast-check';
import { loadConfig } from '../../src/platform/config/index.js';
import { Database, migrate, PostgresUnitOfWork, type Transaction } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { FilterPool } from '../../src/ranking/application/filter-pool.js';
import { ReadingSnapshot } from '../../src/ranking/application/reading-snapshot.js';
import type { RankingAnswer, RankingRequest } from '../../src/ranking/domain/ranking.js';
import { DEFAULT_SCORING_POLICY } from '../../src/ranking/domain/scoring-policy.js';
import { FrameworkRepository } from '../../src/ranking/persistence/framework.repository.js';
import type { IndexAsk } from '../../src/ranking/persistence/index/index-ask.js';
import { IndexRanking } from '../../src/ranking/persistence/index/index-ranking.js';
import { IndexThread } from '../../src/ranking/persistence/index/index-thread.js';
import { PageDetails } from '../../src/ranking/persistence/index/page-details.js';
import { SqlRanking } from '../../src/ranking/persistence/sql-ranking.js';
import { anyFilter } from '../support/any-filter.js';
import { freshDatabase } from '../support/fresh-database.js';
import { ownVectors, type ScoringWorld, sharedVectors } from '../support/scoring-vectors.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let unitOfWork: PostgresUnitOfWork;
const threads: IndexThread[] = [];
const reference = new SqlRanking();

/** Fails where the index would leave the answer to the statement. */
class NoSql extends SqlRanking {
  override rank(): never {
    throw new Error('the index did not answer');
  }

  override tally(): never {
    throw new Error('the index did not answer');
  }

  override order(): never {
    throw new Error('the index did not answer');
  }

  override filter(): never {
    throw new Error('the index did not answer');
  }
}

/** An engine as another process would have it: with indexes of its own. */
function startEngine(sql: SqlRanking = new NoSql(), mib = '64'): IndexRanking {
  const thread = new IndexThread(database, loadConfig({ RANKING_INDEX_MIB: mib }));
  threads.push(thread);
  const waiting = { ask: (ask: IndexAsk) => thread.ask({ ...ask, wait: true }) } as IndexThread;
  const snapshot = new ReadingSnapshot(unitOfWork);
  return new IndexRanking(sql, waiting, new PageDetails(), new FrameworkRepository(), snapshot);
}

beforeAll(async () => {
  fresh = await freshDatabase();
  await migrate(fresh.url);
  database = new Database(fresh.url, { maxConnections: 6 });
  unitOfWork = new PostgresUnitOfWork(database);
});

afterAll(async () => {
  for (const thread of threads) await thread.onApplicationShutdown();
  await database.onApplicationShutdown();
  await fresh.drop();
});

const requestOf = (stored: StoredWorld, asOf: Date, rest: Partial<RankingRequest> = {}): RankingRequest => ({
  profile: stored.profile,
  policy: DEFAULT_SCORING_POLICY,
  asOf,
  limit: 200,
  ...rest,
});

const rankBy = (
  engine: IndexRanking | SqlRanking,
  stored: StoredWorld,
  request: RankingRequest,
): Promise<RankingAnswer> =>
  new ReadingSnapshot(unitOfWork).run(stored.organizationId, (tx) => engine.rank(tx, request));

async function expectSameOrder(engine: IndexRanking, stored: StoredWorld, asOf: Date, job: string | undefined) {
  const request = { profile: stored.profile, policy: DEFAULT_SCORING_POLICY, asOf, job };
  await new ReadingSnapshot(unitOfWork).run(stored.organizationId, async (tx) => {
    expect(await engine.order(tx, request)).toEqual(await reference.order(tx, request));
  });
}

/** The whole answer, reasons included, of both. */
async function expectSame(engine: IndexRanking, stored: StoredWorld, request: RankingRequest): Promise<RankingAnswer> {
  const answer = await rankBy(engine, stored, request);
  expect(answer).toEqual(await rankBy(reference, stored, request));
  return answer;
}

const write = <T>({ organizationId }: StoredWorld, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  unitOfWork.run(organizationId, work);

describe('the ranking from an index', () => {
  it.each(ownVectors().map((vector) => [vector.name, vector] as const))(
    'answers %s as worked by hand',
    async (_, vector) => {
      const stored = await storeWorld(unitOfWork, vector);
      const { rows } = await expectSame(startEngine(), stored, requestOf(stored, vector.clock));
      const inWords = rows.map((row) => ({
        ...{ candidate: stored.nameOf(row.candidateId), band: row.band, score: row.score },
        ...{ scoreLow: row.scoreLow, scoreHigh: row.scoreHigh },
        requirements: row.requirements.map(({ requirementId, state, points, credentialId }) => ({
          ...{ id: requirementId, state, points },
          credentialId: credentialId === null ? null : stored.nameOf(credentialId),
        })),
      }));
      expect(vector.expected).toEqual(inWords.map((row) => expect.objectContaining(row)));
    },
  );

  const shared = sharedVectors();
  (shared === null ? it.skip : it)(
    'answers every vector of the contract, with all reasons',
    async () => {
      const engine = startEngine();
      for (const vector of shared ?? []) {
        const stored = await storeWorld(unitOfWork, vector);
        const { rows } = await expectSame(engine, stored, requestOf(stored, vector.clock));
        expect(rows.map((row) => [stored.nameOf(row.candidateId), row.band, row.score])).toEqual(
          vector.expected.map(({ candidate, band, score }) => [candidate, band, score]),
        );
      }
    },
    120_000,
  );

  it('equals the statement on random worlds, while holdings and candidates change and time goes on', async () => {
    const engine = startEngine();
    const clocks = ['2026-03-31T12:00:00Z', '2026-01-01T00:00:00Z', '2026-03-31T12:00:00.001Z', '2027-01-01T00:00:00Z'];
    const anyChange = fc.constantFrom(
      `UPDATE holding SET strength = 100 - strength WHERE organization_id = $1 AND level IS NULL`,
      `UPDATE holding SET verdict = 'failed' WHERE organization_id = $1 AND strength > 80`,
      `UPDATE holding SET verdict = 'verified', valid_until = '2026-03-31T12:00:00.001Z'
         WHERE organization_id = $1 AND verdict <> 'verified'`,
      `DELETE FROM holding WHERE organization_id = $1 AND level = 3`,
      `INSERT INTO candidate (organization_id, id, name) VALUES ($1, gen_random_uuid(), 'c9')`,
      `UPDATE candidate SET erased_at = now() WHERE organization_id = $1 AND ordinal = 2`,
    );
    await fc.assert(
      fc.asyncProperty(
        anyWorld,
        fc.array(fc.tuple(anyChange, fc.constantFrom(...clocks)), { minLength: 1, maxLength: 4 }),
        async (world, changes) => {
          const stored = await storeWorld(unitOfWork, world);
          await expectSame(engine, stored, requestOf(stored, world.clock));
          for (const [change, clock] of changes) {
            await write(stored, (tx) => tx.query(change, [tx.organizationId]));
            // Strength is proof and trust together in the reasons; the rows must agree before they are read.
            await write(stored, (tx) =>
              tx.query(`UPDATE holding SET proof = strength, trust = 100 WHERE organization_id = $1`, [
                tx.organizationId,
              ]),
            );
            await expectSame(engine, stored, requestOf(stored, new Date(clock)));
            await expectSame(engine, stored, requestOf(stored, new Date(clock), { q: 'C', bands: ['notYet'] }));
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 180_000);

  it('equals the statement for a job, a name and named candidates', async () => {
    const world = ownVectors().find(({ name }) => name === 'relation-steps') as ScoringWorld;
    const stored = await storeWorld(unitOfWork, world);
    const engine = startEngine();
    const ids = [...stored.candidateIds.values()];
    await write(stored, async (tx) => {
      for (const id of ids.slice(2, 7)) {
        await tx.query(
          `INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id)
           VALUES ($1, gen_random_uuid(), $2, 'ats', $3, 'J-1')`,
          [tx.organizationId, id, id],
        );
      }
    });
    for (const rest of [
      { job: 'J-1' },
      { job: 'J-1', candidateIds: [ids[0] as string] },
      { job: 'J-0' },
      { candidateIds: [ids[1] as string, ids[8] as string] },
      { q: 'd', limit: 2 },
      { job: 'J-1', q: 'd_' },
    ]) {
      await expectSame(engine, stored, requestOf(stored, world.clock, rest));
    }
    for (const job of ['J-1', 'J-0', undefined]) await expectSameOrder(engine, stored, world.clock, job);
  });

  it('equals the statement in whom filters pass and remove, also after changes', async () => {
    const startedEngine = startEngine();
    const [byIndex, byStatement] = [new FilterPool(startedEngine), new FilterPool(reference)];
    const anyWish = anyWorld.chain((world) =>
      fc.record({
        world: fc.constant(world),
        filter: anyFilter(world).map((filter) => ({ ...filter, tiers: undefined, leastProof: undefined })),
        q: fc.constantFrom(undefined, '0', 'C'),
        change: fc.constantFrom(
          `UPDATE holding SET strength = 100 - strength WHERE organization_id = $1 AND level IS NOT NULL`,
          `UPDATE holding SET verdict = 'failed' WHERE organization_id = $1 AND strength > 80`,
          `DELETE FROM holding WHERE organization_id = $1 AND level = 3`,
        ),
        job: fc.constantFrom(undefined, 'J'),
      }),
    );
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(anyWish, async ({ world, filter, q, change, job }) => {
        const stored = await storeWorld(unitOfWork, world);
        const same = async () => {
          const pool = { profile: stored.profile, policy: DEFAULT_SCORING_POLICY, asOf: world.clock, job };
          await new ReadingSnapshot(unitOfWork).run(stored.organizationId, async (tx) => {
            const found = await byIndex.run(tx, pool, { ...filter, q });
            expect(found).toEqual(await byStatement.run(tx, pool, { ...filter, q }));
            if (found === undefined) return;
            passed += found.ordinals.length;
            const request = { ...pool, limit: 200, q, bands: filter.bands, ordinals: found.ordinals };
            expect(await startedEngine.rank(tx, request)).toEqual(await reference.rank(tx, request));
          });
        };
        await write(stored, async (tx) => {
          for (const id of [...stored.candidateIds.values()].slice(1)) {
            await tx.query(
              `INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id)
               VALUES ($1, gen_random_uuid(), $2, 'ats', $3, 'J')`,
              [tx.organizationId, id, id],
            );
          }
        });
        await same();
        await write(stored, (tx) => tx.query(change, [tx.organizationId]));
        await write(stored, (tx) =>
          tx.query(`UPDATE holding SET proof = strength, trust = 100 WHERE organization_id = $1`, [tx.organizationId]),
        );
        await same();
      }),
      { numRuns: 60 },
    );
    expect(passed).toBeGreaterThan(0);
  }, 240_000);

  it('equals the statement in the order of everyone', async () => {
    const engine = startEngine();
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const stored = await storeWorld(unitOfWork, world);
        await expectSameOrder(engine, stored, world.clock, undefined);
        await write(stored, (tx) =>
          tx.query(`UPDATE candidate SET erased_at = now() WHERE organization_id = $1 AND ordinal = 1`, [
            tx.organizationId,
          ]),
        );
        await expectSameOrder(engine, stored, world.clock, undefined);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves the order to the statement when the index has seen more than the transaction', async () => {
    const [vector] = ownVectors();
    if (vector === undefined) throw new Error('there are vectors');
    const stored = await storeWorld(unitOfWork, vector);
    const engine = startEngine(new SqlRanking());
    const request = { profile: stored.profile, policy: DEFAULT_SCORING_POLICY, asOf: vector.clock };
    const before = await new ReadingSnapshot(unitOfWork).run(stored.organizationId, async (tx) => {
      const seen = await reference.order(tx, request);
      await write(stored, (later) =>
        later.query(`UPDATE candidate SET erased_at = now() WHERE organization_id = $1 AND ordinal = 1`, [
          later.organizationId,
        ]),
      );
      await rankBy(engine, stored, requestOf(stored, vector.clock));
      expect(await engine.order(tx, request)).toEqual(seen);
      return seen;
    });
    expect(before).toHaveLength(vector.candidates.length);
  });

  it('equals the statement in every tally', async () => {
    const engine = startEngine();
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const stored = await storeWorld(unitOfWork, world);
        const request = { conditions: stored.profile.requirements, policy: DEFAULT_SCORING_POLICY, asOf: world.clock };
        const [own, asked] = await unitOfWork.run(stored.organizationId, async (tx) =>
          Promise.all([engine.tally(tx, request), reference.tally(tx, request)]),
        );
        const lines = ({ patterns, counts }: typeof own) =>
          [...counts].map((count, at) => `${patterns[at]} ${count}`).sort();
        expect([lines(own), own.poolSize, own.sequence]).toEqual([lines(asked), asked.poolSize, asked.sequence]);
      }),
      { numRuns: 30 },
    );
  });

  it('shows no unchanged candidate twice or never on a walk over all pages while others are written', async () => {
    const [vector] = ownVectors();
    if (vector === undefined) throw new Error('there are vectors');
    const people = Array.from({ length: 60 }, (_, at) => ({ id: `p${at}`, holdings: [] }));
    const stored = await storeWorld(unitOfWork, { ...vector, candidates: [...vector.candidates, ...people] });
    const engine = startEngine();
    const changing = [...stored.candidateIds.values()].slice(0, 3);
    const seen: string[] = [];
    let after: RankingRequest['after'];
    for (;;) {
      const request = requestOf(stored, vector.clock, { limit: 7, after });
      const [answer] = await Promise.all([
        rankBy(engine, stored, request),
        write(stored, (tx) =>
          tx.query(
            `UPDATE holding SET strength = (strength * 7 + 13) % 101, proof = (strength * 7 + 13) % 101, trust = 100
                    WHERE organization_id = $1 AND candidate_id = ANY ($2)`,
            [tx.organizationId, changing],
          ),
        ),
        write(stored, (tx) =>
          tx.query(`INSERT INTO candidate (organization_id, id) VALUES ($1, $2)`, [tx.organizationId, newId()]),
        ),
      ]);
      seen.push(...answer.rows.map(({ candidateId }) => candidateId));
      after = answer.rows.at(-1);
      if (after === undefined || seen.length > 400) break;
    }
    for (const [name, id] of stored.candidateIds) {
      if (!changing.includes(id)) expect([name, seen.filter((one) => one === id).length]).toEqual([name, 1]);
    }
  });

  it('never answers stale, whichever of two engines is asked', async () => {
    const [vector] = ownVectors();
    if (vector === undefined) throw new Error('there are vectors');
    const stored = await storeWorld(unitOfWork, vector);
    const engines = [startEngine(), startEngine()];
    for (const engine of engines) await rankBy(engine, stored, requestOf(stored, vector.clock));
    for (let round = 0; round < 10; round += 1) {
      await write(stored, (tx) =>
        tx.query(`INSERT INTO candidate (organization_id, id) VALUES ($1, $2)`, [tx.organizationId, newId()]),
      );
      await write(stored, (tx) =>
        tx.query(`UPDATE holding SET strength = $2, proof = $2, trust = 100 WHERE organization_id = $1`, [
          tx.organizationId,
          50 + round,
        ]),
      );
      const [one, other] = await Promise.all(
        engines.map((engine) => rankBy(engine, stored, requestOf(stored, vector.clock))),
      );
      expect(one).toEqual(other);
      expect(one).toEqual(await rankBy(reference, stored, requestOf(stored, vector.clock)));
      expect(one?.totals.all).toBe(vector.candidates.length + round + 1);
    }
  });

  it('loads anew when the changes it needs are no longer told', async () => {
    const [vector] = ownVectors();
    if (vector === undefined) throw new Error('there are vectors');
    const stored = await storeWorld(unitOfWork, vector);
    const engine = startEngine();
    await rankBy(engine, stored, requestOf(stored, vector.clock));
    await write(stored, async (tx) => {
      await tx.query(`UPDATE holding SET strength = 77, proof = 77, trust = 100 WHERE organization_id = $1`, [
        tx.organizationId,
      ]);
    });
    await write(stored, async (tx) => {
      await tx.query(`DELETE FROM holding_change WHERE organization_id = $1`, [tx.organizationId]);
      await tx.query(`UPDATE holding_sequence SET feed_after = value WHERE organization_id = $1`, [tx.organizationId]);
    });
    await expectSame(engine, stored, requestOf(stored, vector.clock));
  });

  it('leaves to the statement what it cannot hold or does not know', async () => {
    const [vector] = ownVectors();
    if (vector === undefined) throw new Error('there are vectors');
    const stored = await storeWorld(unitOfWork, vector);
    const engine = startEngine();
    const unknown = { ...requestOf(stored, vector.clock), somethingNew: true } as RankingRequest;
    await expect(rankBy(engine, stored, unknown)).rejects.toThrow('the index did not answer');
    await expect(rankBy(engine, stored, requestOf(stored, new Date('2019-12-31')))).rejects.toThrow('did not answer');
    await expect(rankBy(startEngine(new NoSql(), '0'), stored, requestOf(stored, vector.clock))).rejects.toThrow(
      'did not answer',
    );
    await expectSame(startEngine(new SqlRanking(), '0'), stored, requestOf(stored, vector.clock));
  });
});
