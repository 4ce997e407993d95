import type { SubmittedCredential } from '../domain/submission.js';

/** What the sender of a document learns at once; the verdict follows when the checks are done. */
export const presentSubmission = (credential: SubmittedCredential): object => ({
  id: credential.id,
  candidateId: credential.candidateId,
  verdict: null,
  sha256: credential.sha256,
  size: credential.size,
  contentType: credential.contentType,
  submittedAt: credential.submittedAt,
});
