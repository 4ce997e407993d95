import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Holding } from '../domain/holding.js';

/** What a candidate holds, with all that an explanation names. */
@Injectable()
export class CandidateHoldings {
  of(tx: Transaction, candidateId: string): Promise<Holding[]> {
    return tx.query<Holding>(
      `SELECT credential_id AS "credentialId", competency_id AS "competencyId", verdict, level::int, proof::int,
         trust::int, tier, valid_from AS "validFrom", valid_until AS "validUntil", json_path AS "jsonPath"
       FROM holding WHERE organization_id = $1 AND candidate_id = $2 ORDER BY credential_id, competency_id`,
      [tx.organizationId, candidateId],
    );
  }
}
