import { DocumentsInMemory } from '../../../../test/factories/documents-in-memory.js';
import {
  aControllerDocument,
  anEcKey,
  anEd25519Key,
  anRsaKey,
  base58,
} from '../../../../test/factories/signing-keys.js';
import type { KeyPurpose, KeyResolution } from './key-resolution.js';
import { resolveVerificationMethod } from './resolve-verification-method.js';

const ed = anEd25519Key();
const other = anEd25519Key();
const issuer = 'did:web:example.edu';
const issuerUrl = 'https://example.edu/.well-known/did.json';

const resolve = (
  id: string,
  documents: Record<string, object | string> = {},
  purpose: KeyPurpose = 'assertionMethod',
) => resolveVerificationMethod(id, purpose, new DocumentsInMemory(documents));

function isKey(resolution: KeyResolution, key: { publicKey: typeof ed.publicKey }): boolean {
  return resolution.kind !== 'unresolvable' && resolution.key?.equals(key.publicKey) === true;
}

describe('resolveVerificationMethod of a did:key', () => {
  it.each([
    ['Ed25519', ed, 'z6Mk', 'Ed25519'],
    ['P-256', anEcKey('P-256'), 'zDn', 'P-256'],
    ['P-384', anEcKey('P-384'), 'z82', 'P-384'],
    ['P-521', anEcKey('P-521'), 'z2J9', 'P-521'],
  ])('reads %s without any look-up', async (_name, key, start, crv) => {
    expect(key.multibase.startsWith(start)).toBe(true);
    const source = new DocumentsInMemory();
    const did = `did:key:${key.multibase}`;
    const found = await resolveVerificationMethod(`${did}#${key.multibase}`, 'assertionMethod', source);
    expect(found).toMatchObject({
      kind: 'resolved',
      controller: did,
      method: `${did}#${key.multibase}`,
      fragment: key.multibase,
      jwk: { crv },
    });
    expect(isKey(found, key)).toBe(true);
    expect(source.asked).toEqual([]);
  });

  it('reads a bare did:key and says that no fragment was given', async () => {
    const found = await resolve(`did:key:${ed.multibase}`, {}, 'authentication');
    expect(found).toMatchObject({ kind: 'resolved', controller: `did:key:${ed.multibase}` });
    expect(found.kind === 'resolved' && found.fragment).toBeUndefined();
    expect(isKey(found, ed)).toBe(true);
  });

  it('reads the example of the did:key specification', async () => {
    const multibase = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
    const found = await resolve(`did:key:${multibase}#${multibase}`);
    // The raw key, as the specification of did:key prints it beside the id.
    expect(found.kind === 'resolved' && found.key.export({ format: 'jwk' }).x).toBe(
      Buffer.from('2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6', 'hex').toString('base64url'),
    );
  });

  const tooShort = `z${base58(ed.bytes.subarray(0, 33))}`;
  const offCurve = `z${base58(Buffer.concat([Buffer.from('802405', 'hex'), Buffer.alloc(32, 1)]))}`;
  const x25519 = `z${base58(Buffer.concat([Buffer.from('ec01', 'hex'), Buffer.alloc(32, 1)]))}`;
  const secret = `z${base58(Buffer.concat([Buffer.from('8026', 'hex'), Buffer.alloc(32, 1)]))}`;
  it.each([
    ['a fragment of another key', `did:key:${ed.multibase}#${other.multibase}`, 'not-listed'],
    ['a fragment by name', `did:key:${ed.multibase}#key-1`, 'not-listed'],
    ['an empty fragment', `did:key:${ed.multibase}#`, 'not-listed'],
    ['two fragments', `did:key:${ed.multibase}#a#b`, 'malformed-id'],
    ['a key with a byte missing', `did:key:${tooShort}#${tooShort}`, 'malformed-key'],
    ['bytes that are no point', `did:key:${offCurve}#${offCurve}`, 'malformed-key'],
    ['a key for key agreement', `did:key:${x25519}#${x25519}`, 'unsupported-key'],
    ['a secret key', `did:key:${secret}#${secret}`, 'private-key'],
    ['a letter outside base58', 'did:key:z0OIl#z0OIl', 'malformed-key'],
    ['another base', 'did:key:f0102#f0102', 'malformed-id'],
    ['nothing', 'did:key:', 'malformed-id'],
    ['a query', `did:key:${ed.multibase}?service=x#${ed.multibase}`, 'unknown-method'],
    ['a megabyte', `did:key:z${'2'.repeat(1_000_000)}`, 'malformed-id'],
  ])('refuses %s for good', async (_name, id, code) => {
    expect(await resolve(id)).toMatchObject({ kind: 'unresolvable', code, retryable: false });
  });
});

describe('resolveVerificationMethod of a did:jwk', () => {
  const didOf = (jwk: object) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;

  it.each([
    ['Ed25519', ed],
    ['P-256', anEcKey('P-256')],
    ['RSA', anRsaKey()],
  ])('reads %s under #0', async (_name, key) => {
    const did = didOf(key.jwk);
    const found = await resolve(`${did}#0`);
    expect(found).toMatchObject({ kind: 'resolved', controller: did, method: `${did}#0`, fragment: '0' });
    expect(isKey(found, key)).toBe(true);
  });

  it.each([
    ['a private key', `${didOf(ed.privateKey.export({ format: 'jwk' }))}#0`, 'private-key'],
    ['a symmetric key', `${didOf({ kty: 'oct', k: 'AAAA' })}#0`, 'private-key'],
    ['a weak RSA key', `${didOf(anRsaKey(1024).jwk)}#0`, 'weak-key'],
    ['a key for encryption', `${didOf({ ...ed.jwk, use: 'enc' })}#0`, 'unsupported-key'],
    ['another fragment', `${didOf(ed.jwk)}#1`, 'not-listed'],
    ['no JSON', 'did:jwk:AAAA#0', 'malformed-id'],
    ['no base64url', 'did:jwk:e30=#0', 'malformed-id'],
  ])('refuses %s', async (_name, id, code) => {
    expect(await resolve(id)).toMatchObject({ kind: 'unresolvable', code, retryable: false });
  });
});

describe('resolveVerificationMethod of a did:web', () => {
  it('takes the key that the document refers to, with the name the document gives itself', async () => {
    const document = { ...aControllerDocument(issuer, ed), name: 'Example University' };
    const source = new DocumentsInMemory({ [issuerUrl]: document });
    const found = await resolveVerificationMethod(`${issuer}#key-1`, 'assertionMethod', source);
    expect(found).toMatchObject({ kind: 'resolved', controller: issuer, documentName: 'Example University' });
    expect(isKey(found, ed)).toBe(true);
    expect(source.asked).toMatchObject([{ url: issuerUrl, options: { maxRedirects: 0 } }]);
  });

  const multikey = { type: 'Multikey', controller: issuer, publicKeyMultibase: ed.multibase };
  const method = { id: `${issuer}#key-1`, ...multikey };
  it.each<[string, object]>([
    ['an embedded method and no verificationMethod at all', { assertionMethod: [method] }],
    ['an embedded method with a relative id', { assertionMethod: [{ id: '#key-1', ...multikey }] }],
    ['one method that is not in an array', { assertionMethod: method }],
    ['a relative reference', { verificationMethod: [method], assertionMethod: ['#key-1'] }],
    [
      'a relative id and an absolute reference',
      { verificationMethod: [{ ...method, id: '#key-1' }], assertionMethod: [method.id] },
    ],
    ['a reference as an object', { verificationMethod: [method], assertionMethod: [{ id: method.id }] }],
    ['a method both embedded and referred to', { verificationMethod: [method], assertionMethod: [method, method.id] }],
    ['a method without a controller', { assertionMethod: [{ ...method, controller: undefined }] }],
    ['Ed25519VerificationKey2020', { assertionMethod: [{ ...method, type: 'Ed25519VerificationKey2020' }] }],
    [
      'a JsonWebKey',
      { assertionMethod: [{ id: method.id, type: 'JsonWebKey', controller: issuer, publicKeyJwk: ed.jwk }] },
    ],
    [
      'Ed25519VerificationKey2018 in base58',
      {
        assertionMethod: [
          { id: method.id, type: 'Ed25519VerificationKey2018', publicKeyBase58: base58(ed.bytes.subarray(2)) },
        ],
      },
    ],
    [
      'a key in base64url',
      { assertionMethod: [{ ...method, publicKeyMultibase: `u${ed.bytes.toString('base64url')}` }] },
    ],
  ])('reads %s', async (_name, document) => {
    const found = await resolve(method.id, { [issuerUrl]: { id: issuer, ...document } });
    expect(found).toMatchObject({ kind: 'resolved', controller: issuer, method: method.id });
    expect(isKey(found, ed)).toBe(true);
  });

  it.each<[string, object, string]>([
    [
      'that lists the key for another purpose',
      { verificationMethod: [method], authentication: [method.id] },
      'not-listed',
    ],
    ['that describes the key but lists it for nothing', { verificationMethod: [method] }, 'not-listed'],
    ['that names a key it does not describe', { assertionMethod: [method.id] }, 'not-listed'],
    ['without any key', {}, 'not-listed'],
    [
      'that describes a key of somebody else',
      { assertionMethod: [{ ...method, controller: 'did:web:other.edu' }] },
      'not-listed',
    ],
    [
      'that describes two keys under one id',
      {
        verificationMethod: [method, { ...method, publicKeyMultibase: other.multibase }],
        assertionMethod: [method.id],
      },
      'not-listed',
    ],
    [
      'that embeds two keys under one id',
      { assertionMethod: [method, { ...method, publicKeyMultibase: other.multibase }] },
      'ambiguous-key',
    ],
    ['of another id', { id: 'did:web:other.edu', assertionMethod: [method] }, 'malformed-document'],
    ['without an id', { id: undefined, assertionMethod: [method] }, 'malformed-document'],
    [
      'with the private key as JWK',
      { assertionMethod: [{ id: method.id, publicKeyJwk: ed.privateKey.export({ format: 'jwk' }) }] },
      'private-key',
    ],
    [
      'with the private key in multibase',
      { assertionMethod: [{ ...method, privateKeyMultibase: 'z3u2' }] },
      'private-key',
    ],
    [
      'with the private key of another method',
      { assertionMethod: [method], authentication: [{ id: '#b', secretKeyJwk: {} }] },
      'private-key',
    ],
    ['with two spellings of a key', { assertionMethod: [{ ...method, publicKeyJwk: other.jwk }] }, 'malformed-key'],
    ['with a method without a key', { assertionMethod: [{ id: method.id, type: 'Multikey' }] }, 'malformed-key'],
    [
      'with an Ed25519 method that is another key',
      {
        assertionMethod: [
          { ...method, type: 'Ed25519VerificationKey2020', publicKeyMultibase: anEcKey('P-256').multibase },
        ],
      },
      'malformed-key',
    ],
    [
      'with base58 of an unknown kind',
      { assertionMethod: [{ id: method.id, type: 'Multikey', publicKeyBase58: base58(ed.bytes) }] },
      'unsupported-key',
    ],
    [
      'with a time of revocation that is none',
      { assertionMethod: [{ ...method, revoked: 'yesterday' }] },
      'malformed-key',
    ],
    [
      'with more keys than anyone has',
      { assertionMethod: Array.from({ length: 501 }, () => method.id) },
      'malformed-document',
    ],
  ])('refuses a document %s', async (_name, document, code) => {
    const found = await resolve(method.id, { [issuerUrl]: { id: issuer, ...document } });
    expect(found).toMatchObject({ kind: 'unresolvable', code, retryable: false, url: issuerUrl });
  });

  it('does not take a key out of the fragment', async () => {
    const id = `${issuer}#${ed.multibase}`;
    expect(await resolve(id, { [issuerUrl]: { id: issuer } })).toMatchObject({
      kind: 'unresolvable',
      code: 'not-listed',
    });
    expect(await resolve(id)).toMatchObject({ kind: 'unresolvable', code: 'document-unavailable', retryable: true });
  });

  it('tells when a key expires or was revoked', async () => {
    const times = { expires: '2027-01-01T00:00:00Z', revoked: '2026-06-01T02:00:00+02:00' };
    const found = await resolve(method.id, { [issuerUrl]: { id: issuer, assertionMethod: [{ ...method, ...times }] } });
    expect(found).toMatchObject({
      kind: 'resolved',
      expires: new Date('2027-01-01T00:00:00Z'),
      revoked: new Date('2026-06-01T00:00:00Z'),
    });
  });

  it('takes the only listed key for a bare did:web, and none of several', async () => {
    const found = await resolve(issuer, { [issuerUrl]: aControllerDocument(issuer, ed) });
    expect(found).toMatchObject({ kind: 'resolved', method: `${issuer}#key-1` });
    expect(found.kind === 'resolved' && 'fragment' in found).toBe(false);
    const two = {
      id: issuer,
      assertionMethod: [method, { ...method, id: '#key-2', publicKeyMultibase: other.multibase }],
    };
    expect(await resolve(issuer, { [issuerUrl]: two })).toMatchObject({ code: 'ambiguous-key' });
  });

  it.each([
    ['text', 'not json'],
    ['a page', '<html></html>'],
    ['an array', '[]'],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['more than any document has', JSON.stringify({ ...aControllerDocument(issuer, ed), pad: 'x'.repeat(600_000) })],
  ])('refuses %s in place of the document', async (_name, body) => {
    const source = new DocumentsInMemory({ [issuerUrl]: body });
    const found = await resolveVerificationMethod(`${issuer}#key-1`, 'assertionMethod', source);
    expect(found).toMatchObject({ kind: 'unresolvable', code: 'malformed-document', retryable: false, url: issuerUrl });
  });

  it('says whether asking again can help', async () => {
    const gone = new DocumentsInMemory({ [issuerUrl]: { retryable: false } });
    const found = await resolveVerificationMethod(`${issuer}#key-1`, 'assertionMethod', gone);
    expect(found).toMatchObject({ code: 'document-unavailable', retryable: false, url: issuerUrl });
    expect(await resolve(`${issuer}#key-1`)).toMatchObject({ code: 'document-unavailable', retryable: true });
  });

  it('does not ask for a malformed did:web', async () => {
    const source = new DocumentsInMemory();
    const found = await resolveVerificationMethod('did:web:example.com:..:x#key', 'assertionMethod', source);
    expect(found).toMatchObject({ kind: 'unresolvable', code: 'malformed-id' });
    expect(source.asked).toEqual([]);
  });
});

describe('resolveVerificationMethod of a web address', () => {
  const page = 'https://example.edu/issuers/42';

  it('takes a key that the page lists', async () => {
    const found = await resolve(`${page}#key-1`, { [page]: aControllerDocument(page, ed) });
    expect(found).toMatchObject({ kind: 'resolved', controller: page, method: `${page}#key-1` });
    expect(isKey(found, ed)).toBe(true);
  });

  it.each<[string, Record<string, object | string>, boolean]>([
    ['the page cannot be had', {}, true],
    ['the page is a page', { [page]: '<html></html>' }, false],
    [
      'the page is of another id',
      { [page]: aControllerDocument('https://example.edu/issuers/43', ed, ed.multibase) },
      false,
    ],
    ['the page lists another key', { [page]: aControllerDocument(page, other) }, false],
    ['the page lists no key', { [page]: { id: page, type: 'Profile' } }, false],
    [
      'the page leads elsewhere',
      { [page]: { movedTo: 'https://evil.example/42', body: aControllerDocument(page, ed, ed.multibase) } },
      false,
    ],
  ])('leaves a key in the fragment unproven when %s', async (_name, documents, retryable) => {
    const found = await resolve(`${page}#${ed.multibase}`, documents);
    expect(found).toMatchObject({ kind: 'unproven', method: `${page}#${ed.multibase}`, retryable, url: page });
    expect(isKey(found, ed)).toBe(true);
  });

  it('resolves the same id once the page lists that very key', async () => {
    const found = await resolve(`${page}#${ed.multibase}`, { [page]: aControllerDocument(page, ed, ed.multibase) });
    expect(found).toMatchObject({ kind: 'resolved', controller: page });
  });

  it('takes the listed key over the one in the fragment', async () => {
    const found = await resolve(`${page}#${ed.multibase}`, { [page]: aControllerDocument(page, other, ed.multibase) });
    expect(isKey(found, other)).toBe(true);
  });

  it('does not answer with any key when the page publishes its private one', async () => {
    const document = { id: page, assertionMethod: [{ id: '#a', privateKeyJwk: {} }] };
    expect(await resolve(`${page}#${ed.multibase}`, { [page]: document })).toMatchObject({
      kind: 'unresolvable',
      code: 'private-key',
    });
  });

  it.each([
    ['is corrupt', `${page}#${ed.multibase.replace('z6Mk', 'z6Mkasd')}`],
    ['is a name', `${page}#key-1`],
    ['is missing', page],
  ])('has no key when the page cannot be had and the fragment %s', async (_name, id) => {
    expect(await resolve(id)).toMatchObject({ kind: 'unresolvable', code: 'document-unavailable', retryable: true });
  });

  describe('where the method lies by itself', () => {
    const address = 'https://example.edu/keys/1';
    const method = { id: address, type: 'Multikey', controller: page, publicKeyMultibase: ed.multibase };

    it('takes the key when its controller lists it', async () => {
      const found = await resolve(address, { [address]: method, [page]: { id: page, assertionMethod: [address] } });
      expect(found).toMatchObject({ kind: 'resolved', controller: page, method: address });
      expect(isKey(found, ed)).toBe(true);
    });

    it.each<[string, object, Record<string, object>, string]>([
      ['the controller does not list it', method, { [page]: { id: page, assertionMethod: ['#a'] } }, 'not-listed'],
      [
        'the controller lists it for another purpose',
        method,
        { [page]: { id: page, authentication: [address] } },
        'not-listed',
      ],
      ['the controller cannot be had', method, {}, 'document-unavailable'],
      ['it names no controller', { ...method, controller: undefined }, {}, 'not-listed'],
    ])('refuses it when %s', async (_name, lying, documents, code) => {
      expect(await resolve(address, { [address]: lying, ...documents })).toMatchObject({ kind: 'unresolvable', code });
    });
  });
});

describe('resolveVerificationMethod of anything else', () => {
  it('leaves a key in the fragment of a urn unproven', async () => {
    const found = await resolve(`urn:uuid:0fb32d5c-1b1c-4b0c-8b1a-6a5e5f6a7b8c#${ed.multibase}`);
    expect(found).toMatchObject({ kind: 'unproven', retryable: false });
    expect(isKey(found, ed)).toBe(true);
  });

  it.each([
    ['a key without any scheme', ed.multibase],
    ['an unknown scheme', `xxx:${ed.multibase}`],
    ['an unknown scheme with a fragment', `xxx:a#${ed.multibase}`],
    ['an unknown DID method', `did:example:123#${ed.multibase}`],
    ['a DID method in capitals', `DID:key:${ed.multibase}#${ed.multibase}`],
    ['a relative id', '#key-1'],
    ['nothing', ''],
    ['a file', 'file:///etc/passwd#key-1'],
    ['a DID URL with a path', 'did:web:example.edu/path#key-1'],
  ])('does not know %s, and looks nothing up', async (_name, id) => {
    const source = new DocumentsInMemory();
    expect(await resolveVerificationMethod(id, 'assertionMethod', source)).toMatchObject({
      kind: 'unresolvable',
      code: 'unknown-method',
      retryable: false,
    });
    expect(source.asked).toEqual([]);
  });
});
