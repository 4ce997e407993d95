/** Said by a version in force, or by the organization itself. */
export const CROSSWALK_IN_FORCE = `(x.framework_version_id IS NULL OR x.framework_version_id IN (SELECT id FROM version_in_force))`;

/**
 * `relation (required_id, held_id, percent)`: what each held competency is worth for each required one, by the relations
 * of the framework versions in force. Needs `requirement (competency_id)`; $1 organization, $5 policy.
 *
 * The hierarchy is walked from the required competency, as many steps as the policy has percents; UNION drops what was
 * already reached at the same step, so that cycles and several parents end.
 */
export const RELATION_CTES = `
  version_in_force AS MATERIALIZED (
    SELECT active_version_id AS id FROM framework WHERE organization_id = $1 AND active_version_id IS NOT NULL
  ),
  factor AS MATERIALIZED (
    SELECT kind, step, percent::int
    FROM (VALUES ('narrower', $5::jsonb #> '{relations,narrower}'), ('broader', $5::jsonb #> '{relations,broader}')) k (kind, list)
    CROSS JOIN LATERAL jsonb_array_elements_text(list) WITH ORDINALITY AS f (percent, step)
  ),
  narrower (required_id, held_id, step) AS (
    SELECT DISTINCT competency_id, competency_id, 0 FROM requirement
    UNION
    SELECT n.required_id, e.from_id, n.step + 1
    FROM narrower n
    CROSS JOIN version_in_force v
    JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
      AND e.type = 'broader' AND e.to_id = n.held_id
    WHERE n.step < jsonb_array_length($5::jsonb #> '{relations,narrower}')
  ),
  broader (required_id, held_id, step) AS (
    SELECT DISTINCT competency_id, competency_id, 0 FROM requirement
    UNION
    SELECT b.required_id, e.to_id, b.step + 1
    FROM broader b
    CROSS JOIN version_in_force v
    JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
      AND e.type = 'broader' AND e.from_id = b.held_id
    WHERE b.step < jsonb_array_length($5::jsonb #> '{relations,broader}')
  ),
  inside AS (
    SELECT DISTINCT competency_id AS required_id, competency_id AS held_id,
      ($5::jsonb #>> '{relations,same}')::int AS percent
    FROM requirement
    UNION ALL
    SELECT n.required_id, n.held_id, f.percent FROM narrower n JOIN factor f ON f.kind = 'narrower' AND f.step = n.step
    UNION ALL
    SELECT b.required_id, b.held_id, f.percent FROM broader b JOIN factor f ON f.kind = 'broader' AND f.step = b.step
    UNION ALL
    SELECT r.competency_id, e.from_id, ($5::jsonb #>> '{relations,related}')::int
    FROM requirement r CROSS JOIN version_in_force v
    JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
      AND e.type = 'related' AND e.to_id = r.competency_id
    UNION ALL
    SELECT r.competency_id, e.to_id, ($5::jsonb #>> '{relations,related}')::int
    FROM requirement r CROSS JOIN version_in_force v
    JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
      AND e.type = 'related' AND e.from_id = r.competency_id
  ),
  reached AS MATERIALIZED (
    SELECT required_id, held_id, max(percent) AS percent FROM inside GROUP BY required_id, held_id
  ),
  relation AS MATERIALIZED (
    SELECT required_id, held_id, max(percent) AS percent
    FROM (
      SELECT required_id, held_id, percent FROM reached
      UNION ALL
      SELECT r.required_id, x.competency_id, r.percent
      FROM reached r JOIN crosswalk x ON x.organization_id = $1 AND x.relation = 'exact' AND x.to_competency_id = r.held_id
      WHERE ${CROSSWALK_IN_FORCE}
      UNION ALL
      SELECT r.required_id, x.to_competency_id, r.percent
      FROM reached r JOIN crosswalk x ON x.organization_id = $1 AND x.relation = 'exact' AND x.competency_id = r.held_id
      WHERE x.to_competency_id IS NOT NULL AND ${CROSSWALK_IN_FORCE}
    ) way
    WHERE percent > 0
    GROUP BY required_id, held_id
  )`;
