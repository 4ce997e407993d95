import { Recent } from './recent.js';

describe('Recent', () => {
  it('works a result out once while it is kept', () => {
    const recent = new Recent<string>(2);
    let made = 0;
    const make = (): string => `result ${(made += 1)}`;
    expect([recent.of('a', make), recent.of('a', make), made]).toEqual(['result 1', 'result 1', 1]);
  });

  it('lets go of what was not asked for the longest, and never keeps more than it may', () => {
    const recent = new Recent<string>(2);
    for (const name of ['a', 'b', 'a', 'c']) recent.of(name, () => name);
    expect(recent.size).toBe(2);
    expect(['a', 'b', 'c'].map((name) => recent.of(name, () => 'made anew'))).toEqual(['a', 'made anew', 'made anew']);
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
