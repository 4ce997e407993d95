import { Logger } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { EventContext, OutboxMessage } from '../../platform/outbox/index.js';
import { WorkOnFrameworkImport } from './work-on-framework-import.js';

const tx = { organizationId: '01890000-0000-7000-8000-000000000001' } as Transaction;
const upload = {
  format: 'csv',
  name: 'Skills',
  version: '1',
  uploadedBy: 'api-key:k',
  files: [{ name: 'a.csv', bytes: Buffer.from('code,label\na,Alpha\n') }],
};
const message = (attempt: number): OutboxMessage => ({
  organizationId: tx.organizationId,
  id: 'm',
  topic: 'framework.import-requested',
  consumer: 'frameworks',
  payload: { operationId: 'o' },
  attempt,
  createdAt: new Date('2026-11-23T00:00:00Z'),
});

/** The work with a store in which every import breaks; what happened is kept in order. */
function withBrokenStore() {
  const happened: string[] = [];
  const note = (what: string) => async (): Promise<void> => void happened.push(what);
  const part = (fake: object): never => fake as never;
  const work = new WorkOnFrameworkImport(
    part({ run: (_id: string, run: (tx: Transaction) => Promise<unknown>) => run(tx) }),
    part({ find: async () => upload, delete: note('upload deleted') }),
    part({ run: () => Promise.reject(new Error('disk full')) }),
    part({ progress: note('running'), fail: note('failed'), succeed: note('succeeded') }),
    part({ record: note('recorded') }),
  );
  const context = part({ commit: (effect: (tx: Transaction) => Promise<unknown>) => effect(tx) }) as EventContext;
  return { work, happened, context };
}

describe('an import that breaks by our own fault', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('is tried again', async () => {
    const { work, happened, context } = withBrokenStore();
    await expect(work.run(message(0), context)).rejects.toThrow('disk full');
    await expect(work.run(message(1), context)).rejects.toThrow('disk full');
    expect(happened).toEqual(['running', 'running']);
  });

  it('is given up the third time, so that nobody waits for it forever', async () => {
    const { work, happened, context } = withBrokenStore();
    await work.run(message(2), context);
    expect(happened).toEqual(['running', 'failed', 'upload deleted', 'recorded']);
  });
});
