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
  /**
   * Takes over a state unless a newer one is known: deliveries may come in any order. Of two with the same time the one in
   * which the application has ended is the later.
   */
  async apply(tx: Transaction, candidateId: string, state: ApplicationState): Promise<void> {
    if (state.jobId === undefined) {
      const known = await this.jobOf(tx, state);
      if (known !== undefined) await this.apply(tx, candidateId, { ...state, jobId: known });
      return;
    }
    await tx.query(
      `INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id, job_title, status, stage,
                                applied_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8, 'active'), $9, $10, $11)
       ON CONFLICT (organization_id, system, external_id) DO UPDATE SET
         job_id = excluded.job_id, job_title = coalesce(excluded.job_title, application.job_title),
         status = coalesce($8, application.status), stage = coalesce($9, application.stage),
         applied_at = coalesce($10, application.applied_at), changed_at = excluded.changed_at
       WHERE application.candidate_id = excluded.candidate_id
         AND (application.changed_at < excluded.changed_at
              OR (application.changed_at = excluded.changed_at
                  AND NOT ($8 = 'active' AND application.status IN ('hired', 'rejected'))))`,
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

  /** Gives the applications for a job its present title. */
  async retitleJob(tx: Transaction, system: string, jobId: string, title: string): Promise<void> {
    await tx.query(`UPDATE application SET job_title = $4 WHERE organization_id = $1 AND system = $2 AND job_id = $3`, [
      tx.organizationId,
      system,
      jobId,
      title,
    ]);
  }

  private async jobOf(tx: Transaction, { system, externalId }: ApplicationState): Promise<string | undefined> {
    const rows = await tx.query<{ jobId: string }>(
      `SELECT job_id AS "jobId" FROM application WHERE organization_id = $1 AND system = $2 AND external_id = $3`,
      [tx.organizationId, system, externalId],
    );
    return rows[0]?.jobId;
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
