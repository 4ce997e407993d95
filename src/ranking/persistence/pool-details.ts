import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { type Band, BANDS } from '../domain/gates.js';
import type { SealedRow } from '../domain/receipt/sealed-row.js';
import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';
import type { PoolRequest } from './pool-standings.js';
import { rankedCtes } from './ranked-sql.js';
import { weighing } from './weighing-sql.js';

const OF_JOB = `h.candidate_id IN (SELECT a.candidate_id FROM application a WHERE a.organization_id = $1 AND a.job_id = $6)`;

/** Instants as numbers, so that the session's time zone is not in the hash. */
const detailsSql = (candidates: string): string => `
WITH RECURSIVE
${rankedCtes(weighing(candidates))},
  detail AS (
    SELECT b.candidate_id, jsonb_agg(jsonb_build_array(b.position, b.state, r.weight * b.fit)) AS requirements
    FROM best b JOIN requirement r ON r.position = b.position GROUP BY b.candidate_id
  ),
  held AS (
    SELECT h.candidate_id, encode(sha256(convert_to(string_agg(
      concat_ws('|', h.competency_id, h.credential_id, encode(c.sha256, 'hex'), h.verdict, coalesce(h.level::text, '-'),
        h.proof, h.trust, coalesce(extract(epoch FROM h.valid_from)::text, '-'),
        coalesce(extract(epoch FROM h.valid_until)::text, '-')),
      chr(10) ORDER BY h.competency_id, h.credential_id), 'UTF8')), 'hex') AS holdings
    FROM holding h
    JOIN credential c ON c.organization_id = $1 AND c.id = h.credential_id
    WHERE h.organization_id = $1 AND h.competency_id IN (SELECT held_id FROM relation) AND ${candidates}
    GROUP BY h.candidate_id
  )
SELECT k.id AS "candidateId", k.ordinal::float8 AS ordinal, k.band, k.score::float8 AS score, k.low::float8 AS "scoreLow",
  k.high::float8 AS "scoreHigh", coalesce(d.requirements, '[]') AS requirements, e.holdings
FROM ranked k LEFT JOIN detail d ON d.candidate_id = k.id LEFT JOIN held e ON e.candidate_id = k.id
ORDER BY k.rank`;

const OF_EVERYONE_SQL = detailsSql('TRUE');
const OF_JOB_SQL = detailsSql(OF_JOB);

interface Row extends Omit<SealedRow, 'band' | 'requirements'> {
  readonly band: number;
  readonly requirements: readonly [position: number, state: number | null, points: number][];
}

/** A whole pool in order, with states and points and a hash of what each holds for the profile. */
@Injectable()
export class PoolDetails {
  /** @returns whether more than so many are in the pool; found out without ranking them */
  async isLargerThan(tx: Transaction, most: number, job: string | undefined): Promise<boolean> {
    const [row] = await tx.query<{ size: number }>(
      `SELECT count(*)::int AS size FROM (
         SELECT FROM candidate c
         WHERE c.organization_id = $1 AND c.erased_at IS NULL AND c.merged_into IS NULL
           AND ($2::text IS NULL OR EXISTS (SELECT FROM application a
             WHERE a.organization_id = $1 AND a.job_id = $2 AND a.candidate_id = c.id))
         LIMIT $3) pool`,
      [tx.organizationId, job ?? null, most + 1],
    );
    return (row?.size ?? 0) > most;
  }

  /** @returns best first */
  async of(tx: Transaction, request: Omit<PoolRequest, 'strength'>): Promise<readonly SealedRow[]> {
    const { profile, policy, asOf, job } = request;
    const rows = await tx.query<Row>(job === undefined ? OF_EVERYONE_SQL : OF_JOB_SQL, [
      tx.organizationId,
      JSON.stringify(profile.requirements),
      JSON.stringify(profile.groups),
      asOf,
      JSON.stringify(policy),
      job ?? null,
    ]);
    return rows.map((row) => ({
      candidateId: row.candidateId,
      ordinal: row.ordinal,
      band: BANDS[row.band] as Band,
      score: row.score,
      scoreLow: row.scoreLow,
      scoreHigh: row.scoreHigh,
      requirements: profile.requirements.map((_, index) => {
        const [, state, points] = row.requirements.find(([position]) => position === index + 1) ?? [];
        const name =
          state === null || state === undefined ? 'missing' : (REQUIREMENT_STATES[state] as RequirementState);
        return { state: name, points: points ?? 0 };
      }),
      holdings: row.holdings,
    }));
  }
}
