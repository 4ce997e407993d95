import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { BulkReader } from '../../src/platform/bulk-read/index.js';
import { loadConfig } from '../../src/platform/config/index.js';
import { Database, migrate, PostgresUnitOfWork } from '../../src/platform/database/index.js';
import { startStores } from '../../src/platform/embedded/index.js';
import { ReadingSnapshot } from '../../src/ranking/application/reading-snapshot.js';
import { compileProfile } from '../../src/ranking/domain/compiled-profile.js';
import { READY_SOON } from '../../src/ranking/domain/index/kernel.js';
import { type IndexQuestion, questionOf } from '../../src/ranking/domain/index/question.js';
import type { OrganizationIndex } from '../../src/ranking/domain/index/organization-index.js';
import { countedProfile } from '../../src/ranking/domain/preview/counted-gates.js';
import { previewOf } from '../../src/ranking/domain/preview/preview.js';
import { effectCounter } from '../../src/ranking/domain/preview/requirement-effects.js';
import { DEFAULT_SCORING_POLICY } from '../../src/ranking/domain/scoring-policy.js';
import { FrameworkRepository } from '../../src/ranking/persistence/framework.repository.js';
import { IndexRanking } from '../../src/ranking/persistence/index/index-ranking.js';
import { IndexReader } from '../../src/ranking/persistence/index/index-reader.js';
import { IndexThread } from '../../src/ranking/persistence/index/index-thread.js';
import { PageDetails } from '../../src/ranking/persistence/index/page-details.js';
import { startKernel } from '../../src/ranking/persistence/index/start-kernel.js';
import { SqlRanking } from '../../src/ranking/persistence/sql-ranking.js';
import type { Requirement } from '../../src/roles/index.js';
import { type Answer, isSame, percentile } from './answer.js';
import { ORGANIZATION } from './ids.js';
import { Lucene } from './lucene.js';
import { NativeFloor } from './native-floor.js';
import { makePopulation, makeTaxonomy } from './population.js';
import { makeProfiles } from './profiles.js';
import { CLOCK, storePopulation } from './store-population.js';
import { TunedSql } from './tuned-sql.js';

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const candidates = option('candidates', 100_000);
const profileCount = option('profiles', 5);
const rounds = option('rounds', 4);
const SIZE = 25;
const PREVIEW_SIZE = 15;
const LIMIT = 50;
/** The floor is the best of so many rounds of its own; the index is asked as often. */
const FLOOR_ROUNDS = 25;

const started = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const scratch = mkdtempSync(join(tmpdir(), 'credence-bench-ranking-'));
// Making a large population takes longer than measuring it: it can be kept for the next run.
const world = process.argv.includes('--world') ? String(process.argv[process.argv.indexOf('--world') + 1]) : scratch;
const stores = await startStores(
  {
    dataDir: world,
    path: process.env.PATH,
    postgresSettings: { fsync: 'off', shared_buffers: '4GB', max_wal_size: '8GB', jit: 'off', full_page_writes: 'off' },
  },
  () => undefined,
);
try {
  const figures = await measure(stores.databaseUrl);
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
} finally {
  await stores.stop();
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(url: string): Promise<object> {
  await migrate(url);
  const taxonomy = makeTaxonomy();
  const population = makePopulation(taxonomy, candidates);
  say(`${candidates} candidates with ${population.competency.length} holdings`);
  const db = new pg.Client({ connectionString: url });
  // Stopping the stores after a fault would else hide the fault.
  db.on('error', () => undefined);
  await db.connect();
  if (await isStored(db, candidates)) say('stored by an earlier run');
  else await storePopulation(db, taxonomy, population, say);
  if (process.argv.includes('--make-only')) {
    await db.end();
    return { candidates };
  }
  const tuned = new TunedSql(db, candidates);
  await tuned.prepare();
  const lucene = await Lucene.start(world, scratch, population, say);
  say(lucene === null ? 'without Lucene' : 'Lucene ready');

  const reader = new BulkReader(url);
  const loadFrom = performance.now();
  const index = await new IndexReader(reader, startKernel()).load(ORGANIZATION, Infinity);
  const loadSeconds = (performance.now() - loadFrom) / 1000;
  if (index === null) throw new Error('an index without a limit is always loaded');
  await reader.close();
  const bytesPerPosting = index.bytes / index.postings;
  say(`index loaded in ${loadSeconds.toFixed(2)} s, ${bytesPerPosting.toFixed(2)} bytes a holding`);

  const service = startService(url);
  const floor = NativeFloor.make(scratch);
  const profiles = makeProfiles(taxonomy, SIZE, profileCount);
  const everyone = profiles.map((profile) => profile.map((one) => ({ ...one, importance: 'nice' as const })));
  await compareAll(service, index, everyone.slice(0, 1), null, tuned, lucene, 2);
  const all = await compareAll(service, index, everyone, floor, tuned, lucene, rounds);
  report('everyone by score', all);
  const gated = await compareAll(service, index, profiles, null, tuned, null, rounds);
  report('two musts, bands first', gated);
  const previews = await timePreviews(service, makeProfiles(taxonomy, PREVIEW_SIZE, profileCount));
  const previewP50Ms = percentile(previews, 0.5);
  say(`preview of ${PREVIEW_SIZE} requirements: ${previewP50Ms.toFixed(1)} ms (p50)`);
  const visibleAfterMs = await visibleAfter(service, db, profiles[0] as Requirement[]);
  lucene?.stop();
  await service.stop();
  await db.end();
  return {
    candidates,
    postings: index.postings,
    requirements: SIZE,
    indexP50Ms: percentile(all.index, 0.5),
    indexP95Ms: percentile(all.index, 0.95),
    requestP50Ms: percentile(all.request, 0.5),
    requestP95Ms: percentile(all.request, 0.95),
    ratioTunedSqlToIndex: percentile(all.sqlToIndex, 0.5),
    ratioEngineToIndex: all.engineToIndex.length === 0 ? null : percentile(all.engineToIndex, 0.5),
    ratioIndexToFloor: all.indexToFloor.length === 0 ? null : percentile(all.indexToFloor, 0.5),
    bytesPerPosting,
    loadSeconds,
    visibleAfterMs,
    previewP50Ms,
    mismatches: all.mismatches + gated.mismatches,
  };
}

interface Service {
  question(profile: readonly Requirement[]): Promise<IndexQuestion>;
  rank(profile: readonly Requirement[]): Promise<Answer>;
  /** Counts who is left by each requirement, as a preview does, without labels. @returns milliseconds */
  preview(profile: readonly Requirement[]): Promise<number>;
  stop(): Promise<void>;
}

/** The service's own engine, from the transaction to the reasons of a page; HTTP and JSON are not in it. */
function startService(url: string): Service {
  const database = new Database(url, { maxConnections: 4 });
  const snapshot = new ReadingSnapshot(new PostgresUnitOfWork(database));
  const thread = new IndexThread(database, loadConfig({ RANKING_INDEX_MIB: '8192' }));
  const frameworks = new FrameworkRepository();
  const engine = new IndexRanking(new SqlRanking(), thread, new PageDetails(), frameworks, snapshot);
  const policy = DEFAULT_SCORING_POLICY;
  return {
    question: (requirements) =>
      snapshot.run(ORGANIZATION, async (tx) => {
        const ids = requirements.map(({ competencyId }) => competencyId);
        const edges = await frameworks.edgesAround(tx, ids, policy.relations);
        return questionOf(compileProfile({ requirements, groups: [] }, edges, policy, CLOCK));
      }),
    async rank(requirements) {
      const from = performance.now();
      const profile = { requirements, groups: [] };
      const { rows, totals } = await snapshot.run(ORGANIZATION, (tx) =>
        engine.rank(tx, { profile, policy, asOf: CLOCK, limit: LIMIT }),
      );
      const ms = performance.now() - from;
      return { ms, qualified: totals.qualified, page: rows.map(({ ordinal, score }) => [ordinal, score] as const) };
    },
    async preview(requirements) {
      const from = performance.now();
      const counted = countedProfile({ requirements, groups: [] });
      const tally = await snapshot.run(ORGANIZATION, (tx) =>
        engine.tally(tx, { conditions: counted.conditions, policy, asOf: CLOCK }),
      );
      const counter = effectCounter(counted, tally);
      while (counter.count(5_000)) await setImmediate();
      previewOf(counted, tally, counter.effects);
      return performance.now() - from;
    },
    async stop() {
      await thread.onApplicationShutdown();
      await database.onApplicationShutdown();
    },
  };
}

async function timePreviews(service: Service, profiles: readonly (readonly Requirement[])[]): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const profile of profiles) {
      const ms = await service.preview(profile);
      if (round > 0) times.push(ms);
    }
  }
  return times;
}

function rankByIndex(index: OrganizationIndex, question: IndexQuestion): Answer {
  const from = performance.now();
  const all = { limit: LIMIT, bands: null, after: null, pool: null, found: null, only: null };
  const { rows, totals } = index.rank(question, all);
  const ms = performance.now() - from;
  return { ms, qualified: totals.qualified, page: rows.map(({ ordinal, key }) => [ordinal, key & (READY_SOON - 1)]) };
}

interface Comparison {
  readonly index: number[];
  readonly request: number[];
  readonly sqlToIndex: number[];
  readonly engineToIndex: number[];
  readonly indexToFloor: number[];
  readonly touched: number[];
  mismatches: number;
}

/** All contenders in turn for each profile; ratios are of the best times of one profile. */
async function compareAll(
  service: Service,
  index: OrganizationIndex,
  profiles: readonly (readonly Requirement[])[],
  floor: NativeFloor | null,
  tuned: TunedSql,
  lucene: Lucene | null,
  times: number,
): Promise<Comparison> {
  const seen: Comparison = {
    ...{ index: [], request: [], sqlToIndex: [], engineToIndex: [], indexToFloor: [], touched: [], mismatches: 0 },
  };
  for (const [number, profile] of profiles.entries()) {
    const question = await service.question(profile);
    const name = `floor-${number}`;
    if (floor !== null) seen.touched.push(floor.write(name, index.segments, question));
    const best = { index: Infinity, sql: Infinity, engine: Infinity, floor: Infinity };
    for (let round = 0; round < times; round += 1) {
      const own = rankByIndex(index, question);
      const request = await service.rank(profile);
      const sql = await tuned.rank(question);
      const engine = await lucene?.rank(question);
      // Again beside the floor, as often as that, since what the others read has driven the postings out of the caches.
      const again = rankByIndex(index, question);
      const more = Array.from({ length: FLOOR_ROUNDS - 1 }, () => rankByIndex(index, question).ms);
      if (floor !== null) best.floor = Math.min(best.floor, floor.measure(name, FLOOR_ROUNDS));
      seen.index.push(own.ms, again.ms);
      seen.request.push(request.ms);
      best.index = Math.min(best.index, own.ms, again.ms, ...more);
      best.sql = Math.min(best.sql, sql.ms);
      if (![own, request, again].every((answer) => isSame(answer, sql))) seen.mismatches += 1;
      if (engine !== undefined) {
        best.engine = Math.min(best.engine, engine.ms);
        if (!isNear(engine, sql, profile)) seen.mismatches += 1;
      }
    }
    seen.sqlToIndex.push(best.sql / best.index);
    if (lucene !== null) seen.engineToIndex.push(best.engine / best.index);
    if (floor !== null) seen.indexToFloor.push(best.index / best.floor);
  }
  return seen;
}

/** Floats that are not rounded down are off by less than one point a requirement and unit of weight. */
function isNear(
  engine: { hits: number; page: Answer['page'] },
  { page, matched }: Answer,
  profile: readonly Requirement[],
) {
  const most = profile.reduce((sum, { weight }) => sum + weight, 0);
  const isClose = page.every(([, score], at) => Math.abs((engine.page[at]?.[1] ?? Infinity) - score) <= most);
  return isClose && engine.hits === matched;
}

/** @throws when another population is stored there */
async function isStored(db: pg.Client, size: number): Promise<boolean> {
  const { rows } = await db.query<{ stored: boolean }>(`SELECT to_regclass('bench_world') IS NOT NULL AS stored`);
  if (rows[0]?.stored !== true) return false;
  const { rows: worlds } = await db.query<{ candidates: number }>(`SELECT candidates FROM bench_world`);
  if (worlds[0]?.candidates !== size)
    throw new Error('the world holds another number of candidates; name another folder');
  return true;
}

/** From a commit that makes a candidate's holdings better to an answer that has seen it, in an index kept by another thread. */
async function visibleAfter(service: Service, db: pg.Client, profile: readonly Requirement[]): Promise<number> {
  const waits: number[] = [];
  await db.query(
    `CREATE TEMP TABLE before ON COMMIT PRESERVE ROWS AS SELECT h.* FROM holding h JOIN candidate c ON c.id = h.candidate_id
     WHERE h.organization_id = $1 AND c.organization_id = $1 AND c.ordinal <= 20`,
    [ORGANIZATION],
  );
  for (let ordinal = 1; ordinal <= 20; ordinal += 1) {
    await db.query(
      `UPDATE holding SET strength = 100, proof = 100 WHERE organization_id = $1
         AND candidate_id = (SELECT id FROM candidate WHERE organization_id = $1 AND ordinal = $2)`,
      [ORGANIZATION, ordinal],
    );
    const from = performance.now();
    await service.rank(profile);
    waits.push(performance.now() - from);
  }
  // The world stays what it was for the next run.
  await db.query(
    `UPDATE holding h SET strength = b.strength, proof = b.proof FROM before b WHERE h.organization_id = b.organization_id
       AND h.candidate_id = b.candidate_id AND h.competency_id = b.competency_id AND h.credential_id = b.credential_id`,
  );
  return percentile(waits, 0.5);
}

function report(what: string, seen: Comparison): void {
  const ms = (values: readonly number[]) =>
    `${percentile(values, 0.5).toFixed(2)} / ${percentile(values, 0.95).toFixed(2)} ms`;
  const ratio = (values: readonly number[]) =>
    values.length === 0 ? 'not measured' : percentile(values, 0.5).toFixed(1);
  say(`${what}: index ${ms(seen.index)} (p50 / p95), whole request ${ms(seen.request)}`);
  if (seen.touched.length > 0) {
    say(`  holdings touched for each candidate: ${(percentile(seen.touched, 0.5) / candidates).toFixed(2)}`);
  }
  say(`  tuned SQL / index ${ratio(seen.sqlToIndex)}, Lucene / index ${ratio(seen.engineToIndex)}`);
  say(`  index / floor ${ratio(seen.indexToFloor)}, answers that differ: ${seen.mismatches}`);
}
