import { createHmac } from 'node:crypto';
import type { JsonObject } from './json.js';
import { aBadge, anOlderBadge } from './testing/badge.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { type IssuerKey, didKeyIssuer, keySetOf, webIssuer } from './testing/issuer-key.js';
import { signJwt } from './testing/sign-jwt.js';
import { verifyHere } from './testing/verify-here.js';

const school = didKeyIssuer(1);
const other = didKeyIssuer(2);
const badge = aBadge(school.controller);
const older = anOlderBadge(school.controller);
const subjectId = 'did:example:ann';
/** 2026-01-01T00:00:00Z, when the badge starts. */
const start = 1_767_225_600;
const olderClaims = { vc: older, iss: school.controller, sub: subjectId, jti: badge.id, nbf: start };

const verified = { verdict: 'verified', reasons: ['valid'], issuerIdentity: 'proven' };
const failed = (...reasons: string[]) => ({ verdict: 'failed', reasons });
const codes = (report: { checks: { code: string; outcome: string }[] }, outcome: string): string[] =>
  report.checks.filter((check) => check.outcome === outcome).map(({ code }) => code);

describe('verifyCredential of a JWT', () => {
  it('verifies a credential of 2.0 that is the payload', async () => {
    expect(await verifyHere(signJwt(badge, school))).toMatchObject({ ...verified, format: 'openbadges-3' });
  });

  it('verifies a credential of 1.1 in the vc claim', async () => {
    expect(await verifyHere(signJwt(olderClaims, school))).toMatchObject(verified);
  });

  it.each([
    ['P-256', webIssuer('P-256')],
    ['RSA', webIssuer('RSA')],
  ])('verifies with a %s key of the issuer’s key set, but not with one of another', async (_kind, issuer) => {
    const source = new InMemorySource().serve(`${issuer.controller}/.well-known/jwks.json`, keySetOf(issuer));
    expect(await verifyHere(signJwt(aBadge(issuer.controller), issuer), { source })).toMatchObject(verified);
    const forger: IssuerKey = { ...webIssuer('P-256'), controller: issuer.controller };
    const forged = await verifyHere(signJwt(aBadge(issuer.controller), forger), { source });
    expect(forged).toMatchObject(failed('invalid_signature'));
  });

  it('checks with the key of the header and does not take it for the issuer’s', async () => {
    const issuer = webIssuer('P-256');
    const jwk = issuer.publicKey.export({ format: 'jwk' });
    const token = signJwt(aBadge(issuer.controller), issuer, { kid: undefined, jwk });
    expect(await verifyHere(token)).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['binding_unproven'],
      retryable: true,
    });
    const [header, , signature] = token.split('.');
    const altered = Buffer.from(JSON.stringify(aBadge(issuer.controller, { name: 'x' }))).toString('base64url');
    expect(await verifyHere(`${header}.${altered}.${signature}`)).toMatchObject(failed('invalid_signature'));
  });

  it('cannot verify what names no key', async () => {
    const issuer = webIssuer('P-256');
    const report = await verifyHere(signJwt(aBadge(issuer.controller), issuer, { kid: undefined }));
    expect(report).toMatchObject({ verdict: 'unverifiable', reasons: ['unresolvable_key'] });
  });

  it('fails what the key of another signed', async () => {
    expect(await verifyHere(signJwt(badge, other))).toMatchObject(failed('issuer_mismatch'));
  });

  describe('header', () => {
    it.each([
      ['alg none', { alg: 'none' }, failed('unsigned')],
      ['a shared secret', { alg: 'HS256' }, failed('malformed')],
      ['an algorithm of another key', { alg: 'ES256' }, failed('invalid_signature')],
      ['an unknown algorithm', { alg: 'ES256K' }, { verdict: 'unsupported' }],
      ['no algorithm', { alg: 1 }, failed('malformed')],
      ['a name of an object’s own member', { alg: 'constructor' }, { verdict: 'unsupported' }],
      ['critical parameters', { crit: ['exp'], exp: 1 }, failed('malformed')],
      ['an unencoded payload', { b64: false }, failed('malformed')],
      ['a kid that is no text', { kid: 7 }, failed('malformed')],
      ['an unknown typ', { typ: 'at+jwt' }, failed('malformed')],
      ['an unknown cty', { cty: 'JWT' }, failed('malformed')],
      ['a typ that is no text', { typ: ['vc+jwt'] }, failed('malformed')],
      ['typ jwt', { typ: 'JWT' }, verified],
      ['typ as a media type', { typ: 'application/vc+jwt', cty: 'vc' }, verified],
      ['no typ', { typ: undefined }, verified],
      ['the other name of Ed25519', { alg: 'Ed25519' }, verified],
      ['an unknown harmless parameter', { other: 1 }, verified],
    ])('judges %s', async (_name, header, expected) => {
      expect(await verifyHere(signJwt(badge, school, header))).toMatchObject(expected);
    });

    it('does not take a public key for a shared secret', async () => {
      const [, payload] = signJwt(badge, school).split('.');
      const header = Buffer.from(JSON.stringify({ alg: 'HS256', kid: school.method })).toString('base64url');
      const secret = school.publicKey.export({ format: 'der', type: 'spki' });
      const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
      expect(await verifyHere(`${header}.${payload}.${signature}`)).toMatchObject(failed('malformed'));
    });
  });

  describe('claims beside a credential that is the payload', () => {
    it.each<[string, JsonObject, object]>([
      ['the same issuer', { iss: school.controller }, verified],
      ['another issuer', { iss: other.controller }, failed('issuer_mismatch')],
      ['the same subject', { sub: subjectId }, verified],
      ['another subject', { sub: 'did:example:bob' }, failed('malformed')],
      ['the same id', { jti: badge.id }, verified],
      ['another id', { jti: 'urn:uuid:1' }, failed('malformed')],
      ['the same start', { nbf: start }, verified],
      ['another start', { nbf: start + 1 }, failed('malformed')],
      ['a start that is a text', { nbf: '2026-01-01T00:00:00Z' }, failed('malformed')],
      // The clock stands at 2026-06-01T12:00:00Z, which is 1780315200.
      ['an end that has come', { exp: 1_780_315_200 }, failed('expired')],
      ['an end that comes', { exp: 1_780_315_201 }, verified],
      ['an end beyond all calendars', { exp: 1e300 }, failed('malformed')],
      ['iat as a text', { iat: '2010-01-01T19:23:24Z' }, verified],
      ['a vc claim as well', { vc: older }, failed('malformed')],
      ['a vp claim', { vp: {} }, failed('malformed')],
    ])('judges %s', async (_name, claims, expected) => {
      expect(await verifyHere(signJwt({ ...badge, ...claims }, school))).toMatchObject(expected);
    });

    it('takes the narrower dates of a plain credential', async () => {
      const plain = { ...badge, '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'] };
      const late = await verifyHere(signJwt({ ...plain, nbf: 1_780_315_201 }, school));
      expect(late).toMatchObject(failed('not_yet_valid'));
      const longer = { ...plain, validUntil: '2026-05-01T00:00:00Z', exp: 4_000_000_000 };
      expect(await verifyHere(signJwt(longer, school))).toMatchObject(failed('expired'));
    });

    it('warns when sub is missing', async () => {
      expect(codes(await verifyHere(signJwt(badge, school)), 'warning')).toEqual(['sub-missing']);
      expect(codes(await verifyHere(signJwt({ ...badge, sub: subjectId }, school)), 'warning')).toEqual([]);
    });
  });

  describe('claims around a vc claim', () => {
    it('verifies when the credential leaves out what the JWT says', async () => {
      const { issuer: _i, id: _id, issuanceDate: _d, ...rest } = older;
      expect(await verifyHere(signJwt({ ...olderClaims, vc: rest }, school))).toMatchObject(verified);
    });

    it.each<[string, JsonObject, object]>([
      ['another issuer', { iss: other.controller }, failed('issuer_mismatch')],
      ['another subject', { sub: 'did:example:bob' }, failed('malformed')],
      ['another id', { jti: 'urn:uuid:1' }, failed('malformed')],
      ['another start', { nbf: start - 1 }, failed('malformed')],
      ['an end that has come', { exp: start }, failed('expired')],
    ])('judges %s', async (_name, claims, expected) => {
      expect(await verifyHere(signJwt({ ...olderClaims, ...claims }, school))).toMatchObject(expected);
    });
  });

  it('fails a JWT whose inline context gives a standard word another meaning', async () => {
    const context = [...(badge['@context'] as string[]), { issuer: 'https://example.org/#other' }];
    expect(await verifyHere(signJwt({ ...badge, '@context': context }, school))).toMatchObject(failed('malformed'));
  });

  it('fails a JWT without an issuer', async () => {
    const { issuer: _issuer, ...rest } = badge;
    expect(await verifyHere(signJwt(rest, school))).toMatchObject(failed('malformed'));
  });
});
