import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { Candidate, CandidateCommand, CandidateIdentities, ExternalId } from '../domain/candidate.js';

const COLUMNS = `c.id, c.ordinal, c.name, c.emails, c.dids, c.row_version AS "rowVersion", c.created_at AS "createdAt",
  c.updated_at AS "updatedAt", c.erased_at AS "erasedAt", c.merged_into AS "mergedInto",
  coalesce((SELECT jsonb_agg(jsonb_build_object('system', e.system, 'id', e.external_id) ORDER BY e.system, e.external_id)
            FROM candidate_external_id e
            WHERE e.organization_id = c.organization_id AND e.candidate_id = c.id), '[]') AS "externalIds"`;

const CHANGES = `jsonb_to_recordset($2) AS c (id uuid, named boolean, name text, emails text[], dids text[])`;

const asRecords = (changes: readonly CandidateChange[]): string =>
  storableJson(
    changes.map(({ id, command: { name, emails, dids } }) => ({ id, named: name !== undefined, name, emails, dids })),
  );

/** What to list: a text in name, e-mail or external id, one external id, or what changed since. */
export interface CandidateFilter {
  readonly q?: string;
  readonly externalId?: ExternalId;
  readonly updatedAfter?: Date;
}

/** An external id and the candidate who has it. */
export interface KnownExternalId extends ExternalId {
  readonly candidateId: string;
}

/** What is said of one candidate. */
export interface CandidateChange {
  readonly id: string;
  readonly command: CandidateCommand;
}

/** A row that nobody else changes until the transaction ends. */
export type HeldCandidate = Pick<Candidate, 'id' | 'emails' | 'dids' | 'erasedAt' | 'mergedInto'>;

@Injectable()
export class CandidateRepository {
  /**
   * Which of the external ids are known, and whose they are. Until the transaction ends nobody else can create or change
   * a candidate under one of these ids, so equal submissions at once give one candidate.
   */
  async lockByExternalIds(tx: Transaction, ids: readonly ExternalId[]): Promise<KnownExternalId[]> {
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
    return tx.query<KnownExternalId>(
      `SELECT DISTINCT x.system, x.external_id AS id, x.candidate_id AS "candidateId" FROM candidate_external_id x
       JOIN unnest($2::text[], $3::text[]) AS e (system, id) ON x.system = e.system AND x.external_id = e.id
       WHERE x.organization_id = $1`,
      [tx.organizationId, systems, externals],
    );
  }

  /** Locks the rows, in one order for everyone. */
  async lockAll(tx: Transaction, ids: readonly string[]): Promise<HeldCandidate[]> {
    if (ids.length === 0) return [];
    return tx.query(
      `SELECT c.id, c.emails, c.dids, c.erased_at AS "erasedAt", c.merged_into AS "mergedInto" FROM candidate c
       WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[]) ORDER BY c.id FOR NO KEY UPDATE`,
      [tx.organizationId, ids],
    );
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

  async insertAll(tx: Transaction, candidates: readonly CandidateChange[], at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO candidate (organization_id, id, name, emails, dids, created_at, updated_at)
       SELECT $1, c.id, c.name, coalesce(c.emails, '{}'), coalesce(c.dids, '{}'), $3, $3 FROM ${CHANGES} ORDER BY c.id`,
      [tx.organizationId, asRecords(candidates), at],
    );
  }

  /** @param changes at most one of each candidate */
  async updateAll(tx: Transaction, changes: readonly CandidateChange[], at: Date): Promise<void> {
    await tx.query(
      `UPDATE candidate k SET name = CASE WHEN c.named THEN c.name ELSE k.name END, emails = coalesce(c.emails, k.emails),
         dids = coalesce(c.dids, k.dids), row_version = k.row_version + 1, updated_at = $3
       FROM ${CHANGES} WHERE k.organization_id = $1 AND k.id = c.id`,
      [tx.organizationId, asRecords(changes), at],
    );
  }

  async addExternalIds(tx: Transaction, ids: readonly KnownExternalId[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      `INSERT INTO candidate_external_id (organization_id, system, external_id, candidate_id)
       SELECT $1, e.system, e.id, e.candidate_id FROM unnest($2::text[], $3::text[], $4::uuid[])
         AS e (system, id, candidate_id) ORDER BY e.system, e.id
       ON CONFLICT DO NOTHING`,
      [tx.organizationId, ids.map((e) => e.system), ids.map((e) => e.id), ids.map((e) => e.candidateId)],
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
