import { generateKeyPairSync } from 'node:crypto';
import { type OrganizationKeys, type PinnedKey, readX5c } from './keys/index.js';
import { aBadge } from './testing/badge.js';
import { type CertificateWishes, type TestCertificate, aCertificate, der, hex, x5cOf } from './testing/certificate.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { type IssuerKey, didKeyIssuer, webIssuer } from './testing/issuer-key.js';
import { signJwt } from './testing/sign-jwt.js';
import { verifyHere } from './testing/verify-here.js';

const issuerId = 'https://issuer.example/badges';
const root = aCertificate('Root', { authority: true });
const middle = aCertificate('Middle', { issuer: root, authority: true, keyUsage: 0x04 });
const leafOf = (wishes: CertificateWishes = {}) =>
  aCertificate('Leaf', { issuer: middle, dns: ['issuer.example'], keyUsage: 0x80, ...wishes });

const keysOf = (anchors: TestCertificate[], pins: Record<string, PinnedKey[]> = {}): OrganizationKeys => {
  const reading = anchors.length === 0 ? { ok: true as const, chain: [] } : readX5c(x5cOf(...anchors));
  if (!reading.ok) throw new Error(reading.detail);
  return { anchors: reading.chain, pinnedFor: async (id) => pins[id] ?? [] };
};

/** The badge of an issuer, signed with the first certificate's key and carrying the chain. */
function signed(chain: TestCertificate[], issuer = issuerId, header: object = {}): string {
  const [leaf = root] = chain;
  const key: IssuerKey = { controller: issuer, method: 'x', privateKey: leaf.privateKey, publicKey: leaf.publicKey };
  return signJwt(aBadge(issuer), key, { kid: undefined, x5c: x5cOf(...chain), ...header });
}

const unproven = { verdict: 'unverifiable', reasons: ['binding_unproven'], issuerIdentity: 'unproven' };
const verified = { verdict: 'verified', reasons: ['valid'], issuerIdentity: 'proven' };
const codeOf = (report: { checks: { id: string; code: string }[] }) =>
  report.checks.find(({ id }) => id === 'certificate')?.code;

describe('a credential with certificates', () => {
  it('is verified below a trusted authority that names the issuer, without any look-up', async () => {
    const source = new InMemorySource();
    for (const chain of [
      [leafOf(), middle],
      [leafOf(), middle, root],
    ]) {
      const report = await verifyHere(signed(chain), { keys: keysOf([root]), source });
      expect(report).toMatchObject(verified);
      expect(codeOf(report)).toBe('chain-trusted');
      expect(report.facts?.certificates).toHaveLength(chain.length);
    }
    expect(source.asked).toEqual([]);
  });

  it('is not bound to its issuer without an authority that the organization trusts', async () => {
    for (const keys of [undefined, keysOf([]), keysOf([aCertificate('Root', { authority: true })])]) {
      const report = await verifyHere(signed([leafOf(), middle, root]), keys && { keys });
      expect(report).toMatchObject(unproven);
      expect(codeOf(report)).toBe('no-anchor');
    }
  });

  it.each<[string, TestCertificate[], string]>([
    ['the name of another', [leafOf({ dns: ['other.example'] }), middle], 'other-name'],
    ['a wildcard for a name', [leafOf({ dns: ['*.example'] }), middle], 'other-name'],
    ['no name', [leafOf({ dns: [] }), middle], 'other-name'],
    ['a signer that has run out', [leafOf({ until: '260601120000Z' }), middle], 'outside-dates'],
    ['a signer of tomorrow', [leafOf({ from: '260601120001Z' }), middle], 'outside-dates'],
    ['a signer that is an authority', [leafOf({ authority: true }), middle], 'not-allowed'],
    ['a signer that may only encrypt', [leafOf({ keyUsage: 0x20 }), middle], 'not-allowed'],
    ['a signer for time stamps only', [leafOf({ extendedKeyUsage: ['2b06010505070308'] }), middle], 'not-allowed'],
    [
      'an unknown critical extension',
      [leafOf({ further: der(0x30, hex('06032a0304'), hex('0101ff'), der(0x04, hex('0500'))) }), middle],
      'not-allowed',
    ],
    [
      'a signature by somebody else',
      [leafOf({ signedWith: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }), middle],
      'broken',
    ],
  ])('is not bound by a chain with %s', async (_name, chain, code) => {
    const report = await verifyHere(signed(chain), { keys: keysOf([root]) });
    expect(report).toMatchObject(unproven);
    expect(codeOf(report)).toBe(code);
  });

  it('is not bound by a link that may not certify, or not so many', async () => {
    const plain = aCertificate('Plain', { issuer: root, dns: ['x.example'] });
    const below = leafOf({ issuer: plain });
    expect(codeOf(await verifyHere(signed([below, plain]), { keys: keysOf([root]) }))).toBe('not-allowed');
    const strict = aCertificate('Strict', { authority: true, pathLength: 0 });
    const link = aCertificate('Link', { issuer: strict, authority: true });
    const report = await verifyHere(signed([leafOf({ issuer: link }), link]), { keys: keysOf([strict]) });
    expect(codeOf(report)).toBe('not-allowed');
  });

  it('is named by the host of a did:web and by a URI, and by no host where anybody publishes', async () => {
    const did = 'did:web:issuer.example:badges';
    expect(await verifyHere(signed([leafOf(), middle], did), { keys: keysOf([root]) })).toMatchObject(verified);
    const byUri = leafOf({ dns: [], uris: [did] });
    expect(await verifyHere(signed([byUri, middle], did), { keys: keysOf([root]) })).toMatchObject(verified);
    const shared = signed([leafOf({ dns: ['github.com'] }), middle], 'https://github.com/somebody');
    expect(await verifyHere(shared, { keys: keysOf([root]) })).toMatchObject(unproven);
  });

  it('fails when changed after signing, and when signed with another key than the certificate’s', async () => {
    const [header, payload, signature] = signed([leafOf(), middle]).split('.');
    const altered = Buffer.from(payload ?? '', 'base64url')
      .toString()
      .replace('level 3', 'level 9');
    const token = `${header}.${Buffer.from(altered).toString('base64url')}.${signature}`;
    expect(await verifyHere(token, { keys: keysOf([root]) })).toMatchObject({ reasons: ['invalid_signature'] });
    const other = signed([leafOf()], issuerId, { x5c: x5cOf(leafOf(), middle) });
    expect(await verifyHere(other, { keys: keysOf([root]) })).toMatchObject({ reasons: ['invalid_signature'] });
  });

  it.each<[string, unknown]>([
    ['no list', 'MII'],
    ['an empty list', []],
    ['bytes that are no certificate', ['AAAA']],
    ['no base64', ['***']],
    ['too many', Array.from({ length: 11 }, () => x5cOf(leafOf())[0])],
    ['too long', ['A'.repeat(30_000)]],
  ])('has no key with an x5c of %s', async (_name, x5c) => {
    const token = signed([leafOf()], issuerId, { x5c });
    expect(await verifyHere(token, { keys: keysOf([root]) })).toMatchObject({ reasons: ['unresolvable_key'] });
  });

  it('has no key when the header states another one or another thumbprint beside the certificate', async () => {
    const jwk = root.publicKey.export({ format: 'jwk' });
    for (const header of [{ jwk }, { 'x5t#S256': 'AAAA' }])
      expect(await verifyHere(signed([leafOf(), middle], issuerId, header), { keys: keysOf([root]) })).toMatchObject({
        reasons: ['unresolvable_key'],
      });
  });
});

describe('a key pinned by the organization', () => {
  const issuer = webIssuer('P-256');
  const jwk = { ...issuer.publicKey.export({ format: 'jwk' }), kid: 'key-1' };
  const pinned = (...pins: PinnedKey[]) => keysOf([], { [issuer.controller]: pins });
  const badge = aBadge(issuer.controller);

  it('verifies by its key id, by its thumbprint’s equal in the header, and as the only one', async () => {
    const source = new InMemorySource();
    const stated = issuer.publicKey.export({ format: 'jwk' });
    for (const header of [{}, { kid: undefined }, { kid: undefined, jwk: stated }])
      expect(await verifyHere(signJwt(badge, issuer, header), { keys: pinned({ jwk }), source })).toMatchObject(
        verified,
      );
    expect(source.asked).toEqual([]);
  });

  it('counts for no other issuer and under no other key id', async () => {
    const elsewhere = keysOf([], { 'https://other.example': [{ jwk }] });
    const unresolvable = { reasons: ['unresolvable_key'] };
    expect(await verifyHere(signJwt(badge, issuer), { keys: elsewhere })).toMatchObject(unresolvable);
    const other = signJwt(badge, issuer, { kid: 'key-2' });
    expect(await verifyHere(other, { keys: pinned({ jwk }) })).toMatchObject(unresolvable);
  });

  it('shows a forger', async () => {
    const forger = { ...webIssuer('P-256'), controller: issuer.controller };
    const report = await verifyHere(signJwt(badge, forger), { keys: pinned({ jwk }) });
    expect(report).toMatchObject({ reasons: ['invalid_signature'] });
  });

  it('no longer counts once it has run out', async () => {
    const keys = pinned({ jwk, expires: new Date('2026-06-01T12:00:00Z') });
    expect(await verifyHere(signJwt(badge, issuer), { keys })).toMatchObject(unproven);
  });
});

describe('the addresses in a header', () => {
  it('are never followed', async () => {
    const source = new InMemorySource();
    const school = didKeyIssuer(1);
    const header = { jku: 'https://evil.example/keys', x5u: 'https://evil.example/cert' };
    expect(await verifyHere(signJwt(aBadge(school.controller), school, header), { source })).toMatchObject(verified);
    expect(source.asked).toEqual([]);
  });
});
