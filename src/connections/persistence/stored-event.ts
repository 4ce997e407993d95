import type { IntakeEvent } from '../domain/intake-event.js';

type StoredDocument = Omit<IntakeEvent['documents'][number], 'bytes'> & { readonly base64: string };
type StoredApplication = Omit<IntakeEvent['applications'][number], 'appliedAt'> & { readonly appliedAt?: string };

/** An event as JSON: instants as texts, documents in base64. */
export type StoredEvent = Omit<IntakeEvent, 'occurredAt' | 'documents' | 'applications'> & {
  readonly occurredAt: string;
  readonly documents: readonly StoredDocument[];
  readonly applications: readonly StoredApplication[];
};

export const toStoredEvent = ({ occurredAt, documents, applications, ...rest }: IntakeEvent): StoredEvent => ({
  ...rest,
  occurredAt: occurredAt.toISOString(),
  documents: documents.map(({ bytes, ...document }) => ({ ...document, base64: bytes.toString('base64') })),
  applications: applications.map(({ appliedAt, ...application }) => ({
    ...application,
    ...(appliedAt !== undefined && { appliedAt: appliedAt.toISOString() }),
  })),
});

export const fromStoredEvent = ({ occurredAt, documents, applications, ...rest }: StoredEvent): IntakeEvent => ({
  ...rest,
  occurredAt: new Date(occurredAt),
  documents: documents.map(({ base64, ...document }) => ({ ...document, bytes: Buffer.from(base64, 'base64') })),
  applications: applications.map(({ appliedAt, ...application }) => ({
    ...application,
    ...(appliedAt !== undefined && { appliedAt: new Date(appliedAt) }),
  })),
});
