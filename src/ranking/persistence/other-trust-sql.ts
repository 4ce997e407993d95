/** An id without what does not make it another party; as mapping tells whether an issuer is the candidate. */
const bare = (id: string): string => `rtrim(split_part(btrim(${id}), '#', 1), '/')`;

/**
 * `other_trust (candidate_id, credential_id, competency_id, strength)`: the holdings by issuers about whom something else
 * would be decided, with the strength that they would have. $1 organization, $5 policy, $7 tiers
 * `[{issuerId, competencyId, tier}]`.
 *
 * Nobody vouches for oneself: where the issuer is the candidate, the tier is `self_issued` unless it is blocked.
 */
export const OTHER_TRUST_CTES = `
  decided AS MATERIALIZED (
    SELECT "issuerId" AS issuer_id, "competencyId" AS competency_id, tier
    FROM jsonb_to_recordset($7::jsonb) AS d ("issuerId" uuid, "competencyId" uuid, tier text)
  ),
  other_trust AS MATERIALIZED (
    SELECT h.candidate_id, h.credential_id, h.competency_id,
      h.proof::int * ($5::jsonb #>> ARRAY['tiers', t.tier])::int / 100 AS strength
    FROM decided g
    JOIN issuer i ON i.organization_id = $1 AND i.id = g.issuer_id
    JOIN credential_verdict cv ON cv.organization_id = $1 AND cv.issuer_id = i.id
    JOIN verification v ON v.organization_id = $1 AND v.id = cv.verification_id
    JOIN holding h ON h.organization_id = $1 AND h.credential_id = cv.credential_id
    JOIN candidate c ON c.organization_id = $1 AND c.id = h.candidate_id
    LEFT JOIN decided p ON p.issuer_id = g.issuer_id AND p.competency_id = h.competency_id
    CROSS JOIN LATERAL (SELECT ${bare(`v.facts #>> '{issuer,id}'`)} IN (
        SELECT ${bare(`s ->> 'id'`)} FROM jsonb_array_elements(v.facts -> 'subjects') s WHERE s ->> 'id' IS NOT NULL
        UNION ALL SELECT ${bare('did')} FROM unnest(c.dids) did
        UNION ALL SELECT ${bare('o.holder')} FROM candidate_holder o WHERE o.organization_id = $1 AND o.candidate_id = c.id
      ) AS is_holder) s
    CROSS JOIN LATERAL (SELECT CASE
      WHEN s.is_holder AND coalesce(p.tier, g.tier) <> 'blocked' THEN 'self_issued'
      ELSE coalesce(p.tier, g.tier) END AS tier) t
    WHERE g.competency_id IS NULL
  )`;

/** Strength of holding `h` as it would be. */
export const OTHER_STRENGTH = 'coalesce(o.strength, h.strength)';
export const JOIN_OTHER_TRUST = `
    LEFT JOIN other_trust o ON o.credential_id = h.credential_id AND o.competency_id = h.competency_id
      AND o.candidate_id = h.candidate_id`;
