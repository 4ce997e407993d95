import fc from 'fast-check';
import { urlOfDidWeb } from './did-web.js';

describe('urlOfDidWeb', () => {
  it.each([
    ['did:web:example.edu', 'https://example.edu/.well-known/did.json'],
    ['did:web:Example.EDU', 'https://example.edu/.well-known/did.json'],
    ['did:web:example.edu:issuers:42', 'https://example.edu/issuers/42/did.json'],
    ['did:web:example.edu%3A8443', 'https://example.edu:8443/.well-known/did.json'],
    ['did:web:example.edu%3a8443:a', 'https://example.edu:8443/a/did.json'],
    ['did:web:localhost%3A6379', 'https://localhost:6379/.well-known/did.json'],
    ['did:web:xn--bcher-kva.example', 'https://xn--bcher-kva.example/.well-known/did.json'],
  ])('%s lies at %s', (did, url) => {
    expect(urlOfDidWeb(did)).toBe(url);
  });

  it.each([
    ['nothing', 'did:web:'],
    ['an encoded slash', 'did:web:example.edu:a%2Fb'],
    ['an encoded slash in the host', 'did:web:example.edu%2Fa'],
    ['parent folders', 'did:web:example.com:..:..:x'],
    ['encoded parent folders', 'did:web:example.com:%2e%2e:x'],
    ['the same folder', 'did:web:example.com:.:x'],
    ['an empty segment', 'did:web:example.com::x'],
    ['a trailing colon', 'did:web:example.com:'],
    ['an encoded backslash', 'did:web:example.com:%5C..'],
    ['an unencoded slash', 'did:web:example.com/x'],
    ['a query', 'did:web:example.com?x'],
    ['a user', 'did:web:good.example%40127.0.0.1'],
    ['an unencoded user', 'did:web:good.example@127.0.0.1'],
    ['an address', 'did:web:127.0.0.1%3A8080'],
    ['the address of a cloud', 'did:web:169.254.169.254'],
    ['a short address', 'did:web:127.1'],
    ['a hexadecimal address', 'did:web:0x7f000001'],
    ['a decimal address', 'did:web:2130706433'],
    ['an address of six', 'did:web:%5B::1%5D'],
    ['a port that is none', 'did:web:example.edu%3A99999'],
    ['a port of zero', 'did:web:example.edu%3A0'],
    ['letters that look alike', 'did:web:exаmple.edu'],
    ['full-width digits', 'did:web:①②⑦.0.0.1'],
    ['a trailing dot', 'did:web:localhost.'],
    ['over-long names', `did:web:${'a.'.repeat(600)}example`],
  ])('refuses %s', (_name, did) => {
    expect(urlOfDidWeb(did)).toBeUndefined();
  });

  it('never leaves the named host nor the file name, whatever follows', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        const url = urlOfDidWeb(`did:web:example.edu:${tail}`);
        if (url === undefined) return;
        expect(new URL(url).origin).toBe('https://example.edu');
        expect(new URL(url).pathname.endsWith('/did.json')).toBe(true);
      }),
    );
  });
});
