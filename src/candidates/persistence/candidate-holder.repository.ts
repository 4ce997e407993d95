import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Keys and DIDs that people showed to hold. */
@Injectable()
export class CandidateHolderRepository {
  /** @returns whether it was not known before */
  async add(tx: Transaction, candidateId: string, holder: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO candidate_holder (organization_id, candidate_id, holder, shown_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT candidate_holder_pkey DO NOTHING RETURNING holder`,
      [tx.organizationId, candidateId, holder, at],
    );
    return rows.length === 1;
  }
}
