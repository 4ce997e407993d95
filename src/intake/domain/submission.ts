export type SubmissionSource = 'api' | 'webhook' | 'import' | 'link' | 'contained';

/** A document as somebody handed it in. Its bytes are kept as they are; the content type is only a hint. */
export interface Submission {
  readonly candidateId: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly fileName?: string;
  readonly source: SubmissionSource;
}

/** A stored document. */
export interface SubmittedCredential {
  readonly id: string;
  readonly candidateId: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
  readonly fileName: string | null;
  readonly source: SubmissionSource;
  readonly submittedAt: Date;
}

/** A stored document with its bytes. */
export interface OpenedDocument extends SubmittedCredential {
  readonly bytes: Buffer;
}
