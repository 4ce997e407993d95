/** The id under which another system knows a person; a person may have several, also within one system. */
export interface ExternalId {
  readonly system: string;
  readonly id: string;
}

export type ApplicationStatus = 'active' | 'hired' | 'rejected' | 'withdrawn';
export const APPLICATION_STATUSES: readonly ApplicationStatus[] = ['active', 'hired', 'rejected', 'withdrawn'];

/** A person's application for a job, as the HR system knows it. */
export interface ApplicationState {
  readonly system: string;
  readonly externalId: string;
  /** Absent where the HR system does not say; such a state only changes an application that is known. */
  readonly jobId?: string;
  readonly jobTitle?: string;
  readonly status?: ApplicationStatus;
  readonly stage?: string;
  readonly appliedAt?: Date;
  /** When this state was true in the HR system; an older one never replaces a newer one. */
  readonly changedAt: Date;
}

/** A person known to the organization. Nothing here enters a score. */
export interface Candidate {
  readonly id: string;
  /**
   * 1, 2, 3... in the order in which candidates of the organization came to be; the last tie-breaker of a ranking. null
   * until the transaction that creates the candidate commits.
   */
  readonly ordinal: number | null;
  readonly name: string | null;
  readonly emails: readonly string[];
  readonly dids: readonly string[];
  readonly externalIds: readonly ExternalId[];
  readonly rowVersion: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly erasedAt: Date | null;
  readonly mergedInto: string | null;
}

/** What is said about a person by REST, webhook or import; absent fields leave what is known as it is. */
export interface CandidateCommand {
  readonly externalIds: readonly ExternalId[];
  readonly name?: string | null;
  readonly emails?: readonly string[];
  readonly dids?: readonly string[];
  readonly applications: readonly ApplicationState[];
}

/** By what a credential can be recognised as this person's. */
export interface CandidateIdentities {
  readonly emails: readonly string[];
  readonly dids: readonly string[];
  /** Keys and DIDs that the person showed to hold. */
  readonly holders: readonly string[];
}
