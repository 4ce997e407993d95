import { BANDS, type Band } from '../domain/gates.js';
import { REQUIREMENT_STATES } from '../domain/states.js';
import { RELATION_CTES } from './relation-sql.js';
import { REQUIREMENT_CTE, RULE_CTE } from './requirement-sql.js';

const MET = REQUIREMENT_STATES.indexOf('met');
const rank = (band: Band): number => BANDS.indexOf(band);

/** Everyone of the organization who is a person of their own, or those who applied for the job $6. */
const IN_POOL = `($6::text IS NULL OR EXISTS (SELECT FROM application a
           WHERE a.organization_id = $1 AND a.job_id = $6 AND a.candidate_id = c.id))`;

/**
 * Formula credence-1 from the rows to `ranked (id, ordinal, name, band, score, low, high, rank)`, one row for everyone in
 * the pool; erased and merged records are in no pool. $1 organization, $2 requirements, $3 groups, $4 clock, $5 policy,
 * $6 job.
 *
 * @param weighings the holdings held against the requirements, see `weighing`
 * @param inPool a condition on `candidate c`
 */
export const rankedCtes = (weighings: string, inPool: string = IN_POOL): string => `
${REQUIREMENT_CTE},
  profile_group AS MATERIALIZED (
    SELECT id, "atLeast" AS at_least FROM jsonb_to_recordset($3::jsonb) AS g (id text, "atLeast" int)
  ),
${RULE_CTE},${RELATION_CTES},
  -- Grouped by the two ids alone: this is the largest step of the statement, and narrow keys keep its hash small.
  best AS (
    SELECT candidate_id, position, max(fit) AS fit, max(low) AS low, max(high) AS high, min(state) AS state
    FROM (${weighings}) w GROUP BY candidate_id, position
  ),
  per_requirement AS MATERIALIZED (
    SELECT b.candidate_id, r.group_id, r.importance, r.weight * b.fit AS points, r.weight * b.low AS low,
      r.weight * b.high AS high, (b.state IS NOT DISTINCT FROM ${MET})::int AS met
    FROM best b JOIN requirement r ON r.position = b.position
  ),
  -- One row per candidate and condition: a requirement without a group, or a group with its best members.
  per_gate AS (
    SELECT candidate_id, importance, points, low, high, met >= 1 AS is_open FROM per_requirement WHERE group_id IS NULL
    UNION ALL
    SELECT m.candidate_id, m.importance, sum(m.points) FILTER (WHERE m.by_points <= g.at_least),
      sum(m.low) FILTER (WHERE m.by_low <= g.at_least), sum(m.high) FILTER (WHERE m.by_high <= g.at_least),
      sum(m.met) >= g.at_least
    FROM (SELECT *, row_number() OVER (PARTITION BY candidate_id, group_id ORDER BY points DESC) AS by_points,
            row_number() OVER (PARTITION BY candidate_id, group_id ORDER BY low DESC) AS by_low,
            row_number() OVER (PARTITION BY candidate_id, group_id ORDER BY high DESC) AS by_high
          FROM per_requirement WHERE group_id IS NOT NULL) m
    JOIN profile_group g ON g.id = m.group_id
    GROUP BY m.candidate_id, m.importance, m.group_id, g.at_least
  ),
  needed AS MATERIALIZED (
    SELECT count(DISTINCT coalesce('g' || group_id, 'r' || position)) FILTER (WHERE importance = 'must') AS musts,
      count(DISTINCT coalesce('g' || group_id, 'r' || position)) FILTER (WHERE importance = 'learnable') AS learnables
    FROM requirement
  ),
  scored AS (
    SELECT candidate_id, sum(points)::bigint AS score, sum(low)::bigint AS low, sum(high)::bigint AS high,
      count(*) FILTER (WHERE importance = 'must' AND is_open) AS musts,
      count(*) FILTER (WHERE importance = 'learnable' AND is_open) AS learnables
    FROM per_gate GROUP BY candidate_id
  ),
  banded AS (
    SELECT c.id, c.ordinal, c.name, coalesce(s.score, 0) AS score, coalesce(s.low, 0) AS low, coalesce(s.high, 0) AS high,
      CASE WHEN coalesce(s.musts, 0) < n.musts THEN ${rank('notYet')}
           WHEN coalesce(s.learnables, 0) < n.learnables THEN ${rank('readySoon')}
           ELSE ${rank('qualified')} END AS band
    FROM candidate c CROSS JOIN needed n LEFT JOIN scored s ON s.candidate_id = c.id
    WHERE c.organization_id = $1 AND c.erased_at IS NULL AND c.merged_into IS NULL
      AND ${inPool}
  ),
  ranked AS MATERIALIZED (
    SELECT id, ordinal, name, band, score, low, high, row_number() OVER (ORDER BY band, score DESC, ordinal) AS rank
    FROM banded
  )`;
