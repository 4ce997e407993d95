export { ExplainRanking, type ExplanationWish } from './application/explain-ranking.js';
export { RankCandidates, type Ranking, type RankingWish } from './application/rank-candidates.js';
export type { Comparison } from './domain/comparison.js';
export type { Explanation } from './domain/explanation.js';
export { RankingModule } from './ranking.module.js';
