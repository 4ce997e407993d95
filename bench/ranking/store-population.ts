import type pg from 'pg';
import { codeOf, SINCE_UNSAID, UNTIL_EPOCH_MS, UNTIL_UNSAID } from '../../src/ranking/domain/index/posting.js';
import { FRAMEWORK, ORGANIZATION, VERSION } from './ids.js';
import { COMPETENCIES, NEVER, type Population, type Taxonomy, TODAY } from './population.js';

/** When the questions are asked; days of the population count from `TODAY` before it. */
export const CLOCK = new Date('2026-06-01T00:00:00Z');
const BATCH = 2_000;

/**
 * The population as rows of the service, and once more in the narrow table of the tuned statement. Past triggers and
 * foreign keys, since no credential stands behind these holdings. Packs are made here, since the service's own function makes
 * one at a time, and some of them are held against that function.
 */
export async function storePopulation(
  db: pg.Client,
  taxonomy: Taxonomy,
  population: Population,
  say: (line: string) => void,
): Promise<void> {
  await db.query(
    `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'`,
  );
  await storeFramework(db, taxonomy);
  await db.query(
    `CREATE TABLE tuned (candidate int NOT NULL, competency int2 NOT NULL, level int2 NOT NULL, strength int2 NOT NULL,
       ends int2 NOT NULL)`,
  );
  const { rows: indexes } = await db.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = 'holding' AND indexname <> 'holding_pkey'`,
  );
  for (const { name } of indexes) await db.query(`DROP INDEX ${name}`);
  await db.query(`ALTER TABLE holding DROP CONSTRAINT holding_pkey`);
  await db.query(
    `INSERT INTO candidate (organization_id, id, ordinal, name)
     SELECT $1, ('a0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, n, 'Person ' || n
     FROM generate_series(1, $2::int) n`,
    [ORGANIZATION, population.size],
  );
  for (let from = 0; from < population.size; from += BATCH) {
    await storeBatch(db, population, from, Math.min(population.size, from + BATCH));
  }
  say('holdings stored');
  await db.query(
    `ALTER TABLE holding ADD CONSTRAINT holding_pkey
       PRIMARY KEY (organization_id, candidate_id, competency_id, credential_id)`,
  );
  await db.query(`CREATE INDEX tuned_cover ON tuned (competency, candidate) INCLUDE (level, strength, ends)`);
  say('indexes made');
  await db.query(
    `INSERT INTO holding_sequence (organization_id, value, last_ordinal, competencies) VALUES ($1, 1, $2, $3)`,
    [ORGANIZATION, population.size, COMPETENCIES],
  );
  await storePacks(db, population);
  say('packs made');
  await db.query(`VACUUM ANALYZE tuned`);
  for (const table of ['candidate', 'holding', 'holding_pack', 'competency_edge']) await db.query(`ANALYZE ${table}`);
  await db.query(`CREATE TABLE bench_world AS SELECT $1::int AS candidates`, [population.size]);
  await db.query(`SET session_replication_role = origin`);
}

async function storeBatch(db: pg.Client, population: Population, from: number, to: number): Promise<void> {
  const { offsets, competency, level, strength, end } = population;
  const [first, last] = [offsets[from] as number, offsets[to] as number];
  const candidates: number[] = [];
  for (let candidate = from; candidate < to; candidate += 1) {
    for (let at = offsets[candidate] as number; at < (offsets[candidate + 1] as number); at += 1) {
      candidates.push(candidate + 1);
    }
  }
  const list = (values: ArrayLike<number>) => `{${Array.prototype.join.call(values, ',')}}`;
  const columns = [
    list(candidates),
    list(competency.subarray(first, last)),
    list(level.subarray(first, last)),
    list(strength.subarray(first, last)),
    list(end.subarray(first, last).map((day) => (day === NEVER ? 32_767 : day))),
  ];
  await db.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($1::int[], $2::int2[], $3::int2[], $4::int2[], $5::int2[])
         AS g (candidate, competency, level, strength, ends)),
     narrow AS (INSERT INTO tuned SELECT * FROM given)
     INSERT INTO holding (organization_id, candidate_id, competency_id, credential_id, verdict, level, proof, trust, tier,
       strength, valid_until, json_path)
     SELECT $6::uuid, ('a0000000-0000-7000-8000-' || lpad(to_hex(candidate), 12, '0'))::uuid,
       ('c0000000-0000-7000-8000-' || lpad(to_hex(competency::int), 12, '0'))::uuid,
       ('d0000000-0000-7000-8000-' || lpad(to_hex(candidate), 12, '0'))::uuid, 'verified', level, strength, 100,
       'trusted', strength, CASE WHEN ends < 32767 THEN $7::timestamptz + (ends - ${TODAY}) * interval '1 day' END, '/'
     FROM given`,
    [...columns, ORGANIZATION, CLOCK],
  );
}

async function storePacks(db: pg.Client, population: Population): Promise<void> {
  for (let from = 0; from < population.size; from += BATCH) {
    const to = Math.min(population.size, from + BATCH);
    const ordinals = Array.from({ length: to - from }, (_, at) => from + at + 1);
    const packs = ordinals.map((ordinal) => packOf(population, ordinal - 1));
    await db.query(
      `INSERT INTO holding_pack (organization_id, ordinal, pack)
       SELECT $1, ordinal, pack FROM unnest($2::bigint[], $3::bytea[]) AS g (ordinal, pack)`,
      [ORGANIZATION, ordinals, packs],
    );
  }
  await db.query(`ANALYZE holding; ANALYZE held_competency`);
  const { rows } = await db.query<{ differ: number }>(
    `SELECT count(*)::int AS differ FROM holding_pack p
     JOIN candidate c ON c.organization_id = p.organization_id AND c.ordinal = p.ordinal
     WHERE p.organization_id = $1 AND p.ordinal <= 500 AND p.pack <> packed_holdings(p.organization_id, c.id)`,
    [ORGANIZATION],
  );
  if (rows[0]?.differ !== 0) throw new Error('a pack is not what the service would have made of the holdings');
}

function packOf({ offsets, competency, level, strength, end }: Population, candidate: number): Buffer {
  const [first, last] = [offsets[candidate] as number, offsets[candidate + 1] as number];
  const held = Array.from({ length: last - first }, (_, at) => first + at).sort(
    (a, b) => (competency[a] as number) - (competency[b] as number),
  );
  const words = held.flatMap((at) => {
    const day = end[at] as number;
    const endMs = CLOCK.getTime() + (day - TODAY) * 86_400_000;
    const code = (competency[at] as number) * 4096 + codeOf(0, level[at] as number, strength[at] as number);
    return [code, SINCE_UNSAID, day === NEVER ? UNTIL_UNSAID : (endMs - UNTIL_EPOCH_MS) / 1000];
  });
  const pack = Buffer.alloc(4 + words.length * 4);
  [3, ...words].forEach((word, at) => pack.writeInt32BE(word, at * 4));
  return pack;
}

async function storeFramework(db: pg.Client, { broader, related }: Taxonomy): Promise<void> {
  await db.query(`INSERT INTO organization (organization_id, name, cursor_secret) VALUES ($1, 'Bench', '\\x00')`, [
    ORGANIZATION,
  ]);
  await db.query(
    `INSERT INTO framework (organization_id, id, slug, name, format, active_version_id)
     VALUES ($1, $2, 'bench', 'Bench', 'csv', $3)`,
    [ORGANIZATION, FRAMEWORK, VERSION],
  );
  const id = (number: string) => `('c0000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  await db.query(
    `INSERT INTO competency (organization_id, id, framework_id, uri)
     SELECT $1, ${id('n')}, $2, 'urn:bench:' || n FROM generate_series(0, $3::int - 1) n`,
    [ORGANIZATION, FRAMEWORK, COMPETENCIES],
  );
  await db.query(
    `INSERT INTO held_competency (organization_id, competency_id, number)
     SELECT $1, ${id('n')}, n FROM generate_series(0, $2::int - 1) n`,
    [ORGANIZATION, COMPETENCIES],
  );
  for (const [type, pairs] of [
    ['broader', broader],
    ['related', related],
  ] as const) {
    await db.query(
      `INSERT INTO competency_edge (organization_id, framework_version_id, from_id, to_id, type)
       SELECT $1, $2, ${id('f')}, ${id('t')}, $3 FROM unnest($4::int[], $5::int[]) AS e (f, t)`,
      [ORGANIZATION, VERSION, type, pairs.map(([from]) => from), pairs.map(([, to]) => to)],
    );
  }
  await db.query(`ANALYZE competency_edge`);
}
