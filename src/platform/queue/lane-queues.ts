/** Lanes keep slow outside checks, and receivers of our events, from holding up everything else. */
export const LANES = ['verification', 'work', 'delivery'] as const;
export type Lane = (typeof LANES)[number];

/** What travels through the queue: which owed work to do. The work itself stays in PostgreSQL. */
export interface LaneJob {
  readonly organizationId: string;
  readonly id: string;
  /** Makes a repeated attempt another job, while the same attempt added twice stays one. */
  readonly attempt: number;
}

export interface LaneWorker {
  /** Takes no new jobs, waits for the running ones up to `deadlineMs`, then lets go. */
  close(deadlineMs: number): Promise<void>;
}

/** The queue store: it may lose everything at any time; the sweeper then fills it again from PostgreSQL. */
export abstract class LaneQueues {
  /** @throws when the store does not take the jobs within a few seconds; nothing is lost, the caller tries again */
  abstract add(lane: Lane, jobs: readonly LaneJob[]): Promise<void>;
  /** Those of the jobs that the store still knows, waiting or running. */
  abstract known(lane: Lane, jobs: readonly LaneJob[]): Promise<Set<LaneJob>>;
  abstract work(lane: Lane, concurrency: number, run: (job: LaneJob) => Promise<void>): LaneWorker;
  /** Jobs waiting in each lane, for the metrics. */
  abstract waiting(): Promise<Record<Lane, number>>;
  abstract close(): Promise<void>;
}
