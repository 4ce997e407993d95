import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { BURST_OF_CANDIDATE, FRAUD_SIGNALS, type FraudSignal, type FraudSignalKind } from '../domain/fraud-signal.js';

/** What two credentials can have in common: the rows to look at, and what they are grouped by. */
interface Likeness {
  readonly rows: string;
  readonly having: string;
}

/** An issuer’s documents count only where it was shown that they are its own; else anybody could smear a candidate. */
const ISSUED = `
  FROM credential c
  JOIN credential_verdict cv ON cv.organization_id = c.organization_id AND cv.credential_id = c.id
  JOIN verification v ON v.organization_id = cv.organization_id AND v.id = cv.verification_id
    AND v.issuer_identity = 'proven'`;

const LIKENESS: Readonly<Record<FraudSignalKind, Likeness>> = {
  'shared-document': {
    rows: `SELECT c.id, c.candidate_id, c.sha256, encode(c.sha256, 'hex') AS key FROM credential c
           WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.sha256 = (
             SELECT sha256 FROM credential WHERE organization_id = $1 AND id = $2))`,
    having: 'count(DISTINCT candidate_id) > 1',
  },
  'changed-document': {
    rows: `SELECT c.id, c.candidate_id, c.sha256, (v.facts #>> '{issuer,id}') || ' ' || (v.facts ->> 'id') AS key ${ISSUED}
           WHERE c.organization_id = $1 AND v.facts ->> 'id' IS NOT NULL AND ($2::uuid IS NULL OR cv.issuer_id = (
             SELECT issuer_id FROM credential_verdict WHERE organization_id = $1 AND credential_id = $2))`,
    having: 'count(DISTINCT sha256) > 1',
  },
  'shared-evidence': {
    rows: `SELECT c.id, c.candidate_id, c.sha256, (v.facts #>> '{issuer,id}') || ' ' || (e ->> 'id') AS key ${ISSUED}
           CROSS JOIN LATERAL jsonb_array_elements(v.facts -> 'evidence') e
           WHERE c.organization_id = $1 AND e ->> 'id' IS NOT NULL AND ($2::uuid IS NULL OR cv.issuer_id = (
             SELECT issuer_id FROM credential_verdict WHERE organization_id = $1 AND credential_id = $2))`,
    having: 'count(DISTINCT candidate_id) > 1',
  },
  // A page may be the same shell for everybody, with the evidence loaded into it.
  'shared-evidence-content': {
    rows: `SELECT c.id, c.candidate_id, c.sha256, encode(e.sha256, 'hex') AS key ${ISSUED}
           JOIN evidence_link e ON e.organization_id = c.organization_id AND e.credential_id = c.id
           WHERE c.organization_id = $1 AND e.sha256 IS NOT NULL AND e.size > 0 AND e.media_type <> 'text/html'
             AND ($2::uuid IS NULL OR e.sha256 IN (
               SELECT sha256 FROM evidence_link WHERE organization_id = $1 AND credential_id = $2))`,
    having: 'count(DISTINCT candidate_id) > 1',
  },
  burst: {
    rows: `SELECT c.id, c.candidate_id, c.sha256, c.candidate_id || ' ' ||
             to_char(c.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24":00Z"') AS key
           FROM credential c WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.candidate_id = (
             SELECT candidate_id FROM credential WHERE organization_id = $1 AND id = $2))`,
    having: `count(*) >= ${BURST_OF_CANDIDATE}`,
  },
};

@Injectable()
export class FraudSignalRepository {
  /**
   * Groups of one kind, in the order of what they have in common.
   *
   * @param about only groups that this credential belongs to; null for all
   * @param after the key of the last group before
   */
  async list(
    tx: Transaction,
    kind: FraudSignalKind,
    about: string | null,
    after: string | null,
    limit: number,
  ): Promise<FraudSignal[]> {
    const { rows, having } = LIKENESS[kind];
    const groups = await tx.query<Omit<FraudSignal, 'kind' | 'explanation'>>(
      `SELECT key, (array_agg(DISTINCT id))[1:50] AS "credentialIds",
         (array_agg(DISTINCT candidate_id))[1:50] AS "candidateIds"
       FROM (${rows}) AS alike WHERE $3::text IS NULL OR key COLLATE "C" > $3
       GROUP BY key HAVING ${having} AND ($2::uuid IS NULL OR bool_or(id = $2))
       ORDER BY key COLLATE "C" LIMIT $4`,
      [tx.organizationId, about, after, limit],
    );
    return groups.map((group) => ({ kind, explanation: FRAUD_SIGNALS[kind], ...group }));
  }
}
