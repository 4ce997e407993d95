import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { Holding } from '../domain/holding.js';

/** One holding as a recruiter reads it, with the words of the framework's active version. */
export interface CompetencyHeld {
  readonly competencyId: string;
  readonly label: string | null;
  readonly uri: string;
  readonly credentialId: string;
  readonly verdict: string;
  readonly level: number | null;
  readonly levelSource: object | null;
  readonly proof: number;
  readonly trust: number;
  readonly tier: string;
  readonly strength: number;
  readonly jsonPath: string;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

/** How many candidates have a competency: in a verified credential that has not ended, and in any credential. */
export interface HolderCount {
  readonly held: number;
  readonly claimed: number;
}

/** Whether it is proven and has not ended; else it is only claimed. */
export const isHeld = ({ verdict, validUntil }: CompetencyHeld, now: Date): boolean =>
  verdict === 'verified' && (validUntil === null || validUntil > now);

@Injectable()
export class HoldingRepository {
  /** @returns whether anything is different from before */
  async replace(
    tx: Transaction,
    credentialId: string,
    candidateId: string,
    holdings: readonly Holding[],
  ): Promise<boolean> {
    const rows = await tx.query<{ changed: number }>(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($4::jsonb) AS h ("competencyId" uuid, verdict text, level smallint,
           "levelSource" jsonb, proof smallint, "proofSource" jsonb, trust smallint, tier text, strength smallint,
           "validFrom" timestamptz, "validUntil" timestamptz, "mappingId" uuid, "jsonPath" text, "frameworkVersionId" uuid)),
       gone AS (
         DELETE FROM holding WHERE organization_id = $1 AND credential_id = $3
           AND (candidate_id <> $2 OR competency_id NOT IN (SELECT "competencyId" FROM given)) RETURNING 1),
       kept AS (
         INSERT INTO holding AS old (organization_id, candidate_id, competency_id, credential_id, verdict, level,
           level_source, proof, proof_source, trust, tier, strength, valid_from, valid_until, mapping_id, json_path,
           framework_version_id)
         SELECT $1, $2, "competencyId", $3, verdict, level, "levelSource", proof, "proofSource", trust, tier, strength,
           "validFrom", "validUntil", "mappingId", "jsonPath", "frameworkVersionId" FROM given
         ON CONFLICT (organization_id, candidate_id, competency_id, credential_id) DO UPDATE SET
           verdict = excluded.verdict, level = excluded.level, level_source = excluded.level_source,
           proof = excluded.proof, proof_source = excluded.proof_source, trust = excluded.trust, tier = excluded.tier,
           strength = excluded.strength, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
           mapping_id = excluded.mapping_id, json_path = excluded.json_path,
           framework_version_id = excluded.framework_version_id
         WHERE (old.verdict, old.level, old.proof, old.trust, old.tier, old.strength, old.valid_from, old.valid_until,
                old.json_path, old.framework_version_id, old.mapping_id, old.level_source, old.proof_source)
           IS DISTINCT FROM (excluded.verdict, excluded.level, excluded.proof, excluded.trust, excluded.tier,
                excluded.strength, excluded.valid_from, excluded.valid_until, excluded.json_path,
                excluded.framework_version_id, excluded.mapping_id, excluded.level_source, excluded.proof_source)
         RETURNING 1)
       SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept) AS changed`,
      [tx.organizationId, candidateId, credentialId, storableJson(holdings)],
    );
    return (rows[0]?.changed ?? 0) > 0;
  }

  /** How many transactions changed holdings or candidates of the organization; a ranking names the count it has seen. */
  async sequence(tx: Transaction): Promise<number> {
    const rows = await tx.query<{ value: number }>(`SELECT value FROM holding_sequence WHERE organization_id = $1`, [
      tx.organizationId,
    ]);
    return rows[0]?.value ?? 0;
  }

  /** @param at those who hold it in verified credentials that have not ended by then are told apart */
  async holders(tx: Transaction, competencyId: string, at: Date): Promise<HolderCount> {
    const rows = await tx.query<HolderCount>(
      `SELECT count(DISTINCT candidate_id)
           FILTER (WHERE verdict = 'verified' AND (valid_until IS NULL OR valid_until > $3))::int AS held,
         count(DISTINCT candidate_id)::int AS claimed
       FROM holding WHERE organization_id = $1 AND competency_id = $2`,
      [tx.organizationId, competencyId, at],
    );
    return rows[0] ?? { held: 0, claimed: 0 };
  }

  async ofCandidate(tx: Transaction, candidateId: string): Promise<CompetencyHeld[]> {
    const rows = await this.ofCandidates(tx, [candidateId]);
    return rows.map(({ candidateId: _same, ...held }) => held);
  }

  /** Each candidate's together, strongest first. */
  ofCandidates(
    tx: Transaction,
    candidateIds: readonly string[],
  ): Promise<(CompetencyHeld & { candidateId: string })[]> {
    return tx.query(
      `SELECT h.candidate_id AS "candidateId", h.competency_id AS "competencyId", e.label, c.uri,
         h.credential_id AS "credentialId", h.verdict, h.level, h.level_source AS "levelSource", h.proof, h.trust, h.tier, h.strength, h.json_path AS "jsonPath",
         h.valid_from AS "validFrom", h.valid_until AS "validUntil"
       FROM holding h
       JOIN competency c ON c.organization_id = h.organization_id AND c.id = h.competency_id
       JOIN framework f ON f.organization_id = c.organization_id AND f.id = c.framework_id
       LEFT JOIN competency_entry e ON e.organization_id = f.organization_id
         AND e.framework_version_id = f.active_version_id AND e.competency_id = c.id
       WHERE h.organization_id = $1 AND h.candidate_id = ANY ($2::uuid[])
       ORDER BY h.candidate_id, h.strength DESC, e.label, h.credential_id`,
      [tx.organizationId, candidateIds],
    );
  }
}
