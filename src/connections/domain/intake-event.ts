import type { EmbeddedDocument } from '../../intake/index.js';

export const INTAKE_EVENT_TYPES = [
  'candidate.created',
  'candidate.updated',
  'candidate.merged',
  'candidate.anonymized',
  'candidate.erased',
  'application.created',
  'application.updated',
  'application.stage_changed',
  'application.commented',
  'application.hired',
  'application.unhired',
  'application.rejected',
  'application.unrejected',
  'application.deleted',
  'job.created',
  'job.updated',
  'job.deleted',
  'assessment.requested',
] as const;

export type IntakeEventType = (typeof INTAKE_EVENT_TYPES)[number];

export interface IntakeExternalId {
  readonly system: string;
  readonly id: string;
}

/** What is kept of a person: ids, name, e-mail addresses and DIDs. Absent means: the event does not say. */
export interface IntakePerson {
  /** The id that events of the system use first; others it is known by after it. */
  readonly externalIds: readonly IntakeExternalId[];
  readonly name?: string | null;
  /** The preferred one first. */
  readonly emails?: readonly string[];
  readonly dids?: readonly string[];
}

export interface IntakeApplication {
  readonly system: string;
  /** Null where the system has no id for an application: then person and job name it. */
  readonly externalId: string | null;
  /** Null for prospects, and where the event does not say. */
  readonly jobId: string | null;
  readonly requisitionId?: string;
  readonly jobTitle?: string;
  readonly status?: 'active' | 'hired' | 'rejected' | 'withdrawn';
  readonly stage?: string;
  readonly appliedAt?: Date;
}

export interface IntakeJob {
  readonly system: string;
  readonly externalId: string;
  readonly title?: string;
}

/** A file beside a person; whether it may hold a credential is another question. */
export interface IntakeAttachment {
  readonly kind: 'resume' | 'cover_letter' | 'other';
  readonly fileName: string | null;
  readonly url: string | null;
}

/** What has to be asked of the system, since the event has ids only. */
export interface HydrationNeed {
  readonly applicationId?: string;
  readonly opportunityId?: string;
  readonly candidateId?: string;
  readonly jobId?: string;
}

/** An assessment as a partner's webhook asks for it. */
export interface AssessmentWish {
  readonly testId: string;
  readonly resultId: string;
  readonly callbackUrl: string;
}

/** What one delivery says, in the same words for every HR system. Nothing else of the delivery is kept. */
export interface IntakeEvent {
  readonly type: IntakeEventType;
  /** When it was true in the HR system. */
  readonly occurredAt: Date;
  readonly person?: IntakePerson;
  readonly applications: readonly IntakeApplication[];
  readonly job?: IntakeJob;
  /** Of `candidate.merged`: the id that the person goes on under. */
  readonly mergedInto?: IntakeExternalId;
  /** Of `candidate.anonymized`: the system's own names of the fields that it forgot. */
  readonly anonymizedFields?: readonly string[];
  readonly attachments: readonly IntakeAttachment[];
  /** What may be credentials: documents as they are, and links to fetch. */
  readonly documents: readonly EmbeddedDocument[];
  readonly hydrate?: HydrationNeed;
  /** Of `assessment.requested`, where the event names a test of ours. */
  readonly assessment?: AssessmentWish;
}

/** A delivery that was read: an event, a test of the set-up, or an event of a type that is not known here. */
export type Reading =
  | { readonly kind: 'event'; readonly event: IntakeEvent }
  | { readonly kind: 'ping' }
  | { readonly kind: 'unknown'; readonly type: string };

/** Reads the payloads of one system. Pure: the same delivery at the same time gives the same event. */
export type ReadPayload = (payload: {
  /** As parsed strictly; an object. */
  readonly body: Readonly<Record<string, unknown>>;
  /** By lower-case name. */
  readonly header: (name: string) => string | undefined;
  /** For events that do not say when they happened. */
  readonly receivedAt: Date;
  readonly sentAt: Date | undefined;
}) => Reading;
