import { BANDS, type Band } from '../domain/gates.js';
import { REQUIREMENT_STATES } from '../domain/states.js';
import { rankedCtes } from './ranked-sql.js';
import { weighing } from './weighing-sql.js';

const MISSING = REQUIREMENT_STATES.indexOf('missing');
const rank = (band: Band): number => BANDS.indexOf(band);

const IN_POOL_OR_NAMED = `($6::text IS NULL OR c.id = ANY ($13) OR EXISTS (SELECT FROM application a
           WHERE a.organization_id = $1 AND a.job_id = $6 AND a.candidate_id = c.id))`;

/**
 * Formula credence-1 in one statement, for a page and its exact totals.
 *
 * $1 organization, $2 requirements, $3 groups, $4 clock, $5 policy, $6 job, $7 pattern on the name, $8 bands (indexes),
 * $9 $10 $11 band, score and ordinal to continue after, $12 limit, $13 only these candidates (ranks stay those of the
 * pool), $14 only these of the pool, by ordinal. The pool is the organization, or those who applied for the job with those of $13; erased and merged records are
 * in no pool.
 * `totals` count the pool after $7 and before $8, `pool_size` counts all of it.
 *
 * One row per candidate; a lone row without a candidate when the page is empty, since the totals are always asked for.
 */
export const RANKING_SQL = `
WITH RECURSIVE
${rankedCtes(weighing('TRUE'), IN_POOL_OR_NAMED)},
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
      AND ($14::bigint[] IS NULL OR ordinal = ANY ($14))
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
