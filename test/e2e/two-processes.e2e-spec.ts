import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, PostgresUnitOfWork } from '../../src/platform/database/index.js';
import { DEFAULT_SCORING_POLICY } from '../../src/ranking/domain/scoring-policy.js';
import { SqlRanking } from '../../src/ranking/persistence/sql-ranking.js';
import { callerOf, type CallService } from '../support/call-service.js';
import { freshDatabase } from '../support/fresh-database.js';
import { ownVectors, type ScoringWorld } from '../support/scoring-vectors.js';
import { type ServiceProcess, startProcess } from '../support/service-process.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

const KEY = 'two-processes-key-0123456789-abcdefghi';
const ROUNDS = 12;

describe('two processes on one database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-two-'));
  const world = ownVectors().find(({ name }) => name === 'relation-steps') as ScoringWorld;
  const processes: ServiceProcess[] = [];
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let unitOfWork: PostgresUnitOfWork;
  let stored: StoredWorld;
  let calls: CallService[];
  let ranking: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
    const environment = {
      ...{ ROLE: 'api', PORT: '0', DATABASE_URL: fresh.url, DATA_DIR: dataDir, BOOTSTRAP_API_KEY: KEY },
      ...{ EGRESS: 'off', LOG_LEVEL: 'silent', CLOCK: world.clock.toISOString() },
    };
    for (let count = 0; count < 2; count += 1) processes.push(await startProcess(environment));
    calls = processes.map(({ url }) => callerOf(url, KEY));
    database = new Database(fresh.url, { maxConnections: 2 });
    unitOfWork = new PostgresUnitOfWork(database);
    const [call] = calls as [CallService, CallService];
    const { id: organizationId } = (await call('GET', '/v1/organization')).body as { id: string };
    stored = await storeWorld(unitOfWork, world, organizationId);
    const profile = await call('POST', '/v1/role-profiles', { body: { title: 'Two', ...stored.profile } });
    expect(profile.status).toBe(201);
    const id = profile.body.id as string;
    const published = await call('POST', `/v1/role-profiles/${id}/publish`, {
      headers: { 'if-match': profile.headers.get('etag') ?? '' },
    });
    expect(published.status).toBeLessThan(300);
    ranking = `/v1/role-profiles/${id}/ranking?limit=200`;
    for (const each of calls) for (let more = 0; more < 3; more += 1) await each('GET', ranking);
  });

  afterAll(async () => {
    for (const each of processes) await each.kill('SIGTERM');
    await database?.onApplicationShutdown();
    await fresh?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('answer the next ranking with what either of them or anyone else has just committed, never older', async () => {
    const request = { profile: stored.profile, policy: DEFAULT_SCORING_POLICY, asOf: world.clock, limit: 200 };
    for (let round = 1; round <= ROUNDS; round += 1) {
      const writer = calls[round % 2] as CallService;
      const made = await writer('POST', '/v1/candidates', {
        body: { externalIds: [{ system: 'two', id: String(round) }], name: `Person ${round}` },
      });
      expect(made.status).toBe(201);
      const reference = await unitOfWork.run(stored.organizationId, async (tx) => {
        await tx.query(`UPDATE holding SET proof = $2, strength = $2, trust = 100 WHERE organization_id = $1`, [
          tx.organizationId,
          40 + ((round * 17) % 60),
        ]);
        return new SqlRanking().rank(tx, request);
      });
      for (const answer of await Promise.all(calls.map((call) => call('GET', ranking)))) {
        expect(answer.status).toBe(200);
        expect(answer.body.totals).toEqual(reference.totals);
        expect(answer.body.totals.all).toBe(world.candidates.length + round);
        const places = (rows: readonly { candidateId: string; score: number; band: string }[]) =>
          rows.map(({ candidateId, score, band }) => [candidateId, band, score]);
        expect(places(answer.body.data)).toEqual(places(reference.rows));
      }
    }
  });
});
