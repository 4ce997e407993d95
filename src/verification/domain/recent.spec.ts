import { Recent } from './recent.js';

describe('Recent', () => {
  it('works a result out once while it is kept', () => {
    const recent = new Recent<string>(2);
    let made = 0;
    const make = (): string => `result ${(made += 1)}`;
    expect([recent.of('a', make), recent.of('a', make), made]).toEqual(['result 1', 'result 1', 1]);
  });

  it('lets go of what was not asked for in a while, and never keeps more than it may', () => {
    const recent = new Recent<string>(4);
    // Two are young at a time: with c, a and b are the older ones; b is asked for again, and with d, a is gone.
    for (const name of ['a', 'b', 'c', 'b', 'd']) recent.of(name, () => name);
    expect(recent.size).toBe(3);
    expect(recent.of('b', () => 'made anew')).toBe('b');
    expect(recent.of('a', () => 'made anew')).toBe('made anew');
  });

  it.each([2, 3, 7])('never keeps more than %i', (most) => {
    const recent = new Recent<number>(most);
    for (let at = 0; at < 100; at += 1) {
      recent.of(String(at % 11), () => at);
      expect(recent.size).toBeLessThanOrEqual(most);
    }
  });

  it('keeps nothing of a failure', () => {
    const recent = new Recent<string>(2);
    expect(() =>
      recent.of('a', () => {
        throw new Error('not now');
      }),
    ).toThrow('not now');
    expect(recent.of('a', () => 'now')).toBe('now');
  });
});
