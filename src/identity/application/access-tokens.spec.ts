import { createPublicKey, createSecretKey } from 'node:crypto';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type GenerateKeyPairResult,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { FixedClock } from '../../platform/clock/index.js';
import type { Config } from '../../platform/config/index.js';
import { AccessTokens } from './access-tokens.js';
import { KeyDocuments } from './key-documents.js';
import { TokenKeyFetch } from './token-key-fetch.js';

const ISSUER = 'https://login.example.org';
const AUDIENCE = 'https://credence.example.org';
const ORGANIZATION = '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001';
const NOW = new Date('2026-11-01T12:00:00Z');
const now = NOW.getTime() / 1000;
const CLAIMS: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'u1',
  exp: now + 300,
  org: ORGANIZATION,
  roles: ['recruiter'],
};

class Documents extends TokenKeyFetch {
  readonly fetched: string[] = [];
  readonly stored = new Map<string, unknown>();
  override async load(url: string): Promise<Buffer | undefined> {
    this.fetched.push(url);
    return this.stored.has(url) ? Buffer.from(JSON.stringify(this.stored.get(url))) : undefined;
  }
}

const documents = new Documents();
let rsa: GenerateKeyPairResult;
let ec: GenerateKeyPairResult;
let weak: GenerateKeyPairResult;
let tokens: AccessTokens;

beforeAll(async () => {
  rsa = await generateKeyPair('RS256', { extractable: true });
  ec = await generateKeyPair('ES256');
  weak = await generateKeyPair('ES256');
  const keys = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256' },
  ];
  documents.stored.set(`${ISSUER}/.well-known/jwks.json`, { keys });
  const issuer = { issuer: ISSUER, audience: AUDIENCE, organizationClaim: 'org', rolesClaim: 'roles' };
  tokens = new AccessTokens(
    { oidcIssuers: [issuer] } as unknown as Config,
    new KeyDocuments(documents),
    new FixedClock(NOW),
  );
});

const sign = (claims: JWTPayload, header: object = {}, key = ec.privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'ec', ...header }).sign(key);
const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== name));

describe('an access token', () => {
  it('names the person, organization and roles', async () => {
    expect(await tokens.principalFrom(await sign(CLAIMS))).toEqual({
      kind: 'person',
      id: 'https://login.example.org|u1',
      organizationId: ORGANIZATION,
      roles: ['recruiter'],
    });
  });

  it.each([
    ['signed with RSA', () => sign(CLAIMS, { alg: 'RS256', kid: 'rsa' }, rsa.privateKey)],
    ['for several audiences', () => sign({ ...CLAIMS, aud: ['other', AUDIENCE] })],
    ['expired within the tolerance of 30 seconds', () => sign({ ...CLAIMS, exp: now - 29 })],
  ])('is taken when it is %s', async (_name, make) => {
    expect(await tokens.principalFrom(await make())).toBeDefined();
  });

  it.each([
    ['expired', () => sign({ ...CLAIMS, exp: now - 30 })],
    ['not valid yet', () => sign({ ...CLAIMS, nbf: now + 31 })],
    ['without an end', () => sign(without('exp'))],
    ['without a subject', () => sign(without('sub'))],
    ['without an organization', () => sign(without('org'))],
    ['for somebody else', () => sign({ ...CLAIMS, aud: 'other' })],
    ['for nobody', () => sign(without('aud'))],
    ['of another issuer', () => sign({ ...CLAIMS, iss: 'https://evil.example' })],
    ['of no issuer', () => sign(without('iss'))],
    ['of an issuer with a trailing slash', () => sign({ ...CLAIMS, iss: `${ISSUER}/` })],
    ['signed by somebody else', () => sign(CLAIMS, {}, weak.privateKey)],
    [
      'signed with a key that the header brings along',
      async () => sign(CLAIMS, { jwk: await exportJWK(weak.publicKey) }, weak.privateKey),
    ],
    [
      'signed with a key that the header points to',
      () => sign(CLAIMS, { jku: 'https://evil.example/jwks', kid: 'evil' }, weak.privateKey),
    ],
    [
      'with a certificate that the header points to',
      () => sign(CLAIMS, { x5u: 'https://evil.example/x', kid: 'evil' }, weak.privateKey),
    ],
    ['with a path as key id', () => sign(CLAIMS, { kid: '../../etc/passwd' })],
    [
      'with an extension that must be understood',
      () =>
        new SignJWT(CLAIMS)
          .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'ec', crit: ['x'], x: 1 })
          .sign(ec.privateKey, { crit: { x: true } }),
    ],
    ['an ID token', () => sign({ ...CLAIMS, nonce: 'n' }, { typ: 'JWT' })],
    ['of another type', () => sign(CLAIMS, { typ: 'logout+jwt' })],
    ['of no type', () => sign(CLAIMS, { typ: undefined })],
    ['longer than any token', () => sign({ ...CLAIMS, filler: 'x'.repeat(10_000) })],
    ['unsigned', async () => new UnsecuredJWT(CLAIMS).encode()],
    [
      'signed with the public key as a shared secret',
      async () =>
        new SignJWT(CLAIMS)
          .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'rsa' })
          .sign(
            createSecretKey(
              Buffer.from(
                await exportSPKI(createPublicKey({ key: await exportJWK(rsa.publicKey), format: 'jwk' }) as never),
              ),
            ),
          ),
    ],
    ['cut in two', async () => (await sign(CLAIMS)).split('.').slice(0, 2).join('.')],
    ['not a token', async () => 'eyJ.e30.'],
    [
      'changed',
      async () =>
        (await sign(CLAIMS)).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify({ ...CLAIMS, roles: ['admin'] })).toString('base64url')}.`,
        ),
    ],
  ])('is not taken when it is %s', async (_name, make) => {
    expect(await tokens.principalFrom(await make())).toBeUndefined();
  });

  it('never makes us fetch what it points to', () => {
    expect(documents.fetched.filter((url) => !url.startsWith(ISSUER))).toEqual([]);
    // Once for all tokens above, with or without a known key.
    expect(documents.fetched.filter((url) => url.endsWith('/jwks.json'))).toHaveLength(1);
  });

  it('is told from a key by its form', async () => {
    expect(tokens.isToken(await sign(CLAIMS))).toBe(true);
    expect(tokens.isToken('my.bootstrap.key-of-32-characters-or-more')).toBe(false);
  });
});
