import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { LANES, LaneQueues, type Lane, type LaneJob } from '../queue/index.js';

const BATCH = 1_000;
/** Younger jobs are left alone: they may just be on their way. */
const SETTLING_SECONDS = 5;

/** Finds owed work that no job stands for any more (Redis was flushed, a worker was killed) and makes it due again. */
@Injectable()
export class Sweeper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queues: LaneQueues,
  ) {}

  /** @returns how many rows were made due again */
  async sweep(): Promise<number> {
    let lost = 0;
    for (const lane of LANES) lost += await this.sweepLane(lane);
    return lost;
  }

  private async sweepLane(lane: Lane): Promise<number> {
    const jobs = await this.oldestEnqueued(lane);
    if (jobs.length === 0) return 0;
    const known = await this.queues.known(lane, jobs);
    const lost = jobs.filter((job) => !known.has(job));
    await this.unitOfWork.runAsSystem(async (tx) => {
      // A row whose attempt has moved on was handled meanwhile and is no longer this job's.
      await tx.query(markJobs('enqueued_at = NULL'), asColumns(lost));
      await tx.query(markJobs('enqueued_at = now()'), asColumns(jobs.filter((job) => known.has(job))));
    });
    return lost.length;
  }

  private oldestEnqueued(lane: Lane): Promise<LaneJob[]> {
    return this.unitOfWork.runAsSystem((tx) =>
      tx.query<LaneJob>(
        `SELECT organization_id AS "organizationId", id, attempts AS attempt FROM outbox
         WHERE enqueued_at < now() - interval '${SETTLING_SECONDS} seconds' AND lane = $1
         ORDER BY enqueued_at LIMIT ${BATCH}`,
        [lane],
      ),
    );
  }
}

const markJobs = (change: string): string => `
  UPDATE outbox o SET ${change} FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS j (organization_id, id, attempt)
  WHERE o.organization_id = j.organization_id AND o.id = j.id AND o.attempts = j.attempt AND o.enqueued_at IS NOT NULL`;

const asColumns = (jobs: readonly LaneJob[]): unknown[] => [
  jobs.map((j) => j.organizationId),
  jobs.map((j) => j.id),
  jobs.map((j) => j.attempt),
];
