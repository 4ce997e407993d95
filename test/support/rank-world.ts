import { compileProfile } from '../../src/ranking/domain/compiled-profile.js';
import { order } from '../../src/ranking/domain/order.js';
import { scoreCandidate } from '../../src/ranking/domain/score-candidate.js';
import { DEFAULT_SCORING_POLICY, type ScoringPolicy } from '../../src/ranking/domain/scoring-policy.js';
import type { ExpectedRow, ScoringWorld } from './scoring-vectors.js';

/** The whole of formula credence-1 in plain TypeScript, written as a vector writes its answer. */
export function rankWorld(world: ScoringWorld, policy: ScoringPolicy = DEFAULT_SCORING_POLICY): ExpectedRow[] {
  const compiled = compileProfile(world.profile, world.relations, policy, world.clock);
  const rows = world.candidates.map(({ id, holdings }, ordinal) => ({
    ordinal,
    candidate: id,
    ...scoreCandidate(compiled, holdings),
  }));
  return order(rows).map(({ candidate, band, score, maxScore, scorePercent, scoreLow, scoreHigh, requirements }) => ({
    candidate,
    band,
    score,
    maxScore,
    scorePercent,
    scoreLow,
    scoreHigh,
    requirements: requirements.map(({ requirementId, state, points, best }) => ({
      id: requirementId,
      state,
      points,
      credentialId: best?.holding.credentialId ?? null,
    })),
  }));
}
