import { ApiProperty } from '@nestjs/swagger';
import type { SubmittedCredential } from '../domain/submission.js';

export class SubmissionDto {
  @ApiProperty() id: string;
  @ApiProperty() candidateId: string;
  @ApiProperty({ type: 'null', description: 'Follows when the checks are done' }) verdict: null;
  @ApiProperty({ description: 'Lower-case hex' }) sha256: string;
  @ApiProperty({ type: 'integer' }) size: number;
  @ApiProperty() contentType: string;
  @ApiProperty() submittedAt: Date;
}

/** What the sender of a document learns at once; the verdict follows when the checks are done. */
export const presentSubmission = (credential: SubmittedCredential): SubmissionDto => ({
  id: credential.id,
  candidateId: credential.candidateId,
  verdict: null,
  sha256: credential.sha256,
  size: credential.size,
  contentType: credential.contentType,
  submittedAt: credential.submittedAt,
});
