import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';

/** A challenge that was issued for one candidate, for one domain, to be answered once and in time. */
export interface PresentationRequest {
  readonly id: string;
  readonly candidateId: string;
  readonly challenge: string;
  readonly domain: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The submitted document that answered it. */
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

const SELECT = `SELECT id, candidate_id AS "candidateId", challenge, domain, created_at AS "createdAt",
  expires_at AS "expiresAt", answered_by AS "answeredBy", answered_at AS "answeredAt" FROM presentation_request`;

@Injectable()
export class PresentationRequestRepository {
  async insert(tx: Transaction, request: PresentationRequest, createdBy: string): Promise<void> {
    const { id, candidateId, challenge, domain, createdAt, expiresAt } = request;
    await tx.query(
      `INSERT INTO presentation_request (organization_id, id, candidate_id, challenge, domain, created_by, created_at,
         expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.organizationId, id, candidateId, challenge, domain, createdBy, createdAt, expiresAt],
    );
  }

  async find(tx: Transaction, candidateId: string, id: string): Promise<PresentationRequest | undefined> {
    const [row] = await tx.query<PresentationRequest>(
      `${SELECT} WHERE organization_id = $1 AND candidate_id = $2 AND id = $3`,
      [tx.organizationId, candidateId, id],
    );
    return row;
  }

  async byChallenge(tx: Transaction, candidateId: string, challenge: string): Promise<PresentationRequest | undefined> {
    const [row] = await tx.query<PresentationRequest>(
      `${SELECT} WHERE organization_id = $1 AND candidate_id = $2 AND challenge = $3`,
      [tx.organizationId, candidateId, storableText(challenge)],
    );
    return row;
  }

  async countOpen(tx: Transaction, candidateId: string, at: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM presentation_request
       WHERE organization_id = $1 AND candidate_id = $2 AND answered_by IS NULL AND expires_at > $3`,
      [tx.organizationId, candidateId, at],
    );
    return row?.count ?? 0;
  }

  /**
   * Makes a document the answer to a request; of several at once one is the first.
   *
   * @returns false when another document was before it
   */
  async claim(tx: Transaction, id: string, credentialId: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE presentation_request SET answered_by = $3, answered_at = coalesce(answered_at, $4)
       WHERE organization_id = $1 AND id = $2 AND (answered_by IS NULL OR answered_by = $3) RETURNING id`,
      [tx.organizationId, id, credentialId, at],
    );
    return rows.length === 1;
  }
}
