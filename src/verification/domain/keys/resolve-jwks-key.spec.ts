import { DocumentsInMemory } from '../../../../test/factories/documents-in-memory.js';
import { aControllerDocument, anEcKey, anEd25519Key, anRsaKey } from '../../../../test/factories/signing-keys.js';
import type { KeyResolution, PublicKeyMaterial } from './key-resolution.js';
import { resolveJwksKey } from './resolve-jwks-key.js';

const issuer = 'https://example.edu/issuers/42';
const origin = 'https://example.edu';
const key = anEcKey('P-256');
const other = anRsaKey();
const keySet = {
  keys: [
    { ...other.jwk, kid: 'other' },
    { ...key.jwk, kid: 'signing' },
  ],
};
const headerKey: PublicKeyMaterial = { key: key.publicKey, jwk: { kty: 'EC', crv: 'P-256' } };

const resolve = (kid: string | undefined, documents: Record<string, object | string>, header?: PublicKeyMaterial) =>
  resolveJwksKey({ issuer, kid }, new DocumentsInMemory(documents), header);

function isKey(resolution: KeyResolution): boolean {
  return resolution.kind !== 'unresolvable' && resolution.key?.equals(key.publicKey) === true;
}

describe('resolveJwksKey with a plain key id', () => {
  it.each<[string, Record<string, object>]>([
    ['a key set at the issuer id', { [issuer]: keySet }],
    ['a single key at the issuer id', { [issuer]: { ...key.jwk, kid: 'signing' } }],
    ['a key set below the issuer', { [`${issuer}/.well-known/jwks.json`]: keySet }],
    ['a key set of the origin', { [`${origin}/.well-known/jwks.json`]: keySet }],
    ['issuer metadata with its keys', { [`${origin}/.well-known/jwt-vc-issuer/issuers/42`]: { issuer, jwks: keySet } }],
    [
      'issuer metadata at the root of the origin',
      { [`${origin}/.well-known/jwt-vc-issuer`]: { issuer, jwks: keySet } },
    ],
    [
      'issuer metadata that names a key set elsewhere',
      {
        [`${origin}/.well-known/jwt-vc-issuer/issuers/42`]: { issuer, jwks_uri: 'https://keys.example/jwks' },
        'https://keys.example/jwks': keySet,
      },
    ],
    [
      'a profile without keys, then a key set',
      { [issuer]: { id: issuer, type: 'Profile' }, [`${issuer}/.well-known/jwks.json`]: keySet },
    ],
    [
      'a key set with other keys, then one with it',
      { [issuer]: { keys: [] }, [`${origin}/.well-known/jwks.json`]: keySet },
    ],
  ])('finds it in %s', async (_name, documents) => {
    const found = await resolve('signing', documents);
    expect(found).toMatchObject({
      kind: 'resolved',
      controller: issuer,
      fragment: 'signing',
      jwk: { kty: 'EC', crv: 'P-256' },
    });
    expect(isKey(found)).toBe(true);
  });

  it.each<[string, object]>([
    ['by the fragment of the method', aControllerDocument(issuer, key, 'signing')],
    [
      'by the key id inside its JWK',
      { id: issuer, assertionMethod: [{ id: '#a', publicKeyJwk: { ...key.jwk, kid: 'signing' } }] },
    ],
  ])('finds it in the controller document of the issuer %s', async (_name, document) => {
    const found = await resolve('signing', { [issuer]: document });
    expect(found).toMatchObject({ kind: 'resolved', controller: issuer });
    expect(isKey(found)).toBe(true);
  });

  it('looks in the published order, each place once, and stops where it finds the key', async () => {
    const source = new DocumentsInMemory({
      [`${origin}/.well-known/jwt-vc-issuer/issuers/42`]: { issuer, jwks: keySet },
    });
    await resolveJwksKey({ issuer, kid: 'signing' }, source);
    expect(source.urls).toEqual([
      issuer,
      `${issuer}/.well-known/jwks.json`,
      `${origin}/.well-known/jwt-vc-issuer/issuers/42`,
    ]);
  });

  it('makes no more than seven look-ups, whatever it is sent to', async () => {
    const metadata = { issuer, jwks_uri: 'https://keys.example/jwks' };
    const source = new DocumentsInMemory({
      [issuer]: metadata,
      [`${issuer}/.well-known/jwks.json`]: { issuer: 'https://other.example', jwks_uri: 'https://keys.example/more' },
      [`${origin}/.well-known/jwt-vc-issuer/issuers/42`]: metadata,
      'https://keys.example/jwks': metadata,
    });
    expect(await resolveJwksKey({ issuer, kid: 'signing' }, source)).toMatchObject({ kind: 'unresolvable' });
    expect(source.asked.length).toBeLessThanOrEqual(7);
  });

  it.each<[string, Record<string, object>, string, boolean]>([
    ['every place says there is no such key', { [issuer]: keySet, ...everyOtherPlace(keySet) }, 'not-listed', false],
    ['one place could not be reached', { [issuer]: keySet }, 'document-unavailable', true],
    [
      'metadata is of another issuer',
      { [issuer]: { issuer: 'https://other.example', jwks: withKid('missing') }, ...everyOtherPlace({}) },
      'malformed-document',
      false,
    ],
    [
      'two keys have the id',
      { [issuer]: { keys: [...withKid('missing').keys, { ...other.jwk, kid: 'missing' }] }, ...everyOtherPlace({}) },
      'ambiguous-key',
      false,
    ],
    [
      'a controller document lists it for another purpose',
      { [issuer]: { id: issuer, authentication: [{ id: '#missing', publicKeyJwk: key.jwk }] }, ...everyOtherPlace({}) },
      'not-listed',
      false,
    ],
  ])('is unresolvable when %s', async (_name, documents, code, retryable) => {
    expect(await resolve('missing', documents)).toMatchObject({ kind: 'unresolvable', code, retryable });
  });

  it('ends the search at a published private key', async () => {
    const leaked = { keys: [{ ...key.privateKey.export({ format: 'jwk' }), kid: 'old' }, ...keySet.keys] };
    const found = await resolve(
      'signing',
      { [issuer]: leaked, [`${origin}/.well-known/jwks.json`]: keySet },
      headerKey,
    );
    expect(found).toMatchObject({ kind: 'unresolvable', code: 'private-key', retryable: false });
  });

  it('refuses a set with more keys than any issuer has', async () => {
    const many = { keys: Array.from({ length: 101 }, () => ({ ...key.jwk, kid: 'signing' })) };
    expect(await resolve('signing', { [issuer]: many, ...everyOtherPlace({}) })).toMatchObject({
      code: 'malformed-document',
    });
  });
});

describe('resolveJwksKey without a key id', () => {
  it('takes the only usable key of the set', async () => {
    const found = await resolve(undefined, { [issuer]: { keys: [{ ...other.jwk, use: 'enc' }, key.jwk] } });
    expect(found).toMatchObject({ kind: 'resolved', controller: issuer });
    expect(isKey(found)).toBe(true);
  });

  it('does not guess between several', async () => {
    expect(await resolve(undefined, { [issuer]: keySet, ...everyOtherPlace({}) })).toMatchObject({
      code: 'ambiguous-key',
    });
  });

  it('takes the one that equals the key in the header', async () => {
    const found = await resolve(undefined, { [issuer]: keySet }, headerKey);
    expect(found).toMatchObject({ kind: 'resolved', controller: issuer });
    expect(isKey(found)).toBe(true);
  });

  it.each<[string, Record<string, object>, boolean]>([
    ['the issuer cannot be reached', {}, true],
    ['the issuer lists other keys', { [issuer]: { keys: [other.jwk] }, ...everyOtherPlace({}) }, false],
  ])('leaves the key in the header unproven when %s', async (_name, documents, retryable) => {
    const found = await resolve(undefined, documents, headerKey);
    expect(found).toMatchObject({ kind: 'unproven', retryable });
    expect(isKey(found)).toBe(true);
  });

  it('has no key at all when the header holds none and the issuer cannot be reached', async () => {
    expect(await resolve(undefined, {})).toMatchObject({ kind: 'unresolvable', retryable: true, url: issuer });
  });
});

describe('resolveJwksKey with a key id that is a web address', () => {
  const single = { ...key.jwk };
  it.each<[string, string, Record<string, object>]>([
    ['a key set with that fragment', `${origin}/keys#signing`, { [`${origin}/keys`]: keySet }],
    [
      'a key set whose key id is the whole address',
      `${origin}/keys#1`,
      { [`${origin}/keys`]: { keys: [{ ...single, kid: `${origin}/keys#1` }] } },
    ],
    ['a key set of one key, without a fragment', `${origin}/keys`, { [`${origin}/keys`]: { keys: [single] } }],
    ['a single key', `${origin}/keys/1`, { [`${origin}/keys/1`]: single }],
    [
      'a single key with a key id of its own',
      `${origin}/keys/1`,
      { [`${origin}/keys/1`]: { ...single, kid: 'thumbprint' } },
    ],
    ['a single key without a key id, with a fragment', `${origin}/keys#key-1`, { [`${origin}/keys`]: single }],
    [
      'the controller document of the issuer',
      `${issuer}#signing`,
      { [issuer]: aControllerDocument(issuer, key, 'signing') },
    ],
    [
      'a controller document beside the issuer',
      `${origin}/keys#signing`,
      { [`${origin}/keys`]: aControllerDocument(`${origin}/keys`, key, 'signing') },
    ],
    [
      'a method that the issuer lists',
      `${origin}/keys/1`,
      {
        [`${origin}/keys/1`]: { id: `${origin}/keys/1`, controller: issuer, publicKeyJwk: key.jwk },
        [issuer]: { id: issuer, assertionMethod: [`${origin}/keys/1`] },
      },
    ],
  ])('takes %s at the origin of the issuer', async (_name, kid, documents) => {
    const found = await resolve(kid, documents);
    expect(found).toMatchObject({ kind: 'resolved', controller: issuer, method: kid });
    expect(isKey(found)).toBe(true);
  });

  it('asks only the address itself when it is of the origin of the issuer', async () => {
    const source = new DocumentsInMemory({ [`${origin}/keys`]: keySet });
    await resolveJwksKey({ issuer, kid: `${origin}/keys#signing` }, source);
    expect(source.urls).toEqual([`${origin}/keys`]);
  });

  const elsewhere = 'https://keys.example/jwks';
  it.each<[string, object]>([
    ['in assertionMethod', { id: issuer, assertionMethod: [`${elsewhere}#signing`] }],
    ['as its key set', { id: issuer, jwks_uri: elsewhere }],
  ])('takes a key of another origin that the issuer names %s', async (_name, document) => {
    const found = await resolve(`${elsewhere}#signing`, { [elsewhere]: keySet, [issuer]: document });
    expect(found).toMatchObject({ kind: 'resolved', controller: issuer });
    expect(isKey(found)).toBe(true);
  });

  it('takes a key that the DID document of the issuer names', async () => {
    const did = 'did:web:example.edu';
    const source = new DocumentsInMemory({
      [elsewhere]: keySet,
      'https://example.edu/.well-known/did.json': { id: did, assertionMethod: [`${elsewhere}#signing`] },
    });
    expect(await resolveJwksKey({ issuer: did, kid: `${elsewhere}#signing` }, source)).toMatchObject({
      kind: 'resolved',
      controller: did,
    });
  });

  it.each<[string, Record<string, object>, boolean]>([
    ['the issuer cannot be reached', {}, true],
    ['the issuer names another key', { [issuer]: { id: issuer, assertionMethod: [`${elsewhere}#other`] } }, false],
    [
      'the issuer names it for another purpose',
      { [issuer]: { id: issuer, authentication: [`${elsewhere}#signing`] } },
      false,
    ],
  ])('leaves a key of another origin unproven when %s', async (_name, documents, retryable) => {
    const found = await resolve(`${elsewhere}#signing`, { [elsewhere]: keySet, ...documents });
    expect(found).toMatchObject({ kind: 'unproven', retryable });
    expect(isKey(found)).toBe(true);
  });

  it('says who controls a key that belongs to somebody else', async () => {
    const page = 'https://keys.example/me';
    const found = await resolve(`${page}#signing`, { [page]: aControllerDocument(page, key, 'signing') });
    expect(found).toMatchObject({ kind: 'resolved', controller: page });
  });

  it('says who controls a method that merely lies at the origin of the issuer', async () => {
    const address = `${origin}/uploads/method.json`;
    const owner = 'https://evil.example/me';
    const found = await resolve(address, {
      [address]: { id: address, controller: owner, publicKeyJwk: key.jwk },
      [owner]: { id: owner, assertionMethod: [address] },
    });
    expect(found).toMatchObject({ kind: 'resolved', controller: owner });
  });

  it('does not follow the origin of the issuer to another one', async () => {
    const open = `${origin}/go?to=https://evil.example/jwks`;
    const found = await resolve(open, { [open]: { movedTo: 'https://evil.example/jwks', body: { keys: [single] } } });
    expect(found).toMatchObject({ kind: 'unresolvable', code: 'redirected-elsewhere' });
  });

  it.each<[string, string, object, string]>([
    ['a set without the named key', `${origin}/keys#missing`, keySet, 'not-listed'],
    ['a set of several keys, without a fragment', `${origin}/keys`, keySet, 'ambiguous-key'],
    ['a single key of another name', `${origin}/keys#a`, { ...single, kid: 'b' }, 'not-listed'],
    ['a private key', `${origin}/keys#a`, key.privateKey.export({ format: 'jwk' }), 'private-key'],
    ['an unrelated document', `${origin}/keys#a`, { hello: 'world' }, 'malformed-document'],
  ])('is unresolvable with %s', async (_name, kid, document, code) => {
    expect(await resolve(kid, { [`${origin}/keys`]: document })).toMatchObject({ kind: 'unresolvable', code });
  });

  it('leaves a key in the fragment of the address unproven', async () => {
    const ed = anEd25519Key();
    const found = await resolve(`${issuer}#${ed.multibase}`, {});
    expect(found).toMatchObject({ kind: 'unproven', retryable: true });
    expect(found.kind === 'unproven' && found.key?.equals(ed.publicKey)).toBe(true);
  });
});

function withKid(kid: string): { keys: object[] } {
  return { keys: [{ ...key.jwk, kid }] };
}

function everyOtherPlace(document: object): Record<string, object> {
  return {
    [`${issuer}/.well-known/jwks.json`]: document,
    [`${origin}/.well-known/jwt-vc-issuer/issuers/42`]: document,
    [`${origin}/.well-known/jwt-vc-issuer`]: document,
    [`${origin}/.well-known/jwks.json`]: document,
  };
}
