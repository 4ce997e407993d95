import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../platform/config/index.js';
import type { Database } from '../../../platform/database/index.js';
import type { IndexAsk } from './index-ask.js';
import { IndexThread } from './index-thread.js';

/** Stands in for the thread of the indexes: ends or throws when it is asked about organizations of these names. */
const WORKER = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, ask }) => {
  if (ask.organizationId === 'exits') process.exit(3);
  if (ask.organizationId === 'throws') throw new Error('out of memory');
  if (ask.organizationId === 'silent') return;
  if (ask.organizationId === 'fails') parentPort.postMessage({ id, error: 'no database' });
  else parentPort.postMessage({ id, answer: { kind: 'order', sequence: 7 } });
});`;
const ask = (organizationId: string) => ({ organizationId }) as IndexAsk;

describe('IndexThread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'index-thread-'));
  const entry = join(folder, 'worker.mjs');
  let thread: IndexThread;

  const start = (mib: string) => {
    const config = loadConfig({ RANKING_INDEX_MIB: mib });
    return new IndexThread({ url: 'postgres://nowhere' } as Database, config, entry);
  };

  beforeAll(() => writeFileSync(entry, WORKER));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeEach(() => {
    thread = start('64');
  });

  afterEach(() => thread.onApplicationShutdown());

  it.each([['exits'], ['throws']])(
    'tells all who wait when the thread %s, and starts another one',
    async (organization) => {
      expect(await thread.ask(ask('well'))).toMatchObject({ sequence: 7 });
      const waiting = Promise.allSettled([thread.ask(ask('silent')), thread.ask(ask(organization))]);
      expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await thread.ask(ask('well'))).toMatchObject({ sequence: 7 });
    },
  );

  it('tells only the one whose question failed', async () => {
    const [failed, well] = await Promise.allSettled([thread.ask(ask('fails')), thread.ask(ask('well'))]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no database' } });
    expect(well).toMatchObject({ status: 'fulfilled' });
  });

  it('starts no thread when indexes may take no memory', async () => {
    const none = start('0');
    expect(await none.ask(ask('throws'))).toBeNull();
    await none.onApplicationShutdown();
  });
});
