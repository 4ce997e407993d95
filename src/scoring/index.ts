export { LevelMaps } from './application/level-maps.js';
export { ScoringPolicies } from './application/scoring-policies.js';
export { MAX_STEPS } from './domain/check-policy.js';
export {
  DEFAULT_LEVEL_MAPS,
  FEWEST_LEVELS,
  MOST_LEVELS,
  type NumberedLevelMaps,
  scaleMapsWith,
  type ShownLevelMap,
  shownLevelMaps,
} from './domain/level-maps.js';
export { PROOF_GRADES, type ProofGrade, type ProofLadder } from './domain/proof-ladder.js';
export { DEFAULT_SCORING_POLICY, type ScoringPolicy, type ScoringPolicyContent } from './domain/scoring-policy.js';
export {
  CEFR,
  DIGCOMP,
  EQF,
  EQF_OF_ACHIEVEMENT_TYPE,
  LEVEL_WORDS,
  SCALE_MAPS,
  type ScaleMap,
  SFIA,
} from './domain/scale-maps.js';
export { SCORING_ENTITIES } from './persistence/scoring-policy.entity.js';
export type { KeptPolicy } from './persistence/scoring-policy.repository.js';
export { ScoringModule } from './scoring.module.js';
