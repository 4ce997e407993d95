import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import type { RecordedDecision } from '../domain/recorded-decision.js';

const DECISION = `d.id, d.application_id AS "applicationId", d.outcome, d.reason_code AS "reasonCode", d.note,
  d.role_profile_id AS "roleProfileId", d.profile_version AS "profileVersion", d.standing,
  CASE WHEN d.override_kind IS NOT NULL THEN
    jsonb_build_object('kind', d.override_kind, 'people', d.override_people) END AS override,
  d.decided_by AS "decidedBy", d.decided_at AS "decidedAt"`;

/** Which decisions are counted. */
export interface CountFilter {
  readonly job: string | null;
  readonly roleProfileId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface DecisionCount {
  readonly outcome: string;
  readonly reasonCode: string;
  readonly decisions: number;
  readonly fromRanking: number;
  readonly overrides: number;
}

@Injectable()
export class DecisionRepository {
  async insert(tx: Transaction, decision: RecordedDecision): Promise<void> {
    const { standing, override, note } = decision;
    await tx.query(
      `INSERT INTO application_decision (organization_id, id, application_id, outcome, reason_code, note, role_profile_id,
         profile_version, standing, override_kind, override_people, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        tx.organizationId,
        decision.id,
        decision.applicationId,
        decision.outcome,
        decision.reasonCode,
        note === null ? null : storableText(note),
        decision.roleProfileId,
        decision.profileVersion,
        standing === null ? null : JSON.stringify(standing),
        override?.kind ?? null,
        override?.people ?? null,
        decision.decidedBy,
        decision.decidedAt,
      ],
    );
  }

  /** Newest first: ids are in order of making. @param before id of the last decision of the page before */
  list(tx: Transaction, applicationId: string, before: string | null, limit: number): Promise<RecordedDecision[]> {
    return tx.query<RecordedDecision>(
      `SELECT ${DECISION} FROM application_decision d
       WHERE d.organization_id = $1 AND d.application_id = $2 AND ($3::uuid IS NULL OR d.id < $3)
       ORDER BY d.id DESC LIMIT $4`,
      [tx.organizationId, applicationId, before, limit],
    );
  }

  /** Every decision that was taken, later changed ones too. */
  counts(tx: Transaction, { job, roleProfileId, from, to }: CountFilter): Promise<DecisionCount[]> {
    return tx.query<DecisionCount>(
      `SELECT d.outcome, d.reason_code AS "reasonCode", count(*)::int AS decisions,
         count(d.standing)::int AS "fromRanking", count(d.override_kind)::int AS overrides
       FROM application_decision d
       JOIN application a ON a.organization_id = d.organization_id AND a.id = d.application_id
       WHERE d.organization_id = $1 AND ($2::text IS NULL OR a.job_id = $2)
         AND ($3::uuid IS NULL OR d.role_profile_id = $3)
         AND ($4::timestamptz IS NULL OR d.decided_at >= $4) AND ($5::timestamptz IS NULL OR d.decided_at < $5)
       GROUP BY d.outcome, d.reason_code ORDER BY d.outcome, d.reason_code`,
      [tx.organizationId, job, roleProfileId, from, to],
    );
  }
}
