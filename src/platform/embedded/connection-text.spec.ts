import fc from 'fast-check';
import { addressOf, withoutSecrets } from './connection-text.js';

describe('addressOf', () => {
  it.each([
    ['postgres://me:secret@db.example:6432/credence?password=secret', 'db.example:6432/credence'],
    ['redis://:secret@[::1]:6379/2', '[::1]:6379/2'],
    ['redis://cache.example', 'cache.example'],
    ['postgres:///credence?host=/run/postgresql', 'localhost/credence'],
    ['not a url: secret', 'an unreadable address'],
  ])('of %s is %s', (url, address) => expect(addressOf(url)).toBe(address));
});

describe('withoutSecrets', () => {
  it('hides the password as written, as decoded and in the query, and the whole URL', () => {
    const url = 'postgres://me:p%40ss@db.example/credence?sslpassword=other';
    const text = `no way in with p@ss or p%40ss or other at ${url}`;
    expect(withoutSecrets(text, url)).toBe('no way in with *** or *** or *** at ***');
  });

  it('hides what cannot be read as a URL as a whole', () => {
    expect(withoutSecrets('bad: me:secret@host', 'me secret@host')).toBe('bad: me:secret@host');
    expect(withoutSecrets('bad: //me:secret@host', '//me:secret@host')).toBe('bad: ***');
  });

  it('leaves no password in any text, whatever its characters', () => {
    const passwords = fc
      .string({ minLength: 4, unit: 'binary' })
      .filter((text) => text.isWellFormed() && !text.includes('*'));
    fc.assert(
      fc.property(passwords, fc.string(), fc.string(), (password, before, after) => {
        const url = `redis://:${encodeURIComponent(password)}@cache.example:6379/0`;
        expect(withoutSecrets(before + password + after, url)).not.toContain(password);
      }),
    );
  });
});
