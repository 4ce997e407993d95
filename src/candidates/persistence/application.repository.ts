import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
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

/** An application of a person, as somebody told of it. */
export interface ToldApplication {
  readonly candidateId: string;
  readonly state: ApplicationState;
}

@Injectable()
export class ApplicationRepository {
  /**
   * Takes over states unless newer ones are known: deliveries may come in any order. Of two with the same time the one in
   * which the application has ended is the later. A state without a job changes an application that is known, or nothing.
   */
  async applyAll(tx: Transaction, told: readonly ToldApplication[]): Promise<void> {
    // One statement changes a row only once, so further states of the same application come in statements of their own.
    for (const once of eachOnce(told)) await this.apply(tx, once);
  }

  private async apply(tx: Transaction, told: readonly ToldApplication[]): Promise<void> {
    await tx.query(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($2) AS g (id uuid, candidate_id uuid, system text, external_id text, job_id text,
           job_title text, status text, stage text, applied_at timestamptz, changed_at timestamptz)),
       told AS (
         SELECT g.*, coalesce(g.job_id, (SELECT k.job_id FROM application k WHERE k.organization_id = $1
           AND k.system = g.system AND k.external_id = g.external_id)) AS known_job_id FROM given g)
       INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id, job_title, status, stage,
                                applied_at, changed_at)
       SELECT $1, t.id, t.candidate_id, t.system, t.external_id, t.known_job_id, t.job_title,
         coalesce(t.status, 'active'), t.stage, t.applied_at, t.changed_at
       FROM told t WHERE t.known_job_id IS NOT NULL ORDER BY t.system, t.external_id
       ON CONFLICT (organization_id, system, external_id) DO UPDATE SET
         job_id = excluded.job_id, job_title = coalesce(excluded.job_title, application.job_title),
         status = coalesce((SELECT g.status FROM given g WHERE g.id = excluded.id), application.status), stage = coalesce(excluded.stage, application.stage),
         applied_at = coalesce(excluded.applied_at, application.applied_at), changed_at = excluded.changed_at
       WHERE application.candidate_id = excluded.candidate_id
         AND (application.changed_at < excluded.changed_at
              OR (application.changed_at = excluded.changed_at
                  AND NOT (excluded.status = 'active' AND application.status IN ('hired', 'rejected'))))`,
      [
        tx.organizationId,
        storableJson(
          told.map(({ candidateId, state }) => ({
            id: newId(),
            candidate_id: candidateId,
            system: state.system,
            external_id: state.externalId,
            job_id: state.jobId,
            job_title: state.jobTitle,
            status: state.status,
            stage: state.stage,
            applied_at: state.appliedAt,
            changed_at: state.changedAt,
          })),
        ),
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

  of(tx: Transaction, candidateId: string): Promise<ApplicationRow[]> {
    return tx.query<ApplicationRow>(
      `SELECT id, system, external_id AS "externalId", job_id AS "jobId", job_title AS "jobTitle", status, stage,
         applied_at AS "appliedAt", changed_at AS "changedAt"
       FROM application WHERE organization_id = $1 AND candidate_id = $2 ORDER BY changed_at DESC, id`,
      [tx.organizationId, candidateId],
    );
  }
}

/** The list in parts, in each of which no application is told of twice; those of one application stay in their order. */
function eachOnce(told: readonly ToldApplication[]): ToldApplication[][] {
  const parts: ToldApplication[][] = [];
  const timesTold = new Map<string, number>();
  for (const one of told) {
    const key = JSON.stringify([one.state.system, one.state.externalId]);
    const times = timesTold.get(key) ?? 0;
    timesTold.set(key, times + 1);
    (parts[times] ??= []).push(one);
  }
  return parts;
}
