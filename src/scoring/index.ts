export { ScoringPolicies } from './application/scoring-policies.js';
export { MAX_STEPS } from './domain/check-policy.js';
export { PROOF_GRADES, type ProofGrade, type ProofLadder } from './domain/proof-ladder.js';
export { DEFAULT_SCORING_POLICY, type ScoringPolicy, type ScoringPolicyContent } from './domain/scoring-policy.js';
export { SCORING_ENTITIES } from './persistence/scoring-policy.entity.js';
export type { KeptPolicy } from './persistence/scoring-policy.repository.js';
export { ScoringModule } from './scoring.module.js';
