export { CredentialDocuments } from './application/credential-documents.js';
export {
  type CandidateSubmission,
  MAX_CREDENTIALS_AT_ONCE,
  readCandidateSubmission,
} from './application/read-candidate-submission.js';
export { SubmitCredential } from './application/submit-credential.js';
export { TakeInContained } from './application/take-in-contained.js';
export { TakeInCandidate, type TakenFrom } from './application/take-in-candidate.js';
export type { EmbeddedDocument } from './domain/embedded-document.js';
export { type LineProblem, problemOf, type TakenCredential } from './domain/import-result.js';
export { membersOf } from './domain/json-source.js';
export { contentTypeHint } from './domain/content-type-hint.js';
export { LINK_TYPE } from './domain/content-types.js';
export type { Submission, SubmissionSource, SubmittedCredential } from './domain/submission.js';
export { IntakeModule } from './intake.module.js';
export { INTAKE_ENTITIES } from './persistence/intake.entity.js';
