import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { ApplicationState } from '../domain/candidate.js';

export interface ApplicationRow {
  readonly id: string;
  readonly system: string;
  readonly externalId: string;
  readonly jobId: string;
  readonly jobTitle: string | null;
  readonly status: string;
  readonly stage: string | null;
  readonly appliedAt: Date | null;
  readonly changedAt: Date;
}

@Injectable()
export class ApplicationRepository {
  /** Takes over a state unless a newer one is known: deliveries may come in any order. */
  async apply(tx: Transaction, candidateId: string, state: ApplicationState): Promise<void> {
    await tx.query(
      `INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id, job_title, status, stage,
                                applied_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8, 'active'), $9, $10, $11)
       ON CONFLICT (organization_id, system, external_id) DO UPDATE SET
         job_id = excluded.job_id, job_title = coalesce(excluded.job_title, application.job_title),
         status = coalesce($8, application.status), stage = coalesce($9, application.stage),
         applied_at = coalesce($10, application.applied_at), changed_at = excluded.changed_at
       WHERE application.changed_at <= excluded.changed_at AND application.candidate_id = excluded.candidate_id`,
      [
        tx.organizationId,
        newId(),
        candidateId,
        state.system,
        state.externalId,
        state.jobId,
        state.jobTitle ?? null,
        state.status ?? null,
        state.stage ?? null,
        state.appliedAt ?? null,
        state.changedAt,
      ],
    );
  }

  of(tx: Transaction, candidateId: string): Promise<ApplicationRow[]> {
    return tx.query<ApplicationRow>(
      `SELECT id, system, external_id AS "externalId", job_id AS "jobId", job_title AS "jobTitle", status, stage,
         applied_at AS "appliedAt", changed_at AS "changedAt"
       FROM application WHERE organization_id = $1 AND candidate_id = $2 ORDER BY changed_at DESC, id`,
      [tx.organizationId, candidateId],
    );
  }
}
