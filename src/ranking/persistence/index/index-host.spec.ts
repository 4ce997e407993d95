import type { BulkRead, BulkReader } from '../../../platform/bulk-read/index.js';
import { PlainKernel } from '../../domain/index/plain-kernel.js';
import { codeOf, SINCE_UNSAID, UNTIL_UNSAID } from '../../domain/index/posting.js';
import type { IndexAsk } from './index-ask.js';
import { IndexHost } from './index-host.js';
import { IndexReader } from './index-reader.js';

const COMPETENCY = 'c0000000-0000-7000-8000-000000000001';

/** A binary copy of one row with one field. */
function copied(field: Buffer): Buffer {
  const head = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32BE(field.length);
  return Buffer.concat([head, Buffer.from([0, 1]), length, field, Buffer.from([255, 255])]);
}

/** Candidates 1 to `people`, of whom each holds the one competency. */
function block(people: number): Buffer {
  const words = Array.from({ length: people }, (_, at) => [at + 1, 4, 3, codeOf(0, 3, 80), SINCE_UNSAID, UNTIL_UNSAID]);
  const bytes = Buffer.alloc(words.length * 24);
  words.flat().forEach((word, at) => bytes.writeInt32BE(word, at * 4));
  return bytes;
}

/** A database in which every organization has as many people. */
class Stored {
  readonly loads: string[] = [];
  failing = false;

  constructor(private readonly people: number) {}

  get reader(): BulkReader {
    const read = <T>(organizationId: string, work: (read: BulkRead) => Promise<T>) =>
      work({
        query: (sql) => Promise.resolve(this.rows(sql) as never),
        copy: () => {
          this.loads.push(organizationId);
          return this.failing ? Promise.reject(new Error('gone')) : Promise.resolve(copied(block(this.people)));
        },
      });
    return { read } as unknown as BulkReader;
  }

  private rows(sql: string): object[] {
    if (sql.includes('held_competency')) return [{ competency_id: COMPETENCY, number: 0 }];
    return [{ value: '1', feed_after: '0', last_ordinal: String(this.people) }];
  }
}

const ask = (organizationId: string): IndexAsk => ({
  kind: 'order',
  organizationId,
  sequence: 1,
  wait: true,
  pool: null,
  question: {
    requirements: [
      {
        ...{ weight: 1, level: 3, importance: 'must', group: null, allowPartial: true, notBeforeMs: null },
        relations: [[COMPETENCY, 100]],
      },
    ],
    groups: [],
    policy: { thresholds: { fullRelation: 80, metStrength: 50 }, unknownLevelPercent: 50 },
    clockMs: Date.parse('2026-06-01T00:00:00Z'),
  },
});

async function bytesOfOne(stored: Stored): Promise<number> {
  const index = await new IndexReader(stored.reader, new PlainKernel()).load('any', Infinity);
  stored.loads.length = 0;
  return index?.bytes ?? NaN;
}

describe('IndexHost', () => {
  it('lets the organization go that was not asked for the longest, when there are too many', async () => {
    const stored = new Stored(100);
    const host = new IndexHost(stored.reader, new PlainKernel(), 2.5 * (await bytesOfOne(stored)));
    for (const organization of ['a', 'b', 'a', 'c', 'a', 'c']) await host.answer(ask(organization));
    // The third one fits only without b: a was asked for after it.
    expect(stored.loads).toEqual(['a', 'b', 'c']);
    await host.answer(ask('b'));
    expect(stored.loads).toEqual(['a', 'b', 'c', 'b']);
    await host.answer(ask('c'));
    expect(stored.loads).toHaveLength(4);
  });

  it('answers whole from an index that was loaded again', async () => {
    const stored = new Stored(100);
    const host = new IndexHost(stored.reader, new PlainKernel(), 1.5 * (await bytesOfOne(stored)));
    const answers = [];
    for (const organization of ['a', 'b', 'a']) answers.push(await host.answer(ask(organization)));
    expect(stored.loads).toEqual(['a', 'b', 'a']);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ kind: 'order', sequence: 1 });
    expect((answers[0] as { order: { ordinals: Int32Array } }).order.ordinals).toHaveLength(100);
  });

  it('answers nothing for an organization larger than the budget, and does not load it again and again', async () => {
    const stored = new Stored(100);
    const host = new IndexHost(stored.reader, new PlainKernel(), (await bytesOfOne(stored)) - 1);
    expect([await host.answer(ask('a')), await host.answer(ask('a'))]).toEqual([null, null]);
    expect(stored.loads).toEqual(['a']);
  });

  it('does not let a question wait that does not want to, and has the index for the next one', async () => {
    const stored = new Stored(10);
    const host = new IndexHost(stored.reader, new PlainKernel(), Infinity);
    expect(await host.answer({ ...ask('a'), wait: false })).toBeNull();
    expect(await host.answer(ask('a'))).toMatchObject({ sequence: 1 });
    expect(stored.loads).toEqual(['a']);
  });

  it('loads again after a loading that failed', async () => {
    const stored = new Stored(10);
    const host = new IndexHost(stored.reader, new PlainKernel(), Infinity);
    stored.failing = true;
    await expect(host.answer(ask('a'))).rejects.toThrow('gone');
    stored.failing = false;
    expect(await host.answer(ask('a'))).toMatchObject({ sequence: 1 });
  });
});
