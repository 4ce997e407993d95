import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * Competency frameworks. A competency keeps its id over all versions of its framework (identity: framework and uri);
 * everything said about it belongs to one version, and the framework names the version that counts.
 */
export class Frameworks1795392000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await db.query(`
      CREATE TABLE framework (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        slug text NOT NULL,
        name text NOT NULL,
        format text NOT NULL,
        active_version_id uuid,
        scale jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT framework_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT framework_slug_key UNIQUE (organization_id, slug),
        CONSTRAINT framework_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (organization_id)
      )`);
    await protectTenantTable(db, 'framework');

    await db.query(`
      CREATE TABLE framework_version (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        framework_id uuid NOT NULL,
        version text NOT NULL,
        checksum bytea NOT NULL,
        competency_count integer NOT NULL,
        imported_at timestamptz NOT NULL,
        imported_by text NOT NULL,
        CONSTRAINT framework_version_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT framework_version_key UNIQUE (organization_id, framework_id, version),
        CONSTRAINT framework_version_framework_fkey FOREIGN KEY (organization_id, framework_id)
          REFERENCES framework (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'framework_version');

    await db.query(`
      CREATE TABLE competency (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        framework_id uuid NOT NULL,
        uri text NOT NULL,
        CONSTRAINT competency_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT competency_uri_key UNIQUE (organization_id, framework_id, uri),
        CONSTRAINT competency_framework_fkey FOREIGN KEY (organization_id, framework_id)
          REFERENCES framework (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'competency');

    await this.perVersion(
      db,
      'competency_entry',
      ['framework_version_id', 'competency_id'],
      `
        code text,
        label text NOT NULL,
        definition text,
        type text NOT NULL,
        assignable boolean NOT NULL,
        status text NOT NULL DEFAULT 'active',
        replaced_by uuid,
        level_anchors jsonb NOT NULL DEFAULT '{}',`,
    );

    await this.perVersion(
      db,
      'competency_label',
      ['framework_version_id', 'competency_id', 'language', 'kind', 'normalised'],
      `
        language text NOT NULL,
        kind text NOT NULL,
        text text NOT NULL,
        normalised text NOT NULL,
        CONSTRAINT competency_label_kind CHECK (kind IN ('preferred', 'alternative', 'hidden')),`,
    );
    await db.query(
      `CREATE INDEX competency_label_by_text ON competency_label (organization_id, normalised text_pattern_ops)`,
    );
    await db.query(`CREATE INDEX competency_label_by_trigram ON competency_label USING gin (normalised gin_trgm_ops)`);

    await this.perVersion(
      db,
      'competency_identifier',
      ['framework_version_id', 'canonical_key', 'competency_id'],
      `
        canonical_key text NOT NULL,`,
    );
    await db.query(
      `CREATE INDEX competency_identifier_by_key ON competency_identifier (organization_id, canonical_key)`,
    );

    // broader: from is the narrower one; related: stored once, read both ways.
    await db.query(`
      CREATE TABLE competency_edge (
        organization_id uuid NOT NULL,
        framework_version_id uuid NOT NULL,
        from_id uuid NOT NULL,
        to_id uuid NOT NULL,
        type text NOT NULL,
        CONSTRAINT competency_edge_pkey PRIMARY KEY (organization_id, framework_version_id, type, from_id, to_id),
        CONSTRAINT competency_edge_version_fkey FOREIGN KEY (organization_id, framework_version_id)
          REFERENCES framework_version (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT competency_edge_from_fkey FOREIGN KEY (organization_id, from_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT competency_edge_to_fkey FOREIGN KEY (organization_id, to_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT competency_edge_type CHECK (type IN ('broader', 'related'))
      )`);
    await db.query(
      `CREATE INDEX competency_edge_backwards ON competency_edge (organization_id, framework_version_id, type, to_id, from_id)`,
    );
    await protectTenantTable(db, 'competency_edge');

    // to_key is the canonical identifier of the other side, wherever it lives; to_competency_id when we hold it too.
    await db.query(`
      CREATE TABLE crosswalk (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        competency_id uuid NOT NULL,
        relation text NOT NULL,
        to_key text NOT NULL,
        to_label text,
        to_competency_id uuid,
        source text NOT NULL,
        framework_version_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT crosswalk_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT crosswalk_key UNIQUE (organization_id, competency_id, relation, to_key, source),
        CONSTRAINT crosswalk_competency_fkey FOREIGN KEY (organization_id, competency_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT crosswalk_to_competency_fkey FOREIGN KEY (organization_id, to_competency_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT crosswalk_relation CHECK (relation IN ('exact', 'close', 'broader', 'narrower', 'related'))
      )`);
    await db.query(`CREATE INDEX crosswalk_by_key ON crosswalk (organization_id, to_key)`);
    await db.query(`CREATE INDEX crosswalk_by_target ON crosswalk (organization_id, to_competency_id)`);
    await protectTenantTable(db, 'crosswalk');
  }

  async down(db: QueryRunner): Promise<void> {
    const tables = ['crosswalk', 'competency_edge', 'competency_identifier', 'competency_label', 'competency_entry'];
    for (const table of [...tables, 'competency', 'framework_version', 'framework']) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query(`DROP EXTENSION pg_trgm`);
  }

  /** A table of statements about competencies, each made by one framework version. */
  private async perVersion(db: QueryRunner, table: string, key: readonly string[], columns: string): Promise<void> {
    await db.query(`
      CREATE TABLE ${table} (
        organization_id uuid NOT NULL,
        framework_version_id uuid NOT NULL,
        competency_id uuid NOT NULL,${columns}
        CONSTRAINT ${table}_pkey PRIMARY KEY (organization_id, ${key.join(', ')}),
        CONSTRAINT ${table}_version_fkey FOREIGN KEY (organization_id, framework_version_id)
          REFERENCES framework_version (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT ${table}_competency_fkey FOREIGN KEY (organization_id, competency_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, table);
  }
}
