import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { KeptMapping } from '../domain/mapping/reconcile-mappings.js';

/** A mapping that somebody decides on. */
export type StandingMapping = Pick<KeptMapping, 'claimIndex' | 'competencyId' | 'evidence' | 'method'> & {
  readonly credentialId: string;
  /** Another one has taken its place. */
  readonly isPast: boolean;
};

@Injectable()
export class MappingRepository {
  /** Those that stand, in the order they were made. */
  current(tx: Transaction, credentialId: string): Promise<KeptMapping[]> {
    return tx.query<KeptMapping>(
      `SELECT id, claim_position AS "claimIndex", competency_id AS "competencyId",
         framework_version_id AS "frameworkVersionId", method, score, state, evidence
       FROM mapping WHERE organization_id = $1 AND credential_id = $2 AND superseded_at IS NULL
       ORDER BY id`,
      [tx.organizationId, credentialId],
    );
  }

  /** With the credential it is about. */
  async find(tx: Transaction, id: string): Promise<StandingMapping | undefined> {
    const rows = await tx.query<StandingMapping>(
      `SELECT credential_id AS "credentialId", claim_position AS "claimIndex", competency_id AS "competencyId", evidence, method,
         superseded_at IS NOT NULL AS "isPast"
       FROM mapping WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  /** They stay as history with the time they ended. */
  async supersede(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      `UPDATE mapping SET superseded_at = $3
       WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND superseded_at IS NULL`,
      [tx.organizationId, ids, at],
    );
  }

  async insert(tx: Transaction, credentialId: string, mappings: readonly KeptMapping[], at: Date): Promise<void> {
    if (mappings.length === 0) return;
    await tx.query(
      `INSERT INTO mapping (organization_id, id, credential_id, claim_position, competency_id, framework_version_id, method,
         score, state, evidence, made_at)
       SELECT $1, id, $2, "claimIndex", "competencyId", "frameworkVersionId", method, score, state, evidence, $4
       FROM jsonb_to_recordset($3::jsonb) AS m (id uuid, "claimIndex" int, "competencyId" uuid,
         "frameworkVersionId" uuid, method text, score int, state text, evidence jsonb)`,
      [tx.organizationId, credentialId, storableJson(mappings), at],
    );
  }
}
