import { createHmac } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { JsonObject } from './json.js';
import { aBadge } from './testing/badge.js';
import { aCertificate, x5cOf } from './testing/certificate.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didKeyIssuer, keySetOf, webIssuer } from './testing/issuer-key.js';
import { type Certificate, readX5c } from './keys/index.js';
import { anSdJwt, boundBy, confirmationOf, disclosure } from './testing/sd-jwt.js';
import { signJwt } from './testing/sign-jwt.js';
import { aTokenStatusList, tokenListUrl, tokenStatus } from './testing/token-status-list.js';
import { verifyHere } from './testing/verify-here.js';

const school = didKeyIssuer(1);
const other = didKeyIssuer(2);
const holder = didKeyIssuer(3);
/** 2026-01-01, 2026-03-01 and 2027-01-01; it is noon of 2026-06-01. */
const [start, past, end] = [1_767_225_600, 1_772_323_200, 1_798_761_600];
const claims = {
  vct: 'https://credentials.example/welding',
  iss: school.controller,
  sub: 'did:example:ann',
  iat: start,
  nbf: start,
  exp: end,
};
const grade = disclosure('grade', 'A');
const selective = { ...claims, _sd: [grade.digest], _sd_alg: 'sha-256' };

const verified = { verdict: 'verified', reasons: ['valid'], issuerIdentity: 'proven' };
const failed = (...reasons: string[]) => ({ verdict: 'failed', reasons });
const codesOf = (report: { checks: { id: string; code: string }[] }, id: string): string[] =>
  report.checks.filter((check) => check.id === id).map(({ code }) => code);

describe('verifyCredential of an SD-JWT VC', () => {
  it('verifies what the issuer signed, whatever of it is shown', async () => {
    for (const shown of [[], [grade]]) {
      const report = await verifyHere(anSdJwt(selective, school, shown));
      expect(report).toMatchObject({ ...verified, format: 'sd-jwt-vc' });
      expect(codesOf(report, 'proof')).toEqual(['signature-valid', 'selective']);
      expect(report.facts).toMatchObject({ types: [claims.vct], validUntil: new Date(end * 1000) });
    }
  });

  it('fails what nobody signed: a disclosure that was changed, added or put in by another issuer', async () => {
    for (const foreign of [disclosure('grade', 'A+'), disclosure('honours', true), disclosure('exp', end * 2)])
      expect(await verifyHere(anSdJwt(selective, school, [grade, foreign]))).toMatchObject(failed('invalid_signature'));
    const [, , signature] = anSdJwt(selective, school).slice(0, -1).split('.');
    const [header, payload] = anSdJwt({ ...selective, sub: 'did:example:eve' }, school)
      .slice(0, -1)
      .split('.');
    expect(await verifyHere(`${header}.${payload}.${signature}~`)).toMatchObject(failed('invalid_signature'));
  });

  it('does not let a disclosure stand for a claim that decides about validity', async () => {
    const later = disclosure('exp', end * 2);
    const report = await verifyHere(anSdJwt({ ...claims, exp: undefined, _sd: [later.digest] }, school, [later]));
    expect(report).toMatchObject({ ...failed('malformed'), format: 'sd-jwt-vc' });
    expect(report.checks).toMatchObject([{ id: 'format', code: 'disclosed-claim' }]);
  });

  it.each<[string, JsonObject, object]>([
    ['before its start', { nbf: end }, failed('not_yet_valid')],
    ['after its end', { exp: past }, failed('expired')],
    ['with an end before its start', { exp: start - 1 }, failed('malformed', 'expired')],
    ['with dates that are no numbers', { exp: '2027-01-01' }, failed('malformed')],
    ['without a type', { vct: '' }, failed('malformed')],
    ['with an issuer that is no URL', { iss: 'school' }, failed('malformed', 'issuer_mismatch')],
    ['of another issuer than the key’s', { iss: other.controller }, failed('issuer_mismatch')],
    ['with a holder’s key that is no object', { cnf: 'key' }, failed('malformed')],
  ])('fails one %s', async (_name, overrides, expected) => {
    const { reasons, verdict } = await verifyHere(anSdJwt({ ...claims, ...overrides }, school));
    expect({ verdict, reasons }).toEqual(expected);
  });

  it.each<[string, JsonObject, object]>([
    ['alg none', { alg: 'none' }, failed('unsigned')],
    ['a shared secret', { alg: 'HS256' }, failed('malformed')],
    ['an algorithm of another kind of key', { alg: 'RS256' }, failed('invalid_signature')],
    ['critical parameters', { crit: ['x'], x: 1 }, failed('malformed')],
    ['another type', { typ: 'at+jwt' }, failed('malformed')],
    ['no type', { typ: undefined }, failed('malformed')],
    ['a kid of another issuer', { kid: other.method }, failed('invalid_signature')],
    ['a kid that climbs', { kid: `${school.controller}/../${other.method}` }, { verdict: 'unverifiable' }],
  ])('does not verify one with %s', async (_name, header, expected) => {
    expect(await verifyHere(anSdJwt(claims, school, [], header))).toMatchObject(expected);
  });

  it('does not take the public key of the issuer for a shared secret', async () => {
    const [header, payload] = anSdJwt(claims, school, [], { alg: 'HS256' }).split('.');
    const secret = school.publicKey.export({ type: 'spki', format: 'pem' });
    const mac = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
    expect(await verifyHere(`${header}.${payload}.${mac}~`)).toMatchObject(failed('malformed'));
  });

  it('takes a key from the issuer’s metadata and does not believe one that comes along', async () => {
    const issuer = webIssuer('P-256', 'https://issuer.example/badges');
    const metadata = { issuer: issuer.controller, jwks: keySetOf(issuer) };
    const source = new InMemorySource().serve('https://issuer.example/.well-known/jwt-vc-issuer/badges', metadata);
    const signed = { ...claims, iss: issuer.controller };
    expect(await verifyHere(anSdJwt(signed, issuer), { source })).toMatchObject(verified);
    const jwk = other.publicKey.export({ format: 'jwk' });
    const forged = anSdJwt(signed, other, [], { kid: undefined, jwk });
    expect(await verifyHere(forged, { source })).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['binding_unproven'],
    });
  });

  it('knows the issuer by a certificate that a trusted authority made', async () => {
    const authority = aCertificate('Root', { authority: true });
    const signer = aCertificate('School', { issuer: authority, uris: ['https://school.example'] });
    const key = { ...signer, controller: 'https://school.example', method: 'x5c' };
    const header = { kid: undefined, x5c: x5cOf(signer) };
    const { iss: _iss, ...unnamed } = claims;
    const keys = { anchors: [anchorOf(authority.der)], pinnedFor: () => Promise.resolve([]) };
    for (const stated of [{ ...claims, iss: 'https://school.example' }, unnamed]) {
      const report = await verifyHere(anSdJwt(stated, key, [], header), { keys });
      expect(report).toMatchObject({ ...verified, facts: { issuer: { id: 'https://school.example' } } });
    }
    const unknown = await verifyHere(anSdJwt(unnamed, key, [], header));
    expect(unknown).toMatchObject({ verdict: 'unverifiable', reasons: ['binding_unproven'] });
  });

  it('reads without the mark at the end, with the digests taken out', async () => {
    const bare = signJwt(selective, school, { typ: 'vc+sd-jwt' });
    const report = await verifyHere(bare);
    expect(report).toMatchObject({ ...verified, format: 'sd-jwt-vc' });
  });

  it('knows its subject by DID and by e-mail address', async () => {
    const candidate = { emails: ['ann@example.org'], dids: ['did:example:ann'] };
    const mail = disclosure('email', 'Ann@example.org');
    const { sub: _sub, ...nameless } = claims;
    const outcomeOf = async (stated: JsonObject) =>
      (await verifyHere(anSdJwt(stated, school, '_sd' in stated ? [mail] : []), { candidate })).recipient.outcome;
    expect(await outcomeOf(claims)).toBe('match');
    expect(await outcomeOf({ ...claims, sub: 'did:example:bob' })).toBe('mismatch');
    expect(await outcomeOf({ ...nameless, _sd: [mail.digest] })).toBe('match');
    expect(await outcomeOf(nameless)).toBe('not_checked');
  });

  it('is unsupported with digests of a kind that can be forged', async () => {
    const report = await verifyHere(anSdJwt({ ...claims, _sd_alg: 'sha-1' }, school));
    expect(report).toMatchObject({ verdict: 'unsupported', format: 'sd-jwt-vc' });
  });
});

describe('verifyCredential of a W3C credential as SD-JWT', () => {
  const name = disclosure('name', 'Ann');

  it('judges it in its own format, with what was disclosed', async () => {
    const badge = aBadge(school.controller);
    const subject = { ...(badge.credentialSubject as JsonObject), _sd: [name.digest] };
    const token = anSdJwt({ ...badge, credentialSubject: subject }, school, [name], { typ: 'vc+sd-jwt', cty: 'vc' });
    expect(await verifyHere(token)).toMatchObject({
      ...verified,
      format: 'openbadges-3',
      facts: { subjects: [{ name: 'Ann' }] },
    });
  });

  it('fails one whose type is that of another kind of token', async () => {
    const token = anSdJwt(aBadge(school.controller), school, [], { typ: 'vc+jwt' });
    expect(await verifyHere(token)).toMatchObject(failed('malformed'));
  });
});

describe('the signature of a holder at the end of an SD-JWT', () => {
  const bound = { ...selective, cnf: confirmationOf(holder) };
  const sdJwt = anSdJwt(bound, school, [grade]);

  it('is seen and does not change the verdict, as nobody here had asked for it', async () => {
    const report = await verifyHere(boundBy(holder, sdJwt));
    expect(report).toMatchObject(verified);
    expect(codesOf(report, 'presentation')).toEqual(['challenge-unknown']);
    expect(codesOf(await verifyHere(sdJwt), 'presentation')).toEqual(['none']);
  });

  it('fails when it is of another key, or was made over another presentation', async () => {
    expect(await verifyHere(boundBy(other, sdJwt))).toMatchObject(failed('invalid_signature'));
    const whole = boundBy(holder, sdJwt);
    const moved = whole.replace(`~${grade.text}~`, '~');
    const report = await verifyHere(moved);
    expect(report).toMatchObject(failed('invalid_signature'));
    expect(codesOf(report, 'presentation')).toEqual(['holder-sd-hash']);
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['another type', {}, { typ: 'JWT' }],
    ['alg none', {}, { alg: 'none' }],
    ['a shared secret', {}, { alg: 'HS256' }],
    ['critical parameters', {}, { crit: ['x'], x: 1 }],
    ['no nonce', { nonce: undefined }, {}],
    ['two audiences', { aud: ['a', 'b'] }, {}],
    ['no time', { iat: undefined }, {}],
    ['a time that is yet to come', { iat: end }, {}],
    ['no digest', { sd_hash: undefined }, {}],
  ])('is malformed with %s', async (_name, said, header) => {
    expect(await verifyHere(boundBy(holder, sdJwt, said, header))).toMatchObject(failed('malformed'));
  });

  it('is malformed where the issuer named no key, or a private one', async () => {
    for (const cnf of [undefined, {}, { jwk: holder.privateKey.export({ format: 'jwk' }) }, { kid: 'x' }])
      expect(await verifyHere(boundBy(holder, anSdJwt({ ...claims, cnf }, school)))).toMatchObject(failed('malformed'));
  });

  it('may be by a key in the document of a DID', async () => {
    const byDid = anSdJwt({ ...claims, cnf: { kid: holder.method } }, school);
    expect(codesOf(await verifyHere(boundBy(holder, byDid)), 'presentation')).toEqual(['challenge-unknown']);
    const unknown = anSdJwt({ ...claims, cnf: { kid: 'did:web:holder.example#key' } }, school);
    expect(await verifyHere(boundBy(holder, unknown))).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['unresolvable_key'],
      retryable: true,
    });
  });
});

describe('a Token Status List', () => {
  const listed = (idx: unknown, uri?: unknown) => anSdJwt({ ...claims, status: tokenStatus(idx, uri) }, school);
  const check = async (token: string, list: unknown) => {
    const report = await verifyHere(token, { source: new InMemorySource().serve(tokenListUrl, list) });
    return { verdict: report.verdict, reasons: report.reasons, codes: codesOf(report, 'status') };
  };

  // 0b0000_0010: with one bit each, counted from the right, the second status (index 1) is set.
  it('is read from the right-most bit on', async () => {
    const list = aTokenStatusList(school, [0b0000_0010, 0]);
    expect(await check(listed(0), list)).toMatchObject({ verdict: 'verified', codes: ['not-revoked'] });
    expect(await check(listed(1), list)).toMatchObject(failed('revoked'));
    expect(await check(listed(15), list)).toMatchObject({ verdict: 'verified' });
  });

  it('tells valid, invalid, suspended and unknown values apart, in 2, 4 and 8 bits', async () => {
    // 0b11_10_01_00: values 0, 1, 2, 3 from the right.
    const two = aTokenStatusList(school, [0b1110_0100], { bits: 2 });
    expect(await check(listed(0), two)).toMatchObject({ verdict: 'verified' });
    expect(await check(listed(1), two)).toMatchObject(failed('revoked'));
    expect(await check(listed(2), two)).toMatchObject(failed('suspended'));
    expect(await check(listed(3), two)).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['status_unavailable'],
      codes: ['unknown-value'],
    });
    expect(await check(listed(1), aTokenStatusList(school, [0x20], { bits: 4 }))).toMatchObject(failed('suspended'));
    expect(await check(listed(1), aTokenStatusList(school, [0, 1], { bits: 8 }))).toMatchObject(failed('revoked'));
  });

  it('decides also about a W3C credential in a JWT', async () => {
    const badge = { ...aBadge(school.controller), status: tokenStatus(1) };
    expect(await check(signJwt(badge, school), aTokenStatusList(school, [2]))).toMatchObject(failed('revoked'));
    expect(await check(signJwt({ ...badge, status: 'done' }, school), '')).toMatchObject({ codes: ['none-declared'] });
  });

  it.each<[string, string, string]>([
    ['past its end', aTokenStatusList(school, []), 'out-of-range'],
    ['of another address', aTokenStatusList(school, [0], { overrides: { sub: 'https://x.example' } }), 'wrong-list'],
    ['that ran out', aTokenStatusList(school, [0], { overrides: { exp: past } }), 'list-not-verified'],
    ['that is yet to come', aTokenStatusList(school, [0], { overrides: { iat: end } }), 'list-not-verified'],
    ['without a time', aTokenStatusList(school, [0], { overrides: { iat: undefined } }), 'list-not-verified'],
    ['of another type', aTokenStatusList(school, [0], { header: { typ: 'JWT' } }), 'wrong-type'],
    ['that is no JWT', '{}', 'wrong-type'],
    ['with three bits each', aTokenStatusList(school, [0], { bits: 3 }), 'unreadable-bits'],
    ['that is not packed', aTokenStatusList(school, [0], { lst: 'AAAA' }), 'unreadable-bits'],
    ['signed by another', aTokenStatusList(other, [0]), 'list-not-verified'],
    ['signed by nobody', aTokenStatusList(school, [0], { header: { alg: 'none' } }), 'list-not-verified'],
    [
      'with another’s name and key',
      aTokenStatusList(other, [0], { overrides: { iss: school.controller } }),
      'list-not-verified',
    ],
  ])('says nothing %s', async (_name, list, code) => {
    expect(await check(listed(0), list)).toEqual({
      verdict: 'unverifiable',
      reasons: ['status_list_invalid'],
      codes: [code],
    });
  });

  it('may be kept by another who signs for it, which is a remark', async () => {
    const list = aTokenStatusList(other, [0], { overrides: { iss: other.controller } });
    expect(await check(listed(0), list)).toMatchObject({
      verdict: 'verified',
      codes: ['not-revoked', 'other-list-issuer'],
    });
  });

  it('is not unpacked beyond 16 MiB', async () => {
    // 17 MiB of zeros, packed into some 17 kB.
    const bomb = deflateSync(Buffer.alloc(17 * 1024 * 1024)).toString('base64url');
    expect((await check(listed(0), aTokenStatusList(school, [], { lst: bomb }))).codes).toEqual(['unreadable-bits']);
  });

  it('that cannot be had leaves the question open', async () => {
    const report = await verifyHere(listed(0));
    expect(report).toMatchObject({ verdict: 'unverifiable', reasons: ['status_unavailable'], retryable: true });
  });

  it.each([
    ['no list', { other: {} }, 'status_unavailable'],
    ['a negative index', tokenStatus(-1), 'status_list_invalid'],
    ['an index as text', tokenStatus('1'), 'status_list_invalid'],
    ['no address', tokenStatus(1, 7), 'status_list_invalid'],
  ])('is not looked for with %s', async (_name, status, reason) => {
    expect((await verifyHere(anSdJwt({ ...claims, status }, school))).reasons).toEqual([reason]);
  });

  it('is looked at again when it says', async () => {
    const list = aTokenStatusList(school, [0], { overrides: { ttl: 7_200 } });
    const source = new InMemorySource().serve(tokenListUrl, list);
    const report = await verifyHere(listed(0), { source });
    // Two hours in milliseconds.
    expect(report.statusGoodForMs).toBe(7_200_000);
    expect(report.facts?.statusEntries).toEqual([{ types: ['status_list'], list: tokenListUrl, index: '0' }]);
  });
});

function anchorOf(der: Buffer): Certificate {
  const reading = readX5c([der.toString('base64')]);
  const [anchor] = reading.ok ? reading.chain : [];
  if (!anchor) throw new Error('the certificate of the test cannot be read');
  return anchor;
}
