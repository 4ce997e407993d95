import { Injectable, Logger } from '@nestjs/common';
import { Gathering, type Outcome, UnitOfWork, type Transaction } from '../database/index.js';
import { isUuid } from '../ids/index.js';
import type { LaneJob } from '../queue/index.js';
import type { EventContext, OutboxMessage } from './event-handler.js';
import { AlreadySettled } from './already-settled.js';
import { GroupCommit } from './group-commit.js';
import { backoffMs, MAX_ATTEMPTS } from './retry-plan.js';
import { Subscriptions } from './subscriptions.js';

/** Most messages that one transaction of `commitInOrder` takes. */
const IN_ORDER_BATCH = 500;

const COLUMNS = `o.organization_id AS "organizationId", o.id, o.topic, o.consumer, o.payload, o.attempts AS attempt,
  o.created_at AS "createdAt"`;

/** Does one piece of owed work, whatever the queue says of it: the row decides, and its deletion is the receipt. */
@Injectable()
export class Dispatcher {
  private readonly log = new Logger('Dispatcher');
  private readonly groups: GroupCommit;
  private readonly loading = new Gathering<LaneJob, OutboxMessage | undefined>((jobs) => this.loadAll(jobs), {
    most: 100,
    atOnce: 4,
  });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: Subscriptions,
  ) {
    this.groups = new GroupCommit(unitOfWork);
  }

  async run(job: LaneJob): Promise<void> {
    const message = await this.load(job);
    if (message === undefined) return;
    try {
      const handler = this.subscriptions.handlerOf(message.topic, message.consumer);
      if (handler === undefined) throw new Error(`nobody handles ${message.topic} for ${message.consumer}`);
      let settled = false;
      await handler.handle(message, {
        commit: async (effect) => {
          const result = await this.settle(message, effect);
          settled = true;
          return result;
        },
        commitTogether: async (effect, item) => {
          await this.groups.commit(message, effect, item);
          settled = true;
        },
        commitInOrder: async (effect) => {
          while (!settled) settled = await this.settleInOrder(message, effect);
        },
      } satisfies EventContext);
      if (!settled) await this.settle(message, async () => undefined);
    } catch (error) {
      if (error instanceof AlreadySettled) return;
      await this.plan(message, error);
    }
  }

  /** The organization and everything else come from the row; a job made by hand names at most a row that exists. */
  private async load(job: LaneJob): Promise<OutboxMessage | undefined> {
    if (!isUuid(job.id) || !isUuid(job.organizationId)) {
      this.log.warn({ event: 'job.not-ours' });
      return undefined;
    }
    return this.loading.add(job);
  }

  private async loadAll(jobs: readonly LaneJob[]): Promise<Outcome<OutboxMessage | undefined>[]> {
    const rows = await this.unitOfWork.runAsSystem((tx) =>
      tx.query<OutboxMessage>(
        `SELECT ${COLUMNS} FROM outbox o
         JOIN unnest($1::uuid[], $2::uuid[]) AS j (organization_id, id) USING (organization_id, id)
         WHERE o.dead_at IS NULL`,
        [jobs.map((job) => job.organizationId), jobs.map((job) => job.id)],
      ),
    );
    const byId = new Map(rows.map((row) => [`${row.organizationId} ${row.id}`, row]));
    return jobs.map((job) => ({ ok: true, result: byId.get(`${job.organizationId} ${job.id}`) }));
  }

  private settle<T>(message: OutboxMessage, effect: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(message.organizationId, async (tx) => {
      const settled = await tx.query(`DELETE FROM outbox WHERE organization_id = $1 AND id = $2 RETURNING id`, [
        message.organizationId,
        message.id,
      ]);
      if (settled.length === 0) throw new AlreadySettled();
      return effect(tx);
    });
  }

  /** @returns whether the message itself was among them; before it there may be more than one transaction takes */
  private settleInOrder(
    message: OutboxMessage,
    effect: (tx: Transaction, messages: readonly OutboxMessage[]) => Promise<void>,
  ): Promise<boolean> {
    return this.unitOfWork.run(message.organizationId, async (tx) => {
      const of = [message.organizationId, message.consumer];
      // Two workers that settled parts of the same row of messages could overtake each other.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ' in order ' || $2, 0))`, of);
      const messages = await tx.query<OutboxMessage>(
        `WITH first AS (SELECT organization_id, id FROM outbox
           WHERE organization_id = $1 AND consumer = $2 AND id <= $3 AND (dead_at IS NULL OR id = $3)
           ORDER BY id LIMIT ${IN_ORDER_BATCH} FOR UPDATE)
         DELETE FROM outbox o USING first WHERE o.organization_id = first.organization_id AND o.id = first.id
         RETURNING ${COLUMNS}`,
        [...of, message.id],
      );
      messages.sort((a, b) => (a.id < b.id ? -1 : 1));
      const included = messages.some(({ id }) => id === message.id);
      if (!included && messages.length < IN_ORDER_BATCH) throw new AlreadySettled();
      await effect(tx, messages);
      return included;
    });
  }

  /** The next attempt is planned in PostgreSQL, so that losing the queue loses no plan. */
  private async plan(message: OutboxMessage, error: unknown): Promise<void> {
    const attempt = message.attempt + 1;
    const dead = attempt >= MAX_ATTEMPTS;
    this.log[dead ? 'error' : 'warn'](
      { event: dead ? 'message.dead' : 'message.failed', topic: message.topic, messageId: message.id, attempt },
      error instanceof Error ? error.stack : String(error),
    );
    await this.unitOfWork.runAsSystem((tx) =>
      tx.query(
        `UPDATE outbox SET attempts = $3, last_error = $4, enqueued_at = NULL,
           available_at = now() + $5 * interval '1 millisecond', dead_at = CASE WHEN $6 THEN now() END
         WHERE organization_id = $1 AND id = $2`,
        [message.organizationId, message.id, attempt, nameOf(error), backoffMs(attempt, Math.random()), dead],
      ),
    );
  }
}

/** Class and message without parameters of statements: enough to find the fault, nothing of a person. */
const nameOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown').slice(0, 500);
