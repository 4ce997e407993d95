import { REQUIREMENT_STATES } from '../domain/states.js';
import { RELATION_CTES } from './relation-sql.js';
import { REQUIREMENT_CTE, RULE_CTE } from './requirement-sql.js';
import { weighing } from './weighing-sql.js';

const MET = REQUIREMENT_STATES.indexOf('met');

/**
 * Which conditions the candidates of a pool meet: one row per set of met conditions that occurs.
 *
 * $1 organization, $2 conditions, $3 job, $4 clock, $5 policy.
 */
export const TALLY_SQL = `
WITH RECURSIVE ${REQUIREMENT_CTE},${RULE_CTE},${RELATION_CTES},
  met AS (
    SELECT candidate_id, position - 1 AS condition
    FROM (${weighing('TRUE')}) w WHERE state = ${MET} GROUP BY candidate_id, position
  ),
  pattern AS (SELECT candidate_id, array_agg(condition ORDER BY condition) AS met FROM met GROUP BY candidate_id)
SELECT coalesce(p.met, '{}') AS met, count(*)::int AS candidates,
  coalesce((SELECT value FROM holding_sequence WHERE organization_id = $1), 0) AS sequence
FROM candidate c LEFT JOIN pattern p ON p.candidate_id = c.id
WHERE c.organization_id = $1 AND c.erased_at IS NULL AND c.merged_into IS NULL
  AND ($3::text IS NULL OR EXISTS (SELECT FROM application a
       WHERE a.organization_id = $1 AND a.job_id = $3 AND a.candidate_id = c.id))
GROUP BY coalesce(p.met, '{}')`;
