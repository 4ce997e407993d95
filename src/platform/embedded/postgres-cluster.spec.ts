import { localeArguments } from './postgres-cluster.js';

describe('localeArguments', () => {
  it('sorts by bytes and knows letters beyond ASCII; the provider of version 17 first where there is one', () => {
    expect(localeArguments(18)[0]).toContain('--builtin-locale=C.UTF-8');
    expect(localeArguments(16)[0]).not.toContain('--builtin-locale=C.UTF-8');
    for (const major of [13, 16, 18]) {
      const [first] = localeArguments(major);
      expect(first).toEqual(expect.arrayContaining(['--lc-collate=C', '--lc-ctype=C.UTF-8']));
      expect(localeArguments(major).at(-1)).toEqual(['--locale=C']);
    }
  });
});
