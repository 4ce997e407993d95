import { judgeTarget, readUrl } from './target.js';

const refusalOf = (text: string, allowLoopback = false): string => {
  try {
    judgeTarget(readUrl(text), allowLoopback);
    return 'allowed';
  } catch (error) {
    return String(Reflect.get(error as object, 'kind'));
  }
};

describe('what is never called', () => {
  it.each([
    'https://127.0.0.1',
    'https://127.0.0.1/.well-known/did.json',
    'https://[::1]',
    'https://0.0.0.0',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:10.0.0.1]',
    'https://0x7f000001',
    'https://2130706433',
    'https://127.1',
    'https://017700000001',
    'https://①②⑦.0.0.1',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://100.64.0.1',
    'https://198.18.0.1',
    'https://192.0.0.192',
    'https://[64:ff9b::7f00:1]',
    'https://[2002:7f00:1::]',
    'https://localhost',
    'https://localhost.',
    'https://LOCALHOST',
    'https://a.localhost',
    'https://metadata.google.internal/computeMetadata/v1/',
    'https://metadata.google.internal./',
    'https://printer.local',
    'https://router.home.arpa',
    'https://host.test',
    'https://vc.example/issuers/5678',
    'https://hidden.onion',
    'https://intranet',
    'https://a..b.edu',
    'https://good@127.0.0.1',
    'https://good@example.edu',
    'https://good:password@example.edu',
    'https://:password@example.edu',
    'http://example.edu',
    'http://127.0.0.1',
    'https://example.edu:6379',
    'https://example.edu:5432',
    'https://example.edu:25',
    'https://example.edu:8443',
    'https://example.edu:80',
    'file:///etc/passwd',
    'gopher://example.edu',
    'ftp://example.edu',
    'data:application/json,{}',
    'javascript:alert(1)',
    'did:web:example.edu',
    'ws://example.edu',
  ])('%s', (url) => {
    expect(refusalOf(url)).toBe('refused');
  });

  it.each([
    ['a zone', 'https://[fe80::1%25eth0]'],
    ['nothing', ''],
    ['a word', 'example.edu'],
    ['a path', '/etc/passwd'],
    ['a blank', 'https://example.edu/a b'],
    ['a leading blank', ' https://example.edu'],
    ['a line break inside', 'https://exam\nple.edu'],
    ['a tab inside the scheme', 'ht\ttps://example.edu'],
    ['a null byte', 'https://example.edu/\u0000'],
    ['a port that is none', 'https://example.edu:99999'],
    ['more than 2048 characters', `https://example.edu/${'a'.repeat(2048)}`],
  ])('is no URL: %s', (_name, url) => {
    expect(refusalOf(url)).toBe('bad-url');
  });

  it.each([
    'https://example.edu',
    'https://example.edu:443/path?query',
    'https://EXAMPLE.edu./',
    'https://8.8.8.8',
    'https://[2606:4700:4700::1111]',
    'https://xn--bcher-kva.de',
  ])('may be called: %s', (url) => {
    expect(refusalOf(url)).toBe('allowed');
  });

  it('drops the fragment and the dot of the root', () => {
    expect(readUrl('https://example.edu./keys#key-1').href).toBe('https://example.edu/keys');
  });
});

describe('with loopback allowed', () => {
  it.each([
    'http://127.0.0.1:8080/a',
    'http://[::1]:8080/a',
    'https://127.0.0.1',
    'http://localhost:3000',
    'https://localhost',
    'https://example.edu',
  ])('may be called: %s', (url) => {
    expect(refusalOf(url, true)).toBe('allowed');
  });

  it.each([
    'http://8.8.8.8',
    'https://8.8.8.8:8443',
    'http://10.0.0.1',
    'https://10.0.0.1',
    'http://0.0.0.0:8080',
    'http://169.254.169.254',
    'https://printer.local',
    'file:///etc/passwd',
    'http://user@127.0.0.1',
  ])('is still never called: %s', (url) => {
    expect(refusalOf(url, true)).toBe('refused');
  });
});
