import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { DecisionState, MappingRule, ReviewRelation } from '../domain/decisions/mapping-rule.js';

/** A decision as it is kept and shown. */
export interface KeptRule extends MappingRule {
  /** The claim that the decision was taken on. */
  readonly claim: { readonly text: string | null; readonly uri: string | null; readonly code: string | null };
  readonly reason: string;
  /** Stated with the decision, and taken back with it: what the claim identifies, by a key that no framework has. */
  readonly crosswalkRelation: ReviewRelation | null;
  readonly crosswalkKey: string | null;
  /** How the mapping had been found that it was taken on; null for decisions of long ago. */
  readonly method: string | null;
  /** Waits for another person to confirm it, and counts for nothing until then. */
  readonly isProposed: boolean;
  readonly decidedAt: Date;
  /** Null for what no second person had to look at. */
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

const COLUMNS = `id, decision, scope, match_key AS "matchKey", issuer_id AS "issuerId",
  achievement_key AS "achievementKey", competency_id AS "competencyId",
  rejected_competency_id AS "rejectedCompetencyId", overrides, claim, reason, method, decided_by AS "decidedBy",
  decided_at AS "decidedAt", is_proposed AS "isProposed", confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt",
  crosswalk_relation AS "crosswalkRelation", crosswalk_key AS "crosswalkKey"`;

const IN_FORCE = 'ended_at IS NULL AND NOT is_proposed';
const PROPOSED = 'ended_at IS NULL AND is_proposed';

@Injectable()
export class MappingRuleRepository {
  /** Until the transaction ends nobody decides, so that whoever maps now is not missed by a decision of just then. */
  async holdStill(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('mapping-rule:' || $1, 0))`, [
      tx.organizationId,
    ]);
  }

  /** Waits for everybody who maps with the rules of before. */
  async holdAlone(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('mapping-rule:' || $1, 0))`, [tx.organizationId]);
  }

  /** Rules in force that may reach one of the claims. */
  reaching(
    tx: Transaction,
    claims: readonly { readonly matchKey: string; readonly achievementKey: string | null }[],
    issuerId: string | null,
  ): Promise<KeptRule[]> {
    const achievements = claims.flatMap(({ achievementKey }) => achievementKey ?? []);
    return tx.query<KeptRule>(
      `SELECT ${COLUMNS} FROM mapping_rule
       WHERE organization_id = $1 AND match_key = ANY ($2::text[]) AND ${IN_FORCE}
         AND (scope = 'everywhere' OR (issuer_id = $3 AND (scope = 'issuer' OR achievement_key = ANY ($4::text[]))))
       ORDER BY id`,
      [tx.organizationId, [...new Set(claims.map(({ matchKey }) => matchKey))], issuerId, [...new Set(achievements)]],
    );
  }

  /** One in force that states a crosswalk between the two, the exact ones first. */
  async statingCrosswalk(tx: Transaction, competencyId: string, key: string): Promise<KeptRule | undefined> {
    const rows = await tx.query<KeptRule>(
      `SELECT ${COLUMNS} FROM mapping_rule
       WHERE organization_id = $1 AND competency_id = $2 AND crosswalk_key = $3 AND ${IN_FORCE}
       ORDER BY crosswalk_relation DESC, id LIMIT 1`,
      [tx.organizationId, competencyId, storableText(key)],
    );
    return rows[0];
  }

  /** Proposals on a claim, whatever they reach. */
  proposedOn(tx: Transaction, matchKey: string): Promise<KeptRule[]> {
    return tx.query<KeptRule>(
      `SELECT ${COLUMNS} FROM mapping_rule WHERE organization_id = $1 AND match_key = $2 AND ${PROPOSED} ORDER BY id`,
      [tx.organizationId, matchKey],
    );
  }

  /** In force or proposed, and not taken back. */
  async standing(tx: Transaction, id: string): Promise<KeptRule | undefined> {
    const rows = await tx.query<KeptRule>(
      `SELECT ${COLUMNS} FROM mapping_rule WHERE organization_id = $1 AND id = $2 AND ended_at IS NULL`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  /** Whatever became of it. */
  async find(tx: Transaction, id: string): Promise<KeptRule | undefined> {
    const rows = await tx.query<KeptRule>(
      `SELECT ${COLUMNS} FROM mapping_rule WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  /** Those in force or those proposed, the latest first. */
  list(tx: Transaction, state: DecisionState, before: string | null, limit: number): Promise<KeptRule[]> {
    return tx.query<KeptRule>(
      `SELECT ${COLUMNS} FROM mapping_rule
       WHERE organization_id = $1 AND ${state === 'proposed' ? PROPOSED : IN_FORCE} AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [tx.organizationId, before, limit],
    );
  }

  async insert(tx: Transaction, rule: KeptRule): Promise<void> {
    await tx.query(
      `INSERT INTO mapping_rule (organization_id, id, decision, scope, match_key, issuer_id, achievement_key,
         competency_id, rejected_competency_id, overrides, claim, reason, decided_by, decided_at, method, is_proposed,
         crosswalk_relation, crosswalk_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        tx.organizationId,
        rule.id,
        rule.decision,
        rule.scope,
        rule.matchKey,
        rule.issuerId,
        rule.achievementKey,
        rule.competencyId,
        rule.rejectedCompetencyId,
        rule.overrides,
        storableJson(rule.claim),
        rule.reason,
        rule.decidedBy,
        rule.decidedAt,
        rule.method,
        rule.isProposed,
        rule.crosswalkRelation,
        rule.crosswalkKey === null ? null : storableText(rule.crosswalkKey),
      ],
    );
  }

  async confirm(tx: Transaction, id: string, by: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE mapping_rule SET is_proposed = false, confirmed_by = $3, confirmed_at = $4
       WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id, by, at],
    );
  }

  async end(tx: Transaction, id: string, by: string, at: Date): Promise<void> {
    await tx.query(`UPDATE mapping_rule SET ended_by = $3, ended_at = $4 WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
      by,
      at,
    ]);
  }
}
