import { Gathering, type Outcome } from './gathering.js';

const served = (items: readonly number[]): Outcome<number>[] =>
  items.map((item) => (item < 0 ? { ok: false, error: new Error(`no ${item}`) } : { ok: true, result: item * 2 }));

describe('Gathering', () => {
  it('serves those who come together, together, and the next while they wait', async () => {
    const groups: number[][] = [];
    let release = (): void => undefined;
    const gathering = new Gathering<number, number>(
      async (items) => {
        groups.push([...items]);
        if (groups.length === 1) await new Promise<void>((resolve) => (release = resolve));
        return served(items);
      },
      { most: 3, atOnce: 1 },
    );
    const first = [1, 2].map((item) => gathering.add(item));
    while (groups.length === 0) await new Promise(setImmediate);
    const later = [3, 4, 5, 6].map((item) => gathering.add(item));
    release();
    expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8, 10, 12]);
    // Three go together at most.
    expect(groups).toEqual([[1, 2], [3, 4, 5], [6]]);
  });

  it('tells each what became of it, and all when nothing could be done', async () => {
    const one = new Gathering<number, number>(async (items) => served(items), { most: 9, atOnce: 1 });
    const [good, bad] = await Promise.allSettled([one.add(1), one.add(-1)]);
    expect([good, bad]).toMatchObject([{ value: 2 }, { reason: new Error('no -1') }]);
    const none = new Gathering<number, number>(() => Promise.reject(new Error('away')), { most: 9, atOnce: 1 });
    const results = await Promise.allSettled([none.add(1), none.add(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
