import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import type { TrustAnchor } from '../domain/trust-anchor.js';

const SELECT = `SELECT id, sha256, certificate, subject, valid_until AS "validUntil", reason, trusted_by AS "trustedBy",
  trusted_at AS "trustedAt" FROM trust_anchor`;

@Injectable()
export class TrustAnchorRepository {
  /** @returns false when the certificate is trusted already */
  async insert(tx: Transaction, anchor: TrustAnchor): Promise<boolean> {
    const { id, sha256, certificate, subject, validUntil, reason, trustedBy, trustedAt } = anchor;
    const texts = [storableText(subject), validUntil, storableText(reason)];
    const rows = await tx.query(
      `INSERT INTO trust_anchor (organization_id, id, sha256, certificate, subject, valid_until, reason, trusted_by,
         trusted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT ON CONSTRAINT trust_anchor_sha256_key DO NOTHING RETURNING id`,
      [tx.organizationId, id, sha256, certificate, ...texts, trustedBy, trustedAt],
    );
    return rows.length === 1;
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query(`DELETE FROM trust_anchor WHERE organization_id = $1 AND id = $2`, [tx.organizationId, id]);
  }

  async find(tx: Transaction, id: string): Promise<TrustAnchor | undefined> {
    const [row] = await tx.query<TrustAnchor>(`${SELECT} WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
    ]);
    return row;
  }

  /** In the order in which they were trusted. */
  all(tx: Transaction): Promise<TrustAnchor[]> {
    return tx.query<TrustAnchor>(`${SELECT} WHERE organization_id = $1 ORDER BY id`, [tx.organizationId]);
  }
}
