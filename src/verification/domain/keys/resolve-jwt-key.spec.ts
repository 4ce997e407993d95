import { DocumentsInMemory } from '../../../../test/factories/documents-in-memory.js';
import { aControllerDocument, anEd25519Key } from '../../../../test/factories/signing-keys.js';
import type { KeyResolution } from './key-resolution.js';
import { resolveJwtKey, type JwtKeyHints } from './resolve-jwt-key.js';

const key = anEd25519Key();
const other = anEd25519Key();
const did = 'did:web:example.edu';
const didUrl = 'https://example.edu/.well-known/did.json';
const didKey = `did:key:${key.multibase}`;

const resolve = (hints: JwtKeyHints, documents: Record<string, object> = {}) =>
  resolveJwtKey(hints, new DocumentsInMemory(documents));

function isKey(resolution: KeyResolution): boolean {
  return resolution.kind !== 'unresolvable' && resolution.key?.equals(key.publicKey) === true;
}

describe('resolveJwtKey', () => {
  const document = aControllerDocument(did, key);
  const withJwk = { id: did, assertionMethod: [{ id: '#0', publicKeyJwk: { ...key.jwk, kid: 'thumbprint' } }] };
  it.each<[string, JwtKeyHints, Record<string, object>, string]>([
    ['a did:key as kid', { issuer: didKey, kid: `${didKey}#${key.multibase}` }, {}, didKey],
    ['a did:key as issuer without a kid', { issuer: didKey }, {}, didKey],
    ['a did:web with an absolute kid', { issuer: did, kid: `${did}#key-1` }, { [didUrl]: document }, did],
    ['a did:web with a relative kid', { issuer: did, kid: '#key-1' }, { [didUrl]: document }, did],
    ['a did:web with a bare kid', { issuer: did, kid: 'key-1' }, { [didUrl]: document }, did],
    ['a did:web with the kid of the JWK', { issuer: did, kid: 'thumbprint' }, { [didUrl]: withJwk }, did],
    ['a did:web with one key and no kid', { issuer: did }, { [didUrl]: document }, did],
    ['a did:web that lists the jwk of the header', { issuer: did, jwk: key.jwk }, { [didUrl]: document }, did],
    ['a kid of another controller', { issuer: 'did:web:other.edu', kid: `${did}#key-1` }, { [didUrl]: document }, did],
    [
      'a web issuer',
      { issuer: 'https://example.edu', kid: 'k' },
      { 'https://example.edu': { keys: [{ ...key.jwk, kid: 'k' }] } },
      'https://example.edu',
    ],
  ])('resolves %s', async (_name, hints, documents, controller) => {
    const found = await resolve(hints, documents);
    expect(found).toMatchObject({ kind: 'resolved', controller });
    expect(isKey(found)).toBe(true);
  });

  it.each<[string, JwtKeyHints, Record<string, object>, boolean]>([
    ['an unreachable web issuer', { issuer: 'https://example.edu', jwk: key.jwk }, {}, true],
    ['an unreachable did:web', { issuer: did, kid: `${did}#key-1`, jwk: key.jwk }, {}, true],
    [
      'a did:web that lists another key',
      { issuer: did, jwk: key.jwk },
      { [didUrl]: aControllerDocument(did, other) },
      false,
    ],
    ['a urn', { issuer: 'urn:uuid:1', jwk: key.jwk }, {}, false],
  ])('leaves the jwk of the header unproven for %s', async (_name, hints, documents, retryable) => {
    const found = await resolve(hints, documents);
    expect(found).toMatchObject({ kind: 'unproven', retryable });
    expect(isKey(found)).toBe(true);
  });

  it.each<[string, JwtKeyHints, Record<string, object>, string]>([
    [
      'the jwk of the header is private',
      { issuer: did, jwk: key.privateKey.export({ format: 'jwk' }) },
      {},
      'private-key',
    ],
    ['the jwk of the header is none', { issuer: did, jwk: 'key' }, {}, 'malformed-key'],
    ['the issuer is a urn and nothing names a key', { issuer: 'urn:uuid:1' }, {}, 'unknown-method'],
    [
      'a relative kid meets an issuer without keys',
      { issuer: 'urn:uuid:1', kid: '../../etc/passwd' },
      {},
      'unknown-method',
    ],
    [
      'a did:web lists several keys and no kid is given',
      { issuer: did },
      { [didUrl]: { id: did, assertionMethod: [method('#a', key), method('#b', other)] } },
      'ambiguous-key',
    ],
    ['the kid is longer than any', { issuer: did, kid: 'k'.repeat(5001) }, {}, 'malformed-id'],
    ['the issuer is longer than any', { issuer: `https://example.edu/${'i'.repeat(5000)}` }, {}, 'malformed-id'],
    ['a did:key is asked for another key', { issuer: didKey, kid: other.multibase }, {}, 'not-listed'],
  ])('is unresolvable when %s', async (_name, hints, documents, code) => {
    expect(await resolve(hints, documents)).toMatchObject({ kind: 'unresolvable', code });
  });

  it('finds a key by the kid although the header shows another', async () => {
    const found = await resolve({ issuer: did, kid: 'key-1', jwk: other.jwk }, { [didUrl]: document });
    expect(found).toMatchObject({ kind: 'resolved', controller: did });
    expect(isKey(found)).toBe(true);
  });

  it('never rejects and never resolves a key that no document lists', async () => {
    const source = new DocumentsInMemory({ [didUrl]: aControllerDocument(did, other) });
    for (const kid of [
      undefined,
      '',
      '#',
      'null',
      `${did}#${key.multibase}`,
      'https://',
      'https://[',
      'did:',
      'did:web:',
      '\u0000',
    ])
      for (const issuer of [did, '', 'https://', 'https://[', 'did:', 'did:web:', '\u0000', 'mailto:a@example.edu']) {
        const found = await resolveJwtKey({ issuer, jwk: key.jwk, ...(kid !== undefined && { kid }) }, source);
        expect(found.kind === 'resolved' && isKey(found)).toBe(false);
      }
  });
});

function method(id: string, { multibase }: { multibase: string }): object {
  return { id, type: 'Multikey', controller: did, publicKeyMultibase: multibase };
}
