import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Receipt } from '../domain/receipt/receipt.js';

const RECEIPT = `id, role_profile_id AS "roleProfileId", job, basis, sequence, candidates, inputs, list, seal,
  sealed_by AS "sealedBy", sealed_at AS "sealedAt"`;

@Injectable()
export class ReceiptRepository {
  /** @param rows the sealed list, compressed */
  async insert(tx: Transaction, receipt: Receipt, rows: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO ranking_receipt (organization_id, id, role_profile_id, profile_version, job, basis, sequence, candidates,
         inputs, list, seal, rows, sealed_by, sealed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        tx.organizationId,
        receipt.id,
        receipt.roleProfileId,
        receipt.basis.profileVersion,
        receipt.job,
        JSON.stringify(receipt.basis),
        receipt.sequence,
        receipt.candidates,
        JSON.stringify(receipt.inputs),
        receipt.list,
        receipt.seal,
        rows,
        receipt.sealedBy,
        receipt.sealedAt,
      ],
    );
  }

  async find(tx: Transaction, id: string): Promise<Receipt | undefined> {
    const [row] = await tx.query<Receipt>(
      `SELECT ${RECEIPT} FROM ranking_receipt WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return row && withClock(row);
  }

  async rows(tx: Transaction, id: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ rows: Buffer }>(
      `SELECT rows FROM ranking_receipt WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return row?.rows;
  }

  /** Newest first: ids are in order of making. @param before id of the last receipt of the page before */
  async list(tx: Transaction, roleProfileId: string, before: string | null, limit: number): Promise<Receipt[]> {
    const rows = await tx.query<Receipt>(
      `SELECT ${RECEIPT} FROM ranking_receipt
       WHERE organization_id = $1 AND role_profile_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [tx.organizationId, roleProfileId, before, limit],
    );
    return rows.map(withClock);
  }
}

/** JSON has no instants. */
const withClock = (row: Receipt): Receipt => ({ ...row, basis: { ...row.basis, asOf: new Date(row.basis.asOf) } });
