import { exitCodeOf } from './exit-code.js';
import { readVerifyOptions, UsageError } from './verify-options.js';

describe('readVerifyOptions', () => {
  it('reads what is asked for, addresses and DIDs apart', () => {
    const words = ['verify', 'badge.json', '--json', '--clock', '2026-11-23T00:00:00Z', '--egress', 'off'];
    expect(
      readVerifyOptions([
        ...words,
        '--recipient',
        'mia@example.org',
        '--recipient',
        'did:key:z6Mk',
        '--pinned',
        'p.json',
      ]),
    ).toEqual({
      file: 'badge.json',
      json: true,
      clock: new Date('2026-11-23T00:00:00Z'),
      pinned: 'p.json',
      emails: ['mia@example.org'],
      dids: ['did:key:z6Mk'],
      egress: 'off',
    });
  });

  it.each([
    ['no file', ['verify']],
    ['two files', ['verify', 'a', 'b']],
    ['another command', ['rank', 'a']],
    ['an unknown option', ['verify', 'a', '--quick']],
    ['a clock without a zone', ['verify', 'a', '--clock', '2026-11-23T00:00:00']],
    ['a recipient that is a name', ['verify', 'a', '--recipient', 'Mia']],
    ['an unknown way out', ['verify', 'a', '--egress', 'some']],
  ])('refuses %s', (_name, words) => {
    expect(() => readVerifyOptions(words)).toThrow(UsageError);
  });
});

describe('exitCodeOf', () => {
  const recipient = (outcome: 'match' | 'mismatch' | 'not_checked') => ({ outcome, code: '', detail: '' });

  it('is 0 only for what is verified and not shown to be somebody else’s', () => {
    expect(exitCodeOf({ verdict: 'verified', recipient: recipient('not_checked') })).toBe(0);
    expect(exitCodeOf({ verdict: 'verified', recipient: recipient('mismatch') })).toBe(4);
    expect(exitCodeOf({ verdict: 'failed', recipient: recipient('mismatch') })).toBe(1);
    expect(exitCodeOf({ verdict: 'unverifiable', recipient: recipient('match') })).toBe(2);
    expect(exitCodeOf({ verdict: 'unsupported', recipient: recipient('match') })).toBe(3);
  });
});
