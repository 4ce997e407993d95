import { BANDS, type Band } from '../domain/gates.js';
import { REQUIREMENT_STATES } from '../domain/states.js';
import { RELATION_CTES } from './relation-sql.js';
import { REQUIREMENT_CTE, RULE_CTE } from './requirement-sql.js';
import { weighing } from './weighing-sql.js';

const MET = REQUIREMENT_STATES.indexOf('met');
const MISSING = REQUIREMENT_STATES.indexOf('missing');
const rank = (band: Band): number => BANDS.indexOf(band);

/**
 * Formula credence-1 in one statement, for a page and its exact totals.
 *
 * $1 organization, $2 requirements, $3 groups, $4 clock, $5 policy, $6 job, $7 pattern on the name, $8 bands (indexes),
 * $9 $10 $11 band, score and ordinal to continue after, $12 limit, $13 only these candidates (ranks stay those of the
 * pool). The pool is the organization, or those who applied for the job with those of $13; erased and merged records are
 * in no pool.
 * `totals` count the pool after $7 and before $8, `pool_size` counts all of it.
 *
 * One row per candidate; a lone row without a candidate when the page is empty, since the totals are always asked for.
 */
export const RANKING_SQL = `
WITH RECURSIVE
${REQUIREMENT_CTE},
  profile_group AS MATERIALIZED (
    SELECT id, "atLeast" AS at_least FROM jsonb_to_recordset($3::jsonb) AS g (id text, "atLeast" int)
  ),
${RULE_CTE},${RELATION_CTES},
  -- Grouped by the two ids alone: this is the largest step of the statement, and narrow keys keep its hash small.
  best AS (
    SELECT candidate_id, position, max(fit) AS fit, max(low) AS low, max(high) AS high, min(state) AS state
    FROM (${weighing('TRUE')}) w GROUP BY candidate_id, position
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
      AND ($6::text IS NULL OR c.id = ANY ($13) OR EXISTS (SELECT FROM application a
           WHERE a.organization_id = $1 AND a.job_id = $6 AND a.candidate_id = c.id))
  ),
  ranked AS MATERIALIZED (
    SELECT id, ordinal, name, band, score, low, high, row_number() OVER (ORDER BY band, score DESC, ordinal) AS rank
    FROM banded
  ),
  totals AS (
    SELECT (SELECT count(*) FROM ranked) AS pool_size, count(*) AS "all",
      count(*) FILTER (WHERE band = ${rank('qualified')}) AS qualified,
      count(*) FILTER (WHERE band = ${rank('readySoon')}) AS ready_soon,
      count(*) FILTER (WHERE band = ${rank('notYet')}) AS not_yet
    FROM ranked WHERE $7::text IS NULL OR name ILIKE $7
  ),
  page AS MATERIALIZED (
    SELECT * FROM ranked
    WHERE ($7::text IS NULL OR name ILIKE $7)
      AND ($8::int[] IS NULL OR band = ANY ($8))
      AND ($13::uuid[] IS NULL OR id = ANY ($13))
      AND ($9::int IS NULL OR (band, -score, ordinal) > ($9, -$10::bigint, $11::bigint))
    ORDER BY rank LIMIT $12
  ),
  detail AS (
    SELECT p.id, jsonb_agg(jsonb_build_object('requirementId', r.id, 'state', coalesce(b.state, ${MISSING}),
      'points', r.weight * coalesce(b.fit, 0), 'credentialId', CASE WHEN b.fit > 0 THEN b.credential_id END)
      ORDER BY r.position) AS requirements
    FROM page p CROSS JOIN requirement r
    LEFT JOIN (
      SELECT w.candidate_id, w.position, max(w.fit) AS fit, min(w.state) AS state,
        (array_agg(w.credential_id ORDER BY w.fit DESC, w.credential_id))[1] AS credential_id
      FROM (${weighing('h.candidate_id = ANY (ARRAY(SELECT id FROM page))')}) w
      GROUP BY w.candidate_id, w.position
    ) b ON b.candidate_id = p.id AND b.position = r.position
    GROUP BY p.id
  )
SELECT coalesce((SELECT value FROM holding_sequence WHERE organization_id = $1), 0) AS sequence,
  t.pool_size AS "poolSize", t."all", t.qualified, t.ready_soon AS "readySoon", t.not_yet AS "notYet",
  p.id AS "candidateId", p.ordinal, p.rank, p.band, p.score, p.low AS "scoreLow", p.high AS "scoreHigh", d.requirements
FROM totals t LEFT JOIN page p ON true LEFT JOIN detail d ON d.id = p.id
ORDER BY p.rank`;
