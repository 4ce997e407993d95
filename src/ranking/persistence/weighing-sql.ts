import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';

const rank = (state: RequirementState): number => REQUIREMENT_STATES.indexOf(state);

/**
 * Each holding against each requirement that it has to do with: `(position, candidate_id, credential_id, tier, proof, fit, low, high,
 * state)`; `state` is the index of what the holding alone would give, null for nothing. Needs `requirement`, `relation`
 * and `rule`; $1 organization, $4 the clock.
 *
 * @param candidates a condition on `h.candidate_id`, or TRUE for the whole organization
 * @param strength of holding `h`, in percent; as it is kept when absent
 * @param joins what the strength needs beside `h`
 */
export const weighing = (candidates: string, strength = 'h.strength', joins = ''): string => `
  SELECT w.position, w.candidate_id, w.credential_id, w.tier, w.proof, f.fit,
    CASE WHEN w.required IS NOT NULL AND w.held IS NULL THEN 0 ELSE f.fit END AS low,
    CASE WHEN NOT w.could_count THEN 0
         WHEN w.required IS NULL OR w.held IS NULL THEN w.full_fit
         ELSE w.full_fit * least(w.held, w.required) / w.required END AS high,
    CASE WHEN NOT w.verified THEN CASE WHEN w.is_full THEN ${rank('unproven')} END
         WHEN NOT w.counts THEN NULL
         WHEN NOT w.is_full THEN CASE WHEN f.fit > 0 THEN ${rank('adjacent')} END
         WHEN w.strength < rule.met_strength THEN ${rank('weak_proof')}
         WHEN w.required IS NULL OR w.held >= w.required THEN ${rank('met')}
         WHEN w.held IS NULL THEN ${rank('level_unknown')}
         ELSE ${rank('level_short')} END AS state
  FROM (
    SELECT r.position, h.candidate_id, h.credential_id, h.tier, h.proof, ${strength} AS strength, h.level::int AS held, r.level AS required,
      (${strength})::int * x.percent AS full_fit,
      h.verdict = 'verified' AS verified,
      x.percent >= rule.full_relation AS is_full,
      h.verdict = 'verified' AND d.in_date AND p.allowed AS counts,
      h.verdict IN ('verified', 'unverifiable') AND d.in_date AND p.allowed AS could_count
    FROM requirement r
    JOIN relation x ON x.required_id = r.competency_id
    JOIN holding h ON h.organization_id = $1 AND h.competency_id = x.held_id AND ${candidates}${joins}
    CROSS JOIN rule
    CROSS JOIN LATERAL (SELECT (h.valid_until IS NULL OR h.valid_until > $4)
      AND (r.not_before IS NULL OR coalesce(h.valid_from >= r.not_before, false)) AS in_date) d
    CROSS JOIN LATERAL (SELECT r.allow_partial OR x.percent >= rule.full_relation AS allowed) p
  ) w CROSS JOIN rule
  CROSS JOIN LATERAL (SELECT CASE
    WHEN NOT w.counts THEN 0
    WHEN w.required IS NULL THEN w.full_fit
    WHEN w.held IS NULL THEN w.full_fit * rule.unknown_level / 100
    ELSE w.full_fit * least(w.held, w.required) / w.required END AS fit) f`;
