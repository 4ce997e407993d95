export { ExplainRanking, type ExplanationWish } from './application/explain-ranking.js';
export { type OrderedPool, PoolOrder } from './application/pool-order.js';
export type { ProfilePage } from './application/moves-in-profiles.js';
export { RehearsedMoves, type RehearsedMovesFound } from './application/rehearsed-moves.js';
export { RankingEngine } from './application/ranking-engine.js';
export { RankCandidates, type Ranking, type RankingWish } from './application/rank-candidates.js';
export type { Comparison } from './domain/comparison.js';
export type { Explanation } from './domain/explanation.js';
export { type Band, BANDS } from './domain/gates.js';
export { RANKING_ENTITIES } from './persistence/entities.js';
export { PolicyPreviewQueryDto, ProfileMovesDto } from './http/scoring-policy.dto.js';
export { profileMoves } from './http/profile-moves.js';
export { RankingModule } from './ranking.module.js';
export type {
  RankedCandidate,
  RankedRequirement,
  RankingAnswer,
  RankingRequest,
  RankingTotals,
} from './domain/ranking.js';
export { meets, type Tally, type TallyRequest } from './domain/tally.js';
