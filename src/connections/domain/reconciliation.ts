/** The last comparison of a connection with its system. */
export interface Reconciliation {
  readonly operationId: string;
  /** Changes since then were asked for. */
  readonly since: Date;
  readonly startedAt: Date;
  /** Null while it goes on. */
  readonly endedAt: Date | null;
  readonly succeeded: boolean;
}

/** Clocks of two systems differ, and a change may be listed a little after it happened. */
const OVERLAP_MS = 10 * 60_000;
/** One that has not ended by then was lost, and another may begin. */
const LOST_AFTER_MS = 6 * 60 * 60_000;

/** From when on changes are asked for, where nobody says it: the start of the last one that went through. */
export function sinceOf(last: Reconciliation | undefined, connectedAt: Date): Date {
  const from = last === undefined ? connectedAt : last.succeeded ? last.startedAt : last.since;
  return new Date(from.getTime() - OVERLAP_MS);
}

export const isUnderWay = (last: Reconciliation | undefined, now: Date): boolean =>
  last !== undefined && last.endedAt === null && now.getTime() - last.startedAt.getTime() < LOST_AFTER_MS;
