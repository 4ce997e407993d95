import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * Dense ordinals, and what a ranking held in memory is loaded from and follows: each candidate's holdings in one short
 * row, and which of them changed with which number of the organization's sequence.
 *
 * Whatever statement changes holdings or who is a candidate notes whom it concerns. At commit, once per transaction and
 * as its last lock, the organization's row of `holding_sequence` is taken and all noted candidates are settled. The lock
 * makes the order of commits the order of the sequence: whoever has seen number n has seen all that has a smaller one.
 */
export class HoldingPacks1795393005001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await createTables(db);
    await createFunctions(db);
    await settleWhatIsThere(db);
    await createTriggers(db);
    for (const table of ['holding_pack', 'holding_change', 'held_competency', 'holding_due']) {
      await protectTenantTable(db, table);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update', 'delete'])
      await db.query(`DROP TRIGGER holding_${event}_noted ON holding`);
    await db.query(`DROP TRIGGER candidate_created_noted ON candidate`);
    await db.query(`DROP TRIGGER candidate_ended_noted ON candidate`);
    for (const table of ['holding_due', 'holding_change', 'holding_pack', 'held_competency']) {
      await db.query(`DROP TABLE ${table}`);
    }
    for (const name of ['note_new_rows()', 'note_old_rows()', 'note_both_rows()', 'note_new_candidates()']) {
      await db.query(`DROP FUNCTION ${name}`);
    }
    await db.query(`DROP FUNCTION note_ended_candidate()`);
    await db.query(`DROP FUNCTION settle_holdings()`);
    await db.query(`DROP FUNCTION holdings_changed(uuid, uuid[])`);
    await db.query(`DROP FUNCTION packed_holdings(uuid, uuid)`);
    await db.query(`
      ALTER TABLE holding_sequence DROP COLUMN last_ordinal, DROP COLUMN competencies, DROP COLUMN feed_after`);
    await db.query(`CREATE SEQUENCE candidate_ordinal`);
    await db.query(`GRANT USAGE ON SEQUENCE candidate_ordinal TO credence_app`);
    await db.query(`ALTER TABLE candidate NO FORCE ROW LEVEL SECURITY`);
    await db.query(`SELECT setval('candidate_ordinal', (SELECT coalesce(max(ordinal), 0) + 1 FROM candidate), false)`);
    await db.query(`
      ALTER TABLE candidate ALTER COLUMN ordinal SET DEFAULT nextval('candidate_ordinal'),
        ALTER COLUMN ordinal SET NOT NULL`);
    await db.query(`ALTER TABLE candidate FORCE ROW LEVEL SECURITY`);
  }
}

async function createTables(db: QueryRunner): Promise<void> {
  await db.query(`
    ALTER TABLE holding_sequence ADD COLUMN last_ordinal bigint NOT NULL DEFAULT 0,
      ADD COLUMN competencies integer NOT NULL DEFAULT 0, ADD COLUMN feed_after bigint NOT NULL DEFAULT 0`);
  await db.query(`
    CREATE TABLE held_competency (
      organization_id uuid NOT NULL,
      competency_id uuid NOT NULL,
      number integer NOT NULL,
      CONSTRAINT held_competency_pkey PRIMARY KEY (organization_id, competency_id),
      CONSTRAINT held_competency_number_key UNIQUE (organization_id, number),
      CONSTRAINT held_competency_competency_fkey FOREIGN KEY (organization_id, competency_id)
        REFERENCES competency (organization_id, id) ON DELETE CASCADE,
      CONSTRAINT held_competency_number CHECK (number BETWEEN 0 AND 524287)
    )`);
  await db.query(`
    CREATE TABLE holding_pack (
      organization_id uuid NOT NULL,
      ordinal bigint NOT NULL,
      pack bytea NOT NULL,
      CONSTRAINT holding_pack_pkey PRIMARY KEY (organization_id, ordinal),
      CONSTRAINT holding_pack_candidate_fkey FOREIGN KEY (organization_id, ordinal)
        REFERENCES candidate (organization_id, ordinal) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    )`);
  await db.query(`
    CREATE TABLE holding_change (
      organization_id uuid NOT NULL,
      sequence bigint NOT NULL,
      ordinal bigint NOT NULL,
      CONSTRAINT holding_change_pkey PRIMARY KEY (organization_id, sequence, ordinal)
    )`);
  await db.query(`
    CREATE TABLE holding_due (
      organization_id uuid NOT NULL,
      transaction bigint NOT NULL,
      candidate_id uuid NOT NULL,
      CONSTRAINT holding_due_pkey PRIMARY KEY (organization_id, transaction, candidate_id)
    )`);
  await db.query(`ALTER TABLE candidate ALTER COLUMN ordinal DROP DEFAULT, ALTER COLUMN ordinal DROP NOT NULL`);
  await db.query(`DROP SEQUENCE candidate_ordinal`);
}

/**
 * A pack is 32-bit words, big-endian: first how many words each posting has, then the postings in order.
 *
 * 1. competency number x 4096 + (verdict x 10 + level) x 101 + strength; verdict 0 verified, 1 unverifiable, 2 failed;
 *    level 0 is unknown
 * 2. valid from, in seconds from 1988-01-01, rounded down; the smallest number is "not said"
 * 3. valid until, in seconds from 2038-01-19T03:14:08Z; the largest number is "for ever"
 * 4. only if one of the candidate's times is not at a full second: milliseconds of (2) x 65536 + milliseconds of (3)
 *
 * Times outside of what a word holds become its first or last second: before December 1919 or after January 2056 for
 * (2), before 1970 or after February 2106 for (3).
 */
async function createFunctions(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION packed_holdings(of_organization uuid, of_candidate uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
      WITH timed AS (
        SELECT n.number, h.strength, coalesce(h.level, 0) AS level,
          CASE h.verdict WHEN 'verified' THEN 0 WHEN 'unverifiable' THEN 1 ELSE 2 END AS verdict,
          floor(extract(epoch FROM h.valid_from) * 1000) - 567993600000 AS since,
          ceil(extract(epoch FROM h.valid_until) * 1000) - 2147483648000 AS until
        FROM holding h
        JOIN held_competency n ON n.organization_id = of_organization AND n.competency_id = h.competency_id
        WHERE h.organization_id = of_organization AND h.candidate_id = of_candidate
      ),
      held AS (
        SELECT number * 4096 + (verdict * 10 + level) * 101 + strength AS code,
          CASE WHEN since IS NULL THEN -2147483648
            ELSE greatest(-2147483647, least(2147483647, floor(since / 1000))) END::int AS since,
          CASE WHEN until IS NULL THEN 2147483647
            ELSE greatest(-2147483648, least(2147483646, floor(until / 1000))) END::int AS until,
          coalesce(CASE WHEN since / 1000 BETWEEN -2147483647 AND 2147483647 THEN since - floor(since / 1000) * 1000 END,
            0)::int * 65536
          + coalesce(CASE WHEN until / 1000 BETWEEN -2147483648 AND 2147483646 THEN until - floor(until / 1000) * 1000 END,
            0)::int AS milliseconds
        FROM timed
      ),
      shape AS (SELECT coalesce(bool_or(milliseconds <> 0), false) AS fine FROM held)
      SELECT int4send(CASE WHEN fine THEN 4 ELSE 3 END) || coalesce((
        SELECT string_agg(int4send(code) || int4send(since) || int4send(until)
            || CASE WHEN fine THEN int4send(milliseconds) ELSE '' END, '' ORDER BY code, since, until, milliseconds)
        FROM held), '')
      FROM shape
    $$`);
  await db.query(`
    CREATE FUNCTION holdings_changed(of_organization uuid, candidates uuid[]) RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE
      state holding_sequence;
      added bigint;
    BEGIN
      INSERT INTO holding_sequence AS s (organization_id, value) VALUES (of_organization, 1)
      ON CONFLICT (organization_id) DO UPDATE SET value = s.value + 1 RETURNING * INTO state;

      WITH fresh AS (
        SELECT id, row_number() OVER (ORDER BY id) AS place FROM candidate
        WHERE organization_id = of_organization AND id = ANY (candidates) AND ordinal IS NULL
      )
      UPDATE candidate c SET ordinal = state.last_ordinal + f.place FROM fresh f
      WHERE c.organization_id = of_organization AND c.id = f.id;
      GET DIAGNOSTICS added = ROW_COUNT;
      state.last_ordinal := state.last_ordinal + added;

      INSERT INTO held_competency (organization_id, competency_id, number)
      SELECT of_organization, competency_id, state.competencies + row_number() OVER (ORDER BY competency_id) - 1
      FROM (SELECT DISTINCT competency_id FROM holding
            WHERE organization_id = of_organization AND candidate_id = ANY (candidates)) h
      WHERE NOT EXISTS (SELECT FROM held_competency n
                        WHERE n.organization_id = of_organization AND n.competency_id = h.competency_id);
      GET DIAGNOSTICS added = ROW_COUNT;
      state.competencies := state.competencies + added;

      DELETE FROM holding_pack p USING candidate c
      WHERE c.organization_id = of_organization AND c.id = ANY (candidates)
        AND (c.erased_at IS NOT NULL OR c.merged_into IS NOT NULL)
        AND p.organization_id = of_organization AND p.ordinal = c.ordinal;
      INSERT INTO holding_pack (organization_id, ordinal, pack)
      SELECT of_organization, ordinal, packed_holdings(of_organization, id) FROM candidate
      WHERE organization_id = of_organization AND id = ANY (candidates) AND erased_at IS NULL AND merged_into IS NULL
      ON CONFLICT (organization_id, ordinal) DO UPDATE SET pack = excluded.pack;

      INSERT INTO holding_change (organization_id, sequence, ordinal)
      SELECT of_organization, state.value, ordinal FROM candidate
      WHERE organization_id = of_organization AND id = ANY (candidates);
      -- Who is further behind loads anew, which is quicker than that many changes.
      IF state.value % 4096 = 0 THEN
        state.feed_after := greatest(0, state.value - 65536);
        DELETE FROM holding_change WHERE organization_id = of_organization AND sequence <= state.feed_after;
      END IF;

      UPDATE holding_sequence SET last_ordinal = state.last_ordinal, competencies = state.competencies,
        feed_after = state.feed_after
      WHERE organization_id = of_organization;
      RETURN state.value;
    END $$`);
  await db.query(`
    CREATE FUNCTION settle_holdings() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      noted uuid[];
    BEGIN
      WITH due AS (DELETE FROM holding_due
                   WHERE organization_id = NEW.organization_id AND transaction = NEW.transaction RETURNING candidate_id)
      SELECT array_agg(candidate_id) INTO noted FROM due;
      IF noted IS NOT NULL THEN PERFORM holdings_changed(NEW.organization_id, noted); END IF;
      RETURN NULL;
    END $$`);
  const note = (name: string, select: string) =>
    db.query(`
      CREATE FUNCTION ${name} RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO holding_due (organization_id, transaction, candidate_id)
        SELECT DISTINCT organization_id, pg_current_xact_id()::text::bigint, candidate_id FROM (${select}) concerned
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$`);
  const of = (rows: string) => `SELECT organization_id, candidate_id FROM ${rows}`;
  await note('note_new_rows()', of('new_rows'));
  await note('note_old_rows()', of('old_rows'));
  await note('note_both_rows()', `${of('new_rows')} UNION ${of('old_rows')}`);
  await note('note_new_candidates()', `SELECT organization_id, id AS candidate_id FROM new_rows`);
  await note('note_ended_candidate()', `SELECT NEW.organization_id AS organization_id, NEW.id AS candidate_id`);
}

/** Candidates get their numbers in the order they had; forced policies would hide the rows from an owner. */
async function settleWhatIsThere(db: QueryRunner): Promise<void> {
  const tables = ['candidate', 'holding', 'holding_sequence'];
  for (const table of tables) await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  // By way of negative numbers, since the old and the new ones overlap.
  await db.query(`
    UPDATE candidate c SET ordinal = -p.place
    FROM (SELECT organization_id, id, row_number() OVER (PARTITION BY organization_id ORDER BY ordinal) AS place
          FROM candidate) p
    WHERE c.organization_id = p.organization_id AND c.id = p.id`);
  await db.query(`UPDATE candidate SET ordinal = -ordinal`);
  await db.query(`
    INSERT INTO holding_sequence AS s (organization_id, value, last_ordinal)
    SELECT organization_id, 0, max(ordinal) FROM candidate GROUP BY organization_id
    ON CONFLICT (organization_id) DO UPDATE SET last_ordinal = excluded.last_ordinal`);
  await db.query(`
    SELECT holdings_changed(organization_id, array_agg(id)) FROM candidate GROUP BY organization_id`);
  // The deferred foreign keys of the packs are checked now; a table with pending checks cannot be altered.
  await db.query(`SET CONSTRAINTS ALL IMMEDIATE`);
  for (const table of tables) await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}

async function createTriggers(db: QueryRunner): Promise<void> {
  const seen = { insert: 'NEW TABLE AS new_rows', delete: 'OLD TABLE AS old_rows' };
  const noting = { insert: 'note_new_rows', update: 'note_both_rows', delete: 'note_old_rows' };
  for (const event of ['insert', 'update', 'delete'] as const) {
    const tables = event === 'update' ? `${seen.delete} ${seen.insert}` : seen[event];
    await db.query(`
      CREATE TRIGGER holding_${event}_noted AFTER ${event.toUpperCase()} ON holding REFERENCING ${tables}
      FOR EACH STATEMENT EXECUTE FUNCTION ${noting[event]}()`);
  }
  await db.query(`
    CREATE TRIGGER candidate_created_noted AFTER INSERT ON candidate REFERENCING ${seen.insert}
    FOR EACH STATEMENT EXECUTE FUNCTION note_new_candidates()`);
  await db.query(`
    CREATE TRIGGER candidate_ended_noted AFTER UPDATE OF erased_at, merged_into ON candidate
    FOR EACH ROW EXECUTE FUNCTION note_ended_candidate()`);
  await db.query(`
    CREATE CONSTRAINT TRIGGER holding_due_settled AFTER INSERT ON holding_due DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION settle_holdings()`);
}
