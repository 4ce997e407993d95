import type { Transaction } from './transaction.js';

/** A version of settings that an organization set itself. */
export interface KeptVersion<Content> {
  readonly version: number;
  readonly content: Content;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** Where versions are kept, in words of the program and never of a sender. */
export interface VersionedTable {
  readonly table: string;
  /** The jsonb column of the content. */
  readonly column: string;
  /** Under which changes wait for each other. */
  readonly lock: string;
}

/** The versions of settings that an organization set itself; the first is the default and not kept. */
export abstract class VersionedSettings<Content> {
  private readonly columns: string;

  protected constructor(private readonly kept: VersionedTable) {
    this.columns = `version, ${kept.column} AS content, changed_by AS "changedBy", changed_at AS "changedAt"`;
  }

  /** One change after the other. */
  async holdAlone(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('${this.kept.lock}:' || $1, 0))`, [
      tx.organizationId,
    ]);
  }

  async latest(tx: Transaction): Promise<KeptVersion<Content> | undefined> {
    const [row] = await tx.query<KeptVersion<Content>>(
      `SELECT ${this.columns} FROM ${this.kept.table} WHERE organization_id = $1 ORDER BY version DESC LIMIT 1`,
      [tx.organizationId],
    );
    return row;
  }

  /** Newest first. @param before number of the last version of the page before */
  list(tx: Transaction, before: number | null, limit: number): Promise<KeptVersion<Content>[]> {
    return tx.query<KeptVersion<Content>>(
      `SELECT ${this.columns} FROM ${this.kept.table}
       WHERE organization_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [tx.organizationId, before, limit],
    );
  }

  async find(tx: Transaction, version: number): Promise<KeptVersion<Content> | undefined> {
    const [row] = await tx.query<KeptVersion<Content>>(
      `SELECT ${this.columns} FROM ${this.kept.table} WHERE organization_id = $1 AND version = $2`,
      [tx.organizationId, version],
    );
    return row;
  }

  async insert(tx: Transaction, { version, content, changedBy, changedAt }: KeptVersion<Content>): Promise<void> {
    await tx.query(
      `INSERT INTO ${this.kept.table} (organization_id, version, ${this.kept.column}, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [tx.organizationId, version, JSON.stringify(content), changedBy, changedAt],
    );
  }
}
