import type { Queue } from 'bullmq';
import { LANES, LaneQueues, type Lane, type LaneJob, type LaneWorker } from './lane-queues.js';
import type { BullClasses } from './queue-store.js';
import { withDeadline } from './with-deadline.js';

/** How long the store may take to accept jobs; a producer that starts while Redis is down would else wait for ever. */
const ADD_DEADLINE_MS = 5_000;

/** Lanes as BullMQ queues. Jobs are kept only while they wait or run; retries are planned in PostgreSQL. */
export class BullLaneQueues extends LaneQueues {
  private readonly queues = new Map<Lane, Queue>();

  constructor(private readonly bull: BullClasses) {
    super();
  }

  override async add(lane: Lane, jobs: readonly LaneJob[]): Promise<void> {
    const added = this.queue(lane).addBulk(
      jobs.map((job) => ({
        name: lane,
        data: job,
        opts: { jobId: jobIdOf(job), removeOnComplete: true, removeOnFail: true, attempts: 1 },
      })),
    );
    await withDeadline(added, ADD_DEADLINE_MS, `the queue store did not take ${jobs.length} jobs`);
  }

  override async known(lane: Lane, jobs: readonly LaneJob[]): Promise<Set<LaneJob>> {
    const queue = this.queue(lane);
    const looked = jobs.map(async (job) => ((await queue.getJob(jobIdOf(job))) === undefined ? undefined : job));
    const found = await withDeadline(Promise.all(looked), ADD_DEADLINE_MS, 'the queue store does not answer');
    return new Set(found.filter((job) => job !== undefined));
  }

  override work(lane: Lane, concurrency: number, run: (job: LaneJob) => Promise<void>): LaneWorker {
    const worker = this.bull.worker(lane, (data) => run(data as LaneJob), { concurrency });
    // Connection faults are retried by BullMQ itself; meanwhile the outbox grows, which the metrics show.
    worker.on('error', () => undefined);
    return {
      async close(deadlineMs) {
        await withDeadline(worker.close(), deadlineMs, 'running jobs did not end').catch(() => worker.close(true));
      },
    };
  }

  override async waiting(): Promise<Record<Lane, number>> {
    const counts = LANES.map(async (lane) => [lane, await this.queue(lane).getWaitingCount()] as const);
    const pairs = await withDeadline(Promise.all(counts), ADD_DEADLINE_MS, 'the queue store does not answer');
    return Object.fromEntries(pairs) as Record<Lane, number>;
  }

  override async close(): Promise<void> {
    const closing = [...this.queues.values()].map((queue) => queue.close());
    await withDeadline(Promise.allSettled(closing), ADD_DEADLINE_MS, 'queues did not close').catch(() => undefined);
  }

  /** Made at first use, so that a process that only serves requests never connects to the queue store. */
  private queue(lane: Lane): Queue {
    const queue = this.queues.get(lane) ?? this.bull.queue(lane);
    if (!this.queues.has(lane)) queue.on('error', () => undefined);
    this.queues.set(lane, queue);
    return queue;
  }
}

const jobIdOf = (job: LaneJob): string => `${job.id}.${job.attempt}`;
