import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { LaneQueues, type Lane, type LaneJob } from '../queue/index.js';

/** How many rows one round takes; a round is one transaction, so this also bounds how long rows stay locked. */
const BATCH = 500;

interface DueRow {
  organization_id: string;
  id: string;
  lane: Lane;
  attempts: number;
}

/** Feeds the queue from the outbox. Any number of relays may run: each takes rows that no other has locked. */
@Injectable()
export class Relay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queues: LaneQueues,
  ) {}

  /**
   * One round: rows that are due become jobs. When the queue store does not take them the round is rolled back and the
   * rows stay due.
   *
   * @returns how many rows were taken; a full batch means there may be more
   */
  async relayDue(): Promise<{ taken: number; mayHaveMore: boolean }> {
    return this.unitOfWork.runAsSystem(async (tx) => {
      const rows = await tx.query<DueRow>(
        `UPDATE outbox o SET enqueued_at = now()
         FROM (SELECT organization_id, id FROM outbox
               WHERE enqueued_at IS NULL AND dead_at IS NULL AND available_at <= now()
               ORDER BY available_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) due
         WHERE o.organization_id = due.organization_id AND o.id = due.id
         RETURNING o.organization_id, o.id, o.lane, o.attempts`,
      );
      for (const [lane, jobs] of byLane(rows)) await this.queues.add(lane, jobs);
      return { taken: rows.length, mayHaveMore: rows.length === BATCH };
    });
  }
}

function byLane(rows: readonly DueRow[]): Map<Lane, LaneJob[]> {
  const lanes = new Map<Lane, LaneJob[]>();
  for (const row of rows) {
    const jobs = lanes.get(row.lane) ?? [];
    jobs.push({ organizationId: row.organization_id, id: row.id, attempt: row.attempts });
    lanes.set(row.lane, jobs);
  }
  return lanes;
}
