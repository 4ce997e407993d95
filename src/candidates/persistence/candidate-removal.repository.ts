import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Tables whose rows are one person's. */
const OF_THE_PERSON = [
  'holding',
  'presentation_request',
  'credential',
  'application',
  'candidate_external_id',
  'candidate_holder',
];

/** Erasing a person and moving what one record has to another; both leave a row that keeps id and ordinal. */
@Injectable()
export class CandidateRemovalRepository {
  /** What HR systems said of the people, held before the people themselves: so does whoever runs a delivery again. */
  async holdDeliveries(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.query(
      `SELECT FROM hook_delivery WHERE organization_id = $1 AND candidate_id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
      [tx.organizationId, ids],
    );
  }

  async erase(tx: Transaction, id: string, at: Date): Promise<void> {
    await this.holdCredentials(tx, [id]);
    for (const table of OF_THE_PERSON) {
      await tx.query(`DELETE FROM ${table} WHERE organization_id = $1 AND candidate_id = $2`, [tx.organizationId, id]);
    }
    // Answers that are kept for repeats of a request show the person as well.
    await tx.query(`DELETE FROM idempotency_key WHERE organization_id = $1 AND strpos(body, $2) > 0`, [
      tx.organizationId,
      id,
    ]);
    // So does what HR systems said of them, which is kept to be run again.
    await tx.query(`UPDATE hook_delivery SET event = NULL WHERE organization_id = $1 AND candidate_id = $2`, [
      tx.organizationId,
      id,
    ]);
    await tx.query(
      `UPDATE candidate SET name = NULL, emails = '{}', dids = '{}', erased_at = $3, updated_at = $3,
         row_version = row_version + 1 WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id, at],
    );
  }

  /** Documents that both hold stay once, under the record that remains. */
  async move(tx: Transaction, fromId: string, intoId: string, at: Date): Promise<void> {
    await this.holdCredentials(tx, [fromId, intoId]);
    const ids = [tx.organizationId, fromId, intoId];
    await tx.query(
      `DELETE FROM credential d USING credential kept
       WHERE d.organization_id = $1 AND d.candidate_id = $2
         AND kept.organization_id = $1 AND kept.candidate_id = $3 AND kept.sha256 = d.sha256`,
      ids,
    );
    await tx.query(
      `DELETE FROM candidate_holder d USING candidate_holder kept
       WHERE d.organization_id = $1 AND d.candidate_id = $2
         AND kept.organization_id = $1 AND kept.candidate_id = $3 AND kept.holder = d.holder`,
      ids,
    );
    for (const table of [...OF_THE_PERSON, 'hook_delivery']) {
      await tx.query(`UPDATE ${table} SET candidate_id = $3 WHERE organization_id = $1 AND candidate_id = $2`, ids);
    }
    await tx.query(
      `UPDATE candidate i SET updated_at = $4, row_version = i.row_version + 1, name = coalesce(i.name, f.name),
         emails = (SELECT coalesce(array_agg(DISTINCT e), '{}') FROM unnest(i.emails || f.emails) e),
         dids = (SELECT coalesce(array_agg(DISTINCT d), '{}') FROM unnest(i.dids || f.dids) d)
       FROM candidate f WHERE i.organization_id = $1 AND i.id = $3 AND f.organization_id = $1 AND f.id = $2`,
      [...ids, at],
    );
    await tx.query(
      `UPDATE candidate SET name = NULL, emails = '{}', dids = '{}', merged_into = $3, updated_at = $4,
         row_version = row_version + 1 WHERE organization_id = $1 AND id = $2`,
      [...ids, at],
    );
  }

  /**
   * Waits for the work on the credentials to end, and lets none begin. Verification and mapping hold the credential
   * before its verdict and what follows from it, so that neither side ever has what the other waits for.
   */
  private async holdCredentials(tx: Transaction, candidateIds: readonly string[]): Promise<void> {
    await tx.query(
      `SELECT FROM credential WHERE organization_id = $1 AND candidate_id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
      [tx.organizationId, candidateIds],
    );
  }
}
