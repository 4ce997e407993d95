/** Something that was done, as the log has it. */
export interface AuditEvent {
  readonly organizationId: string;
  readonly id: string;
  /** RFC 3339 in UTC with microseconds, exactly as stored, since it is part of what is hashed. */
  readonly occurredAt: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly targetType: string;
  readonly targetId: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}

/** The place of an event in the chain of its organization; the first sequence is 1. */
export interface AuditLink {
  readonly sequence: number;
  readonly eventId: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}
