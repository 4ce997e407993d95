/** `requirement`: what is asked, one row each. $2 requirements, $4 the clock. */
export const REQUIREMENT_CTE = `
  requirement AS MATERIALIZED (
    SELECT r.position::int, r.id, r."competencyId" AS competency_id, r.importance, r.weight, r.level,
      r."group" AS group_id, r."allowPartial" AS allow_partial,
      -- In UTC, so that the session's time zone and its summer time never move the limit.
      ($4::timestamptz AT TIME ZONE 'UTC' - make_interval(months => r."maxAgeMonths")) AT TIME ZONE 'UTC' AS not_before
    FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS
      (id text, "competencyId" uuid, importance text, weight int, level int, "group" text, "allowPartial" boolean,
       "maxAgeMonths" int)) WITH ORDINALITY
      AS r (id, "competencyId", importance, weight, level, "group", "allowPartial", "maxAgeMonths", position)
  )`;

/** `rule`: the thresholds of the policy. $5 policy. */
export const RULE_CTE = `
  rule AS MATERIALIZED (
    SELECT ($5::jsonb #>> '{thresholds,fullRelation}')::int AS full_relation,
      ($5::jsonb #>> '{thresholds,metStrength}')::int AS met_strength,
      ($5::jsonb ->> 'unknownLevelPercent')::int AS unknown_level
  )`;
