export { CurrentVerdicts } from './application/current-verdicts.js';
export { readDocument } from './domain/read-document.js';
export { verifyCredential, type VerificationReport } from './domain/verify-credential.js';
export type { StandingVerdict } from './persistence/current-verdict.repository.js';
export { VERIFICATION_ENTITIES } from './persistence/verification.entity.js';
export { VerificationModule } from './verification.module.js';
