import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An import keeps where it goes on, so that its lines are read in parts and not the whole body again and again. Bodies are
 * stored as they are: a part of one that is compressed cannot be read without the rest.
 */
export class ImportPlaces1795550000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE import_batch ALTER COLUMN body SET STORAGE EXTERNAL,
        ADD COLUMN next_byte integer NOT NULL DEFAULT 0, ADD COLUMN next_line integer NOT NULL DEFAULT 1,
        ADD COLUMN lines_done integer NOT NULL DEFAULT 0`);
    await placesOfOpenImports(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE import_batch ALTER COLUMN body SET STORAGE EXTENDED,
        DROP COLUMN next_byte, DROP COLUMN next_line, DROP COLUMN lines_done`);
  }
}

/** After the last line that has a result. */
async function placesOfOpenImports(db: QueryRunner): Promise<void> {
  for (const table of ['import_batch', 'import_line'])
    await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await db.query(`
    DO $$
    DECLARE
      batch record;
      body bytea;
      byte integer;
      line integer;
    BEGIN
      FOR batch IN SELECT organization_id, operation_id, max(l.line) AS last, count(*) AS done
        FROM import_batch JOIN import_line l USING (organization_id, operation_id) GROUP BY 1, 2
      LOOP
        -- Put together anew, the body is whole in memory and each byte is read from there.
        SELECT b.body || ''::bytea INTO body FROM import_batch b
        WHERE b.organization_id = batch.organization_id AND b.operation_id = batch.operation_id;
        byte := 0;
        line := 1;
        WHILE line <= batch.last AND byte < length(body) LOOP
          IF get_byte(body, byte) = 10 THEN line := line + 1; END IF;
          byte := byte + 1;
        END LOOP;
        UPDATE import_batch b SET next_byte = byte, next_line = batch.last + 1, lines_done = batch.done
        WHERE b.organization_id = batch.organization_id AND b.operation_id = batch.operation_id;
      END LOOP;
    END $$`);
  for (const table of ['import_batch', 'import_line']) await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
