import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { IssuerKey } from '../testing/issuer-key.js';
import { aBadgeClass, aKeyDocument, anAssertion, aProfile, at, publishing } from '../testing/open-badge.js';
import { signJwt } from '../testing/sign-jwt.js';
import { verifyHere } from '../testing/verify-here.js';

const rsaKey = (): IssuerKey => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
  controller: at.issuer,
  method: at.key,
});
const key = rsaKey();
const other = rsaKey();
const header = { typ: 'JWT', kid: undefined };

const aSigned = (overrides: JsonObject = {}) =>
  anAssertion({ id: 'urn:uuid:1', verification: { type: 'signed', creator: at.key }, ...overrides });
const sign = (overrides: JsonObject = {}, by = key) => signJwt(aSigned(overrides), by, header);

function world(profile: JsonObject = {}, keyDocument: JsonObject = {}) {
  return publishing(anAssertion(), aBadgeClass(), aProfile({ publicKey: at.key, ...profile })).serve(
    at.key,
    aKeyDocument(key.publicKey, keyDocument),
  );
}

describe('a signed badge', () => {
  it('is verified by a key that its issuer’s profile lists', async () => {
    const report = await verifyHere(sign(), { source: world(), candidate: { emails: ['ann@example.org'], dids: [] } });
    expect(report).toMatchObject({
      format: 'openbadges-2',
      verdict: 'verified',
      recipient: { outcome: 'match' },
      facts: { issuer: { id: at.issuer }, achievement: { name: 'Welding, level 3' } },
    });
  });

  it('is verified by any key of the profile when it names none', async () => {
    const source = world({ publicKey: ['https://badges.example.org/keys/0', at.key] }).serve(
      'https://badges.example.org/keys/0',
      aKeyDocument(other.publicKey, { id: 'https://badges.example.org/keys/0' }),
    );
    expect(await verifyHere(sign({ verification: { type: 'signed' } }), { source })).toMatchObject({
      verdict: 'verified',
    });
  });

  it.each([
    ['by id', 'urn:uuid:1'],
    ['with a reason', { id: 'urn:uuid:1', revocationReason: 'Issued by mistake.' }],
    ['by uid', { uid: 'abc' }],
  ])('is revoked when the list of its issuer names it %s', async (_name, entry) => {
    const source = world({ revocationList: at.list }).serve(at.list, {
      type: 'RevocationList',
      issuer: at.issuer,
      revokedAssertions: [entry],
    });
    expect(await verifyHere(sign({ uid: 'abc' }), { source })).toMatchObject({
      verdict: 'failed',
      reasons: ['revoked'],
    });
  });

  it('is not revoked by a list that names others', async () => {
    const source = world({ revocationList: at.list }).serve(at.list, {
      type: 'RevocationList',
      revokedAssertions: ['urn:uuid:2'],
    });
    expect(await verifyHere(sign(), { source })).toMatchObject({ verdict: 'verified' });
  });

  it.each([
    ['out of reach', undefined, 'status_unavailable'],
    [
      'of another issuer',
      { type: 'RevocationList', issuer: 'https://other.example.org/', revokedAssertions: [] },
      'status_list_invalid',
    ],
    ['no list', { type: 'RevocationList' }, 'status_list_invalid'],
  ])('cannot be told when the list is %s', async (_name, list, reason) => {
    const source = world({ revocationList: at.list });
    if (list) source.serve(at.list, list);
    expect(await verifyHere(sign(), { source })).toMatchObject({
      verdict: 'unverifiable',
      reasons: [reason],
      retryable: true,
    });
  });

  it('cannot be told while the key is out of reach', async () => {
    const source = publishing(anAssertion(), aBadgeClass(), aProfile({ publicKey: at.key }));
    expect(await verifyHere(sign(), { source })).toMatchObject({ reasons: ['unresolvable_key'], retryable: true });
  });

  it('of 1.0 is bound by the host of its key, which is a bare PEM', async () => {
    const older = {
      uid: 'abc',
      recipient: { type: 'email', hashed: false, identity: 'ann@example.org' },
      badge: at.badge,
      issuedOn: 1767225600,
      verify: { type: 'signed', url: at.key },
    };
    const pem = String(key.publicKey.export({ type: 'spki', format: 'pem' }));
    const source = publishing().serve(at.key, pem);
    expect(await verifyHere(signJwt(older, key, header), { source })).toMatchObject({
      format: 'openbadges-1',
      verdict: 'verified',
      // 1767225600 s = 2026-01-01T00:00:00Z
      facts: { validFrom: new Date('2026-01-01T00:00:00Z') },
    });
    const elsewhere = 'https://impostor.example.net/key.pem';
    const forged = signJwt({ ...older, verify: { type: 'signed', url: elsewhere } }, key, header);
    expect(await verifyHere(forged, { source: publishing().serve(elsewhere, pem) })).toMatchObject({
      reasons: ['binding_unproven'],
    });
  });

  it('is verified by a key that the organization pinned, with nothing of the issuer’s listed', async () => {
    const jwk = key.publicKey.export({ format: 'jwk' });
    const keys = {
      anchors: [],
      pinnedFor: (id: string) => Promise.resolve(id === at.issuer ? [{ jwk: { ...jwk, kid: at.key } }] : []),
    };
    expect(await verifyHere(sign(), { source: publishing(), keys })).toMatchObject({ verdict: 'verified' });
  });
});

describe('a signed badge of an impostor', () => {
  it('is not verified with any letter of it changed', async () => {
    const [head = '', , signature = ''] = sign().split('.');
    const changed = aSigned({ recipient: { type: 'email', hashed: false, identity: 'mallory@example.org' } });
    const forged = [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    expect(await verifyHere(forged, { source: world() })).toMatchObject({
      verdict: 'failed',
      reasons: ['invalid_signature'],
      recipient: { outcome: 'not_checked' },
    });
  });

  it('is not the issuer’s when signed with a key that the profile does not list', async () => {
    const mine = 'https://impostor.example.net/key';
    const source = world().serve(mine, aKeyDocument(other.publicKey, { id: mine }));
    expect(
      await verifyHere(sign({ verification: { type: 'signed', creator: mine } }, other), { source }),
    ).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['binding_unproven'],
    });
  });

  it('is not the issuer’s when the document of the key names another owner', async () => {
    const source = world({}, { owner: 'https://impostor.example.net/profile' });
    expect(await verifyHere(sign(), { source })).toMatchObject({ verdict: 'failed', reasons: ['issuer_mismatch'] });
  });

  it('does not choose how it is checked', async () => {
    const pem = String(key.publicKey.export({ type: 'spki', format: 'pem' }));
    const asSecret = tokenOf({ alg: 'HS256' }, (input) => createHmac('sha256', pem).update(input).digest('base64url'));
    expect(await verifyHere(asSecret, { source: world() })).toMatchObject({
      verdict: 'failed',
      reasons: ['malformed'],
    });
    const unsigned = tokenOf({ alg: 'none' }, () => '');
    expect(await verifyHere(unsigned, { source: world() })).toMatchObject({ verdict: 'failed', reasons: ['unsigned'] });
    expect(await verifyHere(aSigned(), { source: world() })).toMatchObject({
      verdict: 'failed',
      reasons: ['unsigned'],
    });
    const ownKey = signJwt(aSigned(), other, { ...header, jwk: other.publicKey.export({ format: 'jwk' }) });
    expect(await verifyHere(ownKey, { source: world() })).toMatchObject({ reasons: ['invalid_signature'] });
  });

  it.each([
    [
      'short',
      { ...generateKeyPairSync('rsa', { modulusLength: 1024 }), controller: '', method: '' },
      'publicKey' as const,
    ],
    ['private', key, 'privateKey' as const],
  ])('is not checked with a key that is %s', async (_name, pair, part) => {
    const type = part === 'publicKey' ? 'spki' : 'pkcs8';
    const publicKeyPem = pair[part].export({ type, format: 'pem' } as never);
    const source = world({}, { publicKeyPem });
    expect(await verifyHere(sign({}, pair), { source })).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['unresolvable_key'],
    });
  });
});

function tokenOf(head: JsonObject, signatureOver: (input: string) => string): string {
  const input = [head, aSigned()].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${signatureOver(input)}`;
}
