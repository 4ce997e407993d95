import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Assessment } from '../domain/assessment.js';

const COLUMNS = `id, connection_id AS "connectionId", external_ref AS "externalRef", role_profile_id AS "roleProfileId",
  candidate_id AS "candidateId", callback_url AS "callbackUrl", report_url AS "reportUrl", state, score, problem,
  started_at AS "startedAt", finished_at AS "finishedAt", told_at AS "toldAt"`;

export type NewAssessment = Omit<Assessment, 'state' | 'score' | 'problem' | 'startedAt' | 'finishedAt' | 'toldAt'>;

@Injectable()
export class AssessmentRepository {
  /** @returns the one that is there under the same reference, if there is one */
  async insertOnce(tx: Transaction, assessment: NewAssessment): Promise<Assessment | undefined> {
    const { id, connectionId, externalRef, roleProfileId, candidateId, callbackUrl, reportUrl } = assessment;
    const mine = await tx.query(
      `INSERT INTO assessment (organization_id, id, connection_id, external_ref, role_profile_id, candidate_id, callback_url,
                               report_url, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting')
       ON CONFLICT ON CONSTRAINT assessment_external_ref_key DO NOTHING RETURNING id`,
      [tx.organizationId, id, connectionId, externalRef, roleProfileId, candidateId, callbackUrl, reportUrl],
    );
    if (mine.length > 0) return undefined;
    const [known] = await tx.query<Assessment>(
      `SELECT ${COLUMNS} FROM assessment WHERE organization_id = $1 AND connection_id = $2 AND external_ref = $3`,
      [tx.organizationId, connectionId, externalRef],
    );
    return known;
  }

  async find(tx: Transaction, id: string): Promise<Assessment | undefined> {
    const [found] = await tx.query<Assessment>(
      `SELECT ${COLUMNS} FROM assessment WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return found;
  }

  /** Ends one that is waiting. @returns whether it was */
  async end(tx: Transaction, id: string, end: Pick<Assessment, 'state' | 'score' | 'problem'>): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE assessment SET state = $3, score = $4, problem = $5, finished_at = now()
       WHERE organization_id = $1 AND id = $2 AND state = 'waiting' RETURNING id`,
      [tx.organizationId, id, end.state, end.score, end.problem],
    );
    return rows.length > 0;
  }

  async told(tx: Transaction, id: string): Promise<void> {
    await tx.query(`UPDATE assessment SET told_at = now() WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
    ]);
  }

  /** The HR system found fault with an answer of ours. */
  async noteProblem(tx: Transaction, id: string, problem: string): Promise<void> {
    await tx.query(`UPDATE assessment SET problem = $3 WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
      problem,
    ]);
  }

  /** Whether a credential of the candidate has no verdict yet. */
  async hasUnjudged(tx: Transaction, candidateId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM credential c WHERE c.organization_id = $1 AND c.candidate_id = $2 AND NOT EXISTS (
         SELECT FROM credential_verdict v WHERE v.organization_id = $1 AND v.credential_id = c.id) LIMIT 1`,
      [tx.organizationId, candidateId],
    );
    return rows.length > 0;
  }
}
