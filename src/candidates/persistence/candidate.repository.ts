import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import type { Candidate, CandidateCommand, CandidateIdentities, ExternalId } from '../domain/candidate.js';

const COLUMNS = `c.id, c.ordinal, c.name, c.emails, c.dids, c.row_version AS "rowVersion", c.created_at AS "createdAt",
  c.updated_at AS "updatedAt", c.erased_at AS "erasedAt", c.merged_into AS "mergedInto",
  coalesce((SELECT jsonb_agg(jsonb_build_object('system', e.system, 'id', e.external_id) ORDER BY e.system, e.external_id)
            FROM candidate_external_id e
            WHERE e.organization_id = c.organization_id AND e.candidate_id = c.id), '[]') AS "externalIds"`;

/** What to list: a text in name, e-mail or external id, one external id, or what changed since. */
export interface CandidateFilter {
  readonly q?: string;
  readonly externalId?: ExternalId;
  readonly updatedAfter?: Date;
}

@Injectable()
export class CandidateRepository {
  /**
   * Ids of the candidates behind any of the external ids. Until the transaction ends nobody else can create or change a
   * candidate under one of these ids, so equal submissions at once give one candidate.
   */
  async lockByExternalIds(tx: Transaction, ids: readonly ExternalId[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const systems = ids.map((e) => e.system);
    const externals = ids.map((e) => e.id);
    // Locks are taken in one order by everyone, so that two submissions never wait for each other.
    await tx.query(
      `SELECT pg_advisory_xact_lock(key) FROM (
         SELECT DISTINCT hashtextextended($1 || ' ' || system || ' ' || id, 0) AS key
         FROM unnest($2::text[], $3::text[]) AS e (system, id) ORDER BY key) locks`,
      [tx.organizationId, systems, externals],
    );
    const rows = await tx.query<{ candidate_id: string }>(
      `SELECT DISTINCT x.candidate_id FROM candidate_external_id x
       JOIN unnest($2::text[], $3::text[]) AS e (system, id) ON x.system = e.system AND x.external_id = e.id
       WHERE x.organization_id = $1`,
      [tx.organizationId, systems, externals],
    );
    return rows.map((row) => row.candidate_id);
  }

  /** The lock keeps others from changing or erasing the person; rows that refer to the person may still come. */
  async find(tx: Transaction, id: string, lock: 'for-update' | 'no-lock' = 'no-lock'): Promise<Candidate | undefined> {
    const rows = await tx.query<Candidate>(
      `SELECT ${COLUMNS} FROM candidate c WHERE c.organization_id = $1 AND c.id = $2
       ${lock === 'for-update' ? 'FOR NO KEY UPDATE' : ''}`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  identities(tx: Transaction, ids: readonly string[]): Promise<(CandidateIdentities & { id: string })[]> {
    return tx.query(
      `SELECT c.id, c.emails, c.dids, ARRAY(SELECT h.holder FROM candidate_holder h
         WHERE h.organization_id = c.organization_id AND h.candidate_id = c.id ORDER BY h.holder) AS holders
       FROM candidate c WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  async insert(tx: Transaction, id: string, command: CandidateCommand, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO candidate (organization_id, id, name, emails, dids, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6)`,
      [
        tx.organizationId,
        id,
        command.name === undefined || command.name === null ? null : storableText(command.name),
        command.emails ?? [],
        command.dids ?? [],
        at,
      ],
    );
  }

  async update(tx: Transaction, id: string, command: CandidateCommand, at: Date): Promise<void> {
    await tx.query(
      `UPDATE candidate SET name = CASE WHEN $3 THEN $4 ELSE name END, emails = coalesce($5, emails),
         dids = coalesce($6, dids), row_version = row_version + 1, updated_at = $7
       WHERE organization_id = $1 AND id = $2`,
      [
        tx.organizationId,
        id,
        command.name !== undefined,
        command.name === undefined || command.name === null ? null : storableText(command.name),
        command.emails ?? null,
        command.dids ?? null,
        at,
      ],
    );
  }

  async addExternalIds(tx: Transaction, candidateId: string, ids: readonly ExternalId[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      `INSERT INTO candidate_external_id (organization_id, system, external_id, candidate_id)
       SELECT $1, e.system, e.id, $2 FROM unnest($3::text[], $4::text[]) AS e (system, id)
       ON CONFLICT DO NOTHING`,
      [tx.organizationId, candidateId, ids.map((e) => e.system), ids.map((e) => e.id)],
    );
  }

  /** A page in order of creation, after the candidate with ordinal `after`. */
  list(tx: Transaction, filter: CandidateFilter, after: number, limit: number): Promise<Candidate[]> {
    return tx.query<Candidate>(
      `SELECT ${COLUMNS} FROM candidate c
       WHERE c.organization_id = $1 AND c.ordinal > $2 AND c.erased_at IS NULL AND c.merged_into IS NULL
         AND ($3::text IS NULL OR c.name ILIKE $3 OR EXISTS (SELECT FROM unnest(c.emails) e WHERE e ILIKE $3)
              OR EXISTS (SELECT FROM candidate_external_id x WHERE x.organization_id = c.organization_id
                         AND x.candidate_id = c.id AND x.external_id ILIKE $3))
         AND ($4::text IS NULL OR EXISTS (SELECT FROM candidate_external_id x WHERE x.organization_id = c.organization_id
              AND x.candidate_id = c.id AND x.system = $4 AND x.external_id = $5))
         AND ($6::timestamptz IS NULL OR c.updated_at > $6)
       ORDER BY c.ordinal LIMIT $7`,
      [
        tx.organizationId,
        after,
        filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
        filter.externalId?.system ?? null,
        filter.externalId?.id ?? null,
        filter.updatedAfter ?? null,
        limit,
      ],
    );
  }
}
