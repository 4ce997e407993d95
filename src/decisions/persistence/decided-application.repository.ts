import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Progress } from '../domain/order-override.js';

export interface DecidedApplication {
  readonly id: string;
  readonly candidateId: string;
  readonly system: string;
  readonly externalId: string;
  readonly jobId: string;
  readonly jobTitle: string | null;
  readonly status: string;
  readonly stage: string | null;
  readonly appliedAt: Date | null;
  /** The last decision; null before the first. */
  readonly outcome: string | null;
  readonly decidedAt: Date | null;
}

const APPLICATION = `a.id, a.candidate_id AS "candidateId", a.system, a.external_id AS "externalId", a.job_id AS "jobId",
  a.job_title AS "jobTitle", a.status, a.stage, a.applied_at AS "appliedAt", d.outcome, d.decided_at AS "decidedAt"`;
const LAST_DECISION = `LEFT JOIN LATERAL (SELECT outcome, decided_at FROM application_decision
  WHERE organization_id = a.organization_id AND application_id = a.id ORDER BY id DESC LIMIT 1) d ON true`;

/** Applications with the decision that stands on them. */
@Injectable()
export class DecidedApplicationRepository {
  /** @param lock `for-update` lets one decision on the application follow the other */
  async find(tx: Transaction, id: string, lock: 'for-update' | 'no-lock'): Promise<DecidedApplication | undefined> {
    const [row] = await tx.query<DecidedApplication>(
      `SELECT ${APPLICATION} FROM application a ${LAST_DECISION} WHERE a.organization_id = $1 AND a.id = $2
       ${lock === 'for-update' ? 'FOR UPDATE OF a' : ''}`,
      [tx.organizationId, id],
    );
    return row;
  }

  /** Newest first. */
  list(
    tx: Transaction,
    filter: { readonly job: string | null; readonly candidateId: string | null },
    before: string | null,
    limit: number,
  ): Promise<DecidedApplication[]> {
    return tx.query<DecidedApplication>(
      `SELECT ${APPLICATION} FROM application a ${LAST_DECISION}
       WHERE a.organization_id = $1 AND ($2::text IS NULL OR a.job_id = $2)
         AND ($3::uuid IS NULL OR a.candidate_id = $3) AND ($4::uuid IS NULL OR a.id < $4)
       ORDER BY a.id DESC LIMIT $5`,
      [tx.organizationId, filter.job, filter.candidateId, before, limit],
    );
  }

  /** Where each candidate of a job is, by the last decision or else by the HR system; open ones are left out. */
  async progress(tx: Transaction, job: string): Promise<ReadonlyMap<string, Progress>> {
    const rows = await tx.query<{ candidateId: string; progress: Progress }>(
      `SELECT "candidateId", CASE WHEN bool_or(chosen) THEN 'chosen' ELSE 'out' END AS progress
       FROM (SELECT a.candidate_id AS "candidateId",
               coalesce(d.outcome IN ('advance', 'hire'), a.status = 'hired') AS chosen,
               coalesce(d.outcome = 'hold', a.status = 'active') AS open
             FROM application a ${LAST_DECISION} WHERE a.organization_id = $1 AND a.job_id = $2) one
       GROUP BY "candidateId" HAVING bool_or(chosen) OR NOT bool_or(open)`,
      [tx.organizationId, job],
    );
    return new Map(rows.map(({ candidateId, progress }) => [candidateId, progress]));
  }
}
