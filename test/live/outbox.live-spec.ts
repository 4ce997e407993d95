import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '../../src/platform/config/index.js';
import { Database, migrate, type Transaction, UnitOfWork } from '../../src/platform/database/index.js';
import { createHttpAdapter } from '../../src/platform/http/index.js';
import {
  Dispatcher,
  EventHandler,
  Outbox,
  OutboxWorker,
  Relay,
  Sweeper,
  type EventContext,
  type HandlesEvents,
  type OutboxMessage,
} from '../../src/platform/outbox/index.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { LaneQueues, namespaceOfDatabase, type QueueStore } from '../../src/platform/queue/index.js';
import { freshDatabase } from '../support/fresh-database.js';
import { eventually } from '../support/eventually.js';

const ORGANIZATION = '01890000-0000-7000-8000-000000000001';

/** Counts in the database, so that a count stands only when its transaction does. */
@Injectable()
@EventHandler({ topic: 'counted', consumer: 'counter', lane: 'work' })
class Counter implements HandlesEvents {
  failures = 0;
  deliveries = 0;
  beforeCommit: () => Promise<void> = async () => undefined;

  async handle(message: OutboxMessage, context: EventContext): Promise<void> {
    this.deliveries += 1;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('not now');
    }
    await this.beforeCommit();
    await context.commit((tx) =>
      tx.query(
        `INSERT INTO candidate_external_id (organization_id, system, external_id, candidate_id)
         VALUES ($1, 'counter', $2, (SELECT id FROM candidate))`,
        [tx.organizationId, String(message.payload.number)],
      ),
    );
  }
}

/** Notes in which groups it learns of what happened. */
@Injectable()
@EventHandler({ topic: ['began', 'ended'], consumer: 'historian', lane: 'work' })
class Historian implements HandlesEvents {
  readonly groups: string[][] = [];
  failures = 0;

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commitInOrder(async (_tx, messages) => {
      if (this.failures > 0) {
        this.failures -= 1;
        throw new Error('not now');
      }
      this.groups.push(messages.map(({ topic, payload }) => `${topic} ${String(payload.number)}`));
    });
  }
}

/** Keeps numbers in groups; some numbers cannot be kept. */
@Injectable()
@EventHandler({ topic: 'gathered', consumer: 'gatherer', lane: 'verification' })
class Gatherer implements HandlesEvents {
  readonly groups: string[][] = [];
  unkeepable = new Set<string>();

  private readonly keep = async (tx: Transaction, numbers: readonly string[]): Promise<void> => {
    await tx.query(
      `INSERT INTO candidate_external_id (organization_id, system, external_id, candidate_id)
       SELECT $1, 'gatherer', number, (SELECT id FROM candidate) FROM unnest($2::text[]) AS n (number)`,
      [tx.organizationId, numbers],
    );
    if (numbers.some((number) => this.unkeepable.has(number))) throw new Error('not that one');
    this.groups.push([...numbers]);
  };

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commitTogether(this.keep, String(message.payload.number));
  }
}

@Module({ providers: [Counter, Historian, Gatherer] })
class CounterModule {}

const kinds: QueueStore['kind'][] = process.env.TEST_REDIS_URL === undefined ? ['postgres'] : ['redis', 'postgres'];
if (kinds.length === 1) process.stderr.write('skipped: the queue on Redis, since no redis-server is on the PATH\n');

describe.each(kinds)('owed work with the queue on %s', (kind) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let app: NestFastifyApplication;
  let counter: Counter;
  let unitOfWork: UnitOfWork;
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-outbox-'));

  beforeAll(async () => {
    const redisUrl = process.env.TEST_REDIS_URL;
    database = await freshDatabase();
    await migrate(database.url);
    const pool = new Database(database.url);
    const queueStore: QueueStore = kind === 'redis' ? { kind, url: redisUrl ?? '' } : { kind, url: database.url };
    const parts = {
      config: loadConfig({ LOG_LEVEL: 'silent', EGRESS: 'off', DATA_DIR: dataDir }),
      database: pool,
      queueStore,
      namespace: await namespaceOfDatabase(pool.pool),
    };
    @Module({ imports: [PlatformModule.with(parts), CounterModule] })
    class TestModule {}
    app = await NestFactory.create<NestFastifyApplication>(TestModule, createHttpAdapter(), {
      abortOnError: false,
      logger: false,
    });
    await app.init();
    counter = app.get(Counter);
    unitOfWork = app.get(UnitOfWork);
    await pool.pool.query(`INSERT INTO organization (organization_id, name, cursor_secret) VALUES ($1, 'o', '\\x00')`, [
      ORGANIZATION,
    ]);
    await pool.pool.query(`INSERT INTO candidate (organization_id, id) VALUES ($1, $1)`, [ORGANIZATION]);
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const owe = (numbers: readonly string[]): Promise<void> =>
    unitOfWork.run(ORGANIZATION, (tx) =>
      app.get(Outbox).publishAll(
        tx,
        numbers.map((number) => ({ topic: 'counted', payload: { number } })),
      ),
    );
  const rows = <Row>(sql: string): Promise<Row[]> => unitOfWork.run(ORGANIZATION, (tx) => tx.query<Row>(sql));
  const counted = async (): Promise<string[]> =>
    (await rows<{ id: string }>(`SELECT external_id AS id FROM candidate_external_id WHERE system = 'counter'`)).map(
      (row) => row.id,
    );

  // The first tests drive each part by hand; the worker is started after them and then runs for the rest.
  it('hands each due row to the queue once, however many relays run', async () => {
    await owe(['a', 'b', 'c']);
    const relay = app.get(Relay);
    const rounds = await Promise.all([relay.relayDue(), relay.relayDue(), relay.relayDue()]);
    expect(rounds.map((round) => round.taken).reduce((a, b) => a + b)).toBe(3);
    expect((await app.get(LaneQueues).waiting()).work).toBe(3);
  });

  it('has one effect when a message is delivered by two workers at the same time', async () => {
    const [message] = await rows<{ id: string }>(`SELECT id FROM outbox WHERE payload->>'number' = 'a'`);
    let arrived = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    counter.beforeCommit = async () => {
      arrived += 1;
      if (arrived === 2) open();
      await both;
    };
    const job = { organizationId: ORGANIZATION, id: message?.id ?? '', attempt: 0 };
    await Promise.all([app.get(Dispatcher).run(job), app.get(Dispatcher).run(job)]);
    counter.beforeCommit = async () => undefined;
    expect(await counted()).toEqual(['a']);
  });

  it('makes rows due again whose jobs the queue store lost', async () => {
    await rows(`UPDATE outbox SET enqueued_at = now() - interval '1 hour', attempts = 1`);
    // With another attempt number the store knows no such job, as after a flush.
    expect(await app.get(Sweeper).sweep()).toBe(2);
    expect(await rows(`SELECT 1 FROM outbox WHERE enqueued_at IS NULL`)).toHaveLength(2);
  });

  it('leaves rows alone whose jobs are still there', async () => {
    await app.get(Relay).relayDue();
    await rows(`UPDATE outbox SET enqueued_at = now() - interval '1 hour'`);
    expect(await app.get(Sweeper).sweep()).toBe(0);
  });

  it('ignores a job that names no owed work or no id at all', async () => {
    const before = counter.deliveries;
    for (const id of ['01890000-0000-7000-8000-0000000000ff', '../../etc/passwd']) {
      await app.get(Dispatcher).run({ organizationId: ORGANIZATION, id, attempt: 0 });
    }
    expect(counter.deliveries).toBe(before);
  });

  it('tells a consumer in order, whichever of its messages comes first, of several topics and each once', async () => {
    const historian = app.get(Historian);
    const happen = (topic: string, numbers: readonly number[]): Promise<void> =>
      unitOfWork.run(ORGANIZATION, (tx) =>
        app.get(Outbox).publishAll(
          tx,
          numbers.map((number) => ({ topic, payload: { number } })),
        ),
      );
    await happen('began', [1]);
    await happen('ended', [1]);
    await happen('began', [2, 3]);
    const owed = await rows<{ id: string }>(`SELECT id FROM outbox WHERE consumer = 'historian' ORDER BY id`);
    const run = (at: number): Promise<void> =>
      app.get(Dispatcher).run({ organizationId: ORGANIZATION, id: owed[at]?.id ?? '', attempt: 0 });
    historian.failures = 1;
    await run(2);
    await run(2);
    await Promise.all([run(0), run(1), run(3)]);
    expect(historian.groups).toEqual([['began 1', 'ended 1', 'began 2'], ['began 3']]);
  });

  it('settles more messages than one transaction takes, still in order', async () => {
    const historian = app.get(Historian);
    historian.groups.length = 0;
    await unitOfWork.run(ORGANIZATION, (tx) =>
      app.get(Outbox).publishAll(
        tx,
        Array.from({ length: 501 }, (_, number) => ({ topic: 'began', payload: { number } })),
      ),
    );
    const [last] = await rows<{ id: string }>(
      `SELECT id FROM outbox WHERE consumer = 'historian' ORDER BY id DESC LIMIT 1`,
    );
    await app.get(Dispatcher).run({ organizationId: ORGANIZATION, id: last?.id ?? '', attempt: 0 });
    expect(historian.groups.map((group) => group.length)).toEqual([500, 1]);
    expect(historian.groups.flat()).toEqual(Array.from({ length: 501 }, (_, number) => `began ${number}`));
  });

  it('settles together what is ready together, each once, and lets one that fails hold up no other', async () => {
    const gatherer = app.get(Gatherer);
    gatherer.unkeepable = new Set(['2']);
    await unitOfWork.run(ORGANIZATION, (tx) =>
      app.get(Outbox).publishAll(
        tx,
        ['1', '2', '3'].map((number) => ({ topic: 'gathered', payload: { number } })),
      ),
    );
    const owed = await rows<{ id: string }>(`SELECT id FROM outbox WHERE consumer = 'gatherer' ORDER BY id`);
    const deliver = (): Promise<void>[] =>
      owed.map(({ id }) => app.get(Dispatcher).run({ organizationId: ORGANIZATION, id, attempt: 0 }));
    await Promise.all([...deliver(), ...deliver()]);
    const kept = `SELECT external_id AS id FROM candidate_external_id WHERE system = 'gatherer' ORDER BY external_id`;
    expect(await rows(kept)).toEqual([{ id: '1' }, { id: '3' }]);
    expect(await rows(`SELECT payload ->> 'number' AS number FROM outbox WHERE consumer = 'gatherer'`)).toEqual([
      { number: '2' },
    ]);
    gatherer.unkeepable = new Set();
    gatherer.groups.length = 0;
    await unitOfWork.run(ORGANIZATION, (tx) =>
      app.get(Outbox).publishAll(
        tx,
        ['4', '5'].map((number) => ({ topic: 'gathered', payload: { number } })),
      ),
    );
    const ready = await rows<{ id: string }>(`SELECT id FROM outbox WHERE consumer = 'gatherer' ORDER BY id`);
    await Promise.all(ready.map(({ id }) => app.get(Dispatcher).run({ organizationId: ORGANIZATION, id, attempt: 0 })));
    expect(gatherer.groups.map((group) => [...group].sort())).toEqual([['2', '4', '5']]);
  });

  it('does everything that is owed once the worker runs', async () => {
    app.get(OutboxWorker).start();
    await owe(['d']);
    await eventually(async () => (await counted()).length === 4);
    expect((await counted()).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(await rows(`SELECT 1 FROM outbox`)).toEqual([]);
  });

  it('plans a failed message anew and does it then', async () => {
    counter.failures = 1;
    await owe(['e']);
    await eventually(async () => (await counted()).includes('e'));
    expect((await counted()).filter((id) => id === 'e')).toEqual(['e']);
  });

  it('keeps a message that never succeeds for a person, with the reason', async () => {
    counter.failures = 1;
    await unitOfWork.run(ORGANIZATION, async (tx) => {
      await app.get(Outbox).publish(tx, { topic: 'counted', payload: { number: 'never' } });
      await tx.query(`UPDATE outbox SET attempts = 7`);
    });
    await eventually(async () => (await rows(`SELECT 1 FROM outbox WHERE dead_at IS NOT NULL`)).length === 1);
    expect(await rows(`SELECT attempts, last_error, payload->>'number' AS number FROM outbox`)).toEqual([
      { attempts: 8, last_error: 'Error: not now', number: 'never' },
    ]);
  });

  it('owes nothing when the transaction that would owe it fails', async () => {
    await expect(
      unitOfWork.run(ORGANIZATION, async (tx) => {
        await app.get(Outbox).publish(tx, { topic: 'counted', payload: { number: 'x' } });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await rows(`SELECT 1 FROM outbox WHERE payload->>'number' = 'x'`)).toEqual([]);
  });
});
