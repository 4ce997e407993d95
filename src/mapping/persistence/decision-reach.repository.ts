import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { MappingRule } from '../domain/decisions/mapping-rule.js';

/** What a decision would change, counted from what stands now. */
export interface DecisionEffect {
  /** Credentials that state the claim, and candidates who have one of them. */
  readonly credentials: number;
  readonly candidates: number;
  /** Those among them for which the claim would mean something else than now. */
  readonly credentialsChanged: number;
  readonly candidatesChanged: number;
  /** Candidates who have no holding of the competency that the claim would be mapped to. */
  readonly gaining: number;
  /** Candidates with a holding of the rejected competency from a credential that states the claim. */
  readonly losing: number;
}

type Reach = Pick<
  MappingRule,
  'scope' | 'matchKey' | 'issuerId' | 'achievementKey' | 'competencyId' | 'rejectedCompetencyId'
>;

const REACHED = `
  FROM claim c
  LEFT JOIN credential_verdict v ON v.organization_id = c.organization_id AND v.credential_id = c.credential_id
  WHERE c.organization_id = $1
    AND ($3 = 'everywhere' OR (v.issuer_id = $4 AND ($3 = 'issuer' OR c.match_key IS NULL OR c.achievement_key = $5)))`;

@Injectable()
export class DecisionReachRepository {
  /** In ascending order. Claims that have no key yet may be meant as well; mapping them again gives them one. */
  async credentialIds(tx: Transaction, rule: Reach, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT c.credential_id AS id ${REACHED}
         AND (c.match_key = $2 OR c.match_key IS NULL) AND ($6::uuid IS NULL OR c.credential_id > $6)
       ORDER BY c.credential_id LIMIT $7`,
      [tx.organizationId, ...placeOf(rule), after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Credentials with a claim of the same uri or, without one, of the same code; both in the same spelling. */
  async naming(
    tx: Transaction,
    { uri, code }: { readonly uri: string | null; readonly code: string | null },
    limit: number,
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT credential_id AS id FROM claim
       WHERE organization_id = $1 AND (uri = $2 OR ($2::text IS NULL AND code = $3)) ORDER BY 1 LIMIT $4`,
      [tx.organizationId, uri, code, limit],
    );
    return rows.map(({ id }) => id);
  }

  async effect(tx: Transaction, rule: Reach): Promise<DecisionEffect> {
    const [found] = await tx.query<DecisionEffect>(
      `WITH reached AS (
         SELECT c.credential_id, c.position, r.candidate_id,
           ($6::uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mapping m WHERE m.organization_id = $1
              AND m.credential_id = c.credential_id AND m.superseded_at IS NULL AND m.claim_position = c.position
              AND m.competency_id = $6 AND m.state IN ('mapped_auto', 'mapped_reviewed')))
           OR ($7::uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mapping m WHERE m.organization_id = $1
              AND m.credential_id = c.credential_id AND m.superseded_at IS NULL AND m.claim_position = c.position
              AND m.competency_id = $7 AND m.state = 'rejected')) AS changes
         FROM (SELECT c.* ${REACHED} AND c.match_key = $2 AND c.class IN ('skill', 'group', 'unknown')) c
         JOIN credential r ON r.organization_id = $1 AND r.id = c.credential_id)
       SELECT count(DISTINCT credential_id)::int AS credentials, count(DISTINCT candidate_id)::int AS candidates,
         (count(DISTINCT credential_id) FILTER (WHERE changes))::int AS "credentialsChanged",
         (count(DISTINCT candidate_id) FILTER (WHERE changes))::int AS "candidatesChanged",
         (count(DISTINCT candidate_id) FILTER (WHERE $6::uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM holding h
            WHERE h.organization_id = $1 AND h.candidate_id = reached.candidate_id AND h.competency_id = $6)))::int
           AS gaining,
         (count(DISTINCT candidate_id) FILTER (WHERE EXISTS (SELECT 1 FROM holding h WHERE h.organization_id = $1
            AND h.candidate_id = reached.candidate_id AND h.competency_id = $7
            AND h.credential_id = reached.credential_id)))::int AS losing
       FROM reached`,
      [tx.organizationId, ...placeOf(rule), rule.competencyId, rule.rejectedCompetencyId],
    );
    if (found === undefined) throw new Error('counting gives one row');
    return found;
  }
}

const placeOf = ({ matchKey, scope, issuerId, achievementKey }: Reach): (string | null)[] => [
  matchKey,
  scope,
  issuerId,
  achievementKey,
];
