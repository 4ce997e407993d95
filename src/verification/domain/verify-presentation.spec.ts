import type { JsonObject } from './json.js';
import { aBadge, aSubject } from './testing/badge.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didDocumentOf, didKeyIssuer, didWebIssuer } from './testing/issuer-key.js';
import {
  anEnvelope,
  aPresentation,
  issuedChallenges,
  ours,
  presentedAsJwt,
  presentedBy,
} from './testing/presentation.js';
import { anSdJwt, boundBy, confirmationOf } from './testing/sd-jwt.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { signJwt } from './testing/sign-jwt.js';
import { verifyHere } from './testing/verify-here.js';

const school = didKeyIssuer(1);
const holder = didKeyIssuer(3);
const other = didKeyIssuer(4);
const challenges = issuedChallenges({ [ours.challenge]: 'open', used: 'used', old: 'expired' });

const presented = { verdict: 'verified', recipient: { outcome: 'match', code: 'presented' } };
const failed = (...reasons: string[]) => ({ verdict: 'failed', reasons });
const notAnswered = (code: string) => ({
  verdict: 'unverifiable',
  reasons: ['binding_unproven'],
  recipient: { outcome: 'not_checked', code },
});

const badge = signEmbedded(
  aBadge(school.controller, { credentialSubject: aSubject({ id: holder.controller }) }),
  school,
);
const presentation = async (overrides: JsonObject = {}): Promise<JsonObject> =>
  aPresentation(holder.controller, [await badge], overrides);

describe('verifyCredential of a presentation', () => {
  it('shows that its holder presented it, by a proof inside and as a JWT of either data model', async () => {
    const whole = await presentation();
    const claims = { iss: holder.controller, vp: { ...whole, '@context': ['https://www.w3.org/2018/credentials/v1'] } };
    const older = signJwt({ ...claims, nonce: ours.challenge, aud: [ours.domain] }, holder, { typ: 'JWT' });
    for (const document of [await presentedBy(holder, whole), presentedAsJwt(holder, whole), older]) {
      const report = await verifyHere(document, { challenges });
      expect(report).toMatchObject({ ...presented, format: 'verifiable-presentation', facts: { subjects: [] } });
      expect(report.presented).toEqual({ requestId: `request of ${ours.challenge}`, holder: holder.controller });
      expect(report.contained).toMatchObject([{ path: '/verifiableCredential/0' }]);
    }
  });

  it.each([
    ['a challenge that was not issued', { challenge: 'x' }, 'challenge-unknown'],
    ['a challenge that was answered before', { challenge: 'used' }, 'challenge-used'],
    ['a challenge that ran out', { challenge: 'old' }, 'challenge-expired'],
    ['no challenge', { challenge: undefined }, 'no-challenge'],
    ['another domain', { domain: 'evil.example' }, 'other-domain'],
    ['no domain', { domain: undefined }, 'other-domain'],
  ])('proves nothing with %s, and still gives out what is inside', async (_name, proof, code) => {
    const report = await verifyHere(await presentedBy(holder, await presentation(), proof), { challenges });
    expect(report).toMatchObject(notAnswered(code));
    expect(report.presented).toBeUndefined();
    expect(report.contained).toHaveLength(1);
    const said: Record<string, string | undefined> = proof;
    const claims = {
      ...('challenge' in said && { nonce: said.challenge }),
      ...('domain' in said && { aud: said.domain }),
    };
    const asJwt = await verifyHere(presentedAsJwt(holder, await presentation(), claims), { challenges });
    expect(asJwt).toMatchObject(notAnswered(code));
  });

  it('proves nothing where no challenge was ever issued', async () => {
    expect(await verifyHere(await presentedBy(holder, await presentation()))).toMatchObject(
      notAnswered('challenge-unknown'),
    );
  });

  it('fails when another than its holder signed, or content was changed', async () => {
    const whole = await presentation();
    const signed = await presentedBy(holder, whole);
    const report = await verifyHere(await presentedBy(other, whole), { challenges });
    expect(report).toMatchObject({ ...failed('issuer_mismatch'), recipient: { outcome: 'not_checked' } });
    expect(await verifyHere({ ...signed, holder: other.controller }, { challenges })).toMatchObject(
      failed('invalid_signature'),
    );
    expect(await verifyHere({ ...signed, verifiableCredential: [] }, { challenges })).toMatchObject(
      failed('invalid_signature'),
    );
    const proof = { ...(signed.proof as JsonObject), challenge: 'x' };
    expect(await verifyHere({ ...signed, proof }, { challenges })).toMatchObject(failed('invalid_signature'));
    expect(await verifyHere(presentedAsJwt(other, whole), { challenges })).toMatchObject(failed('issuer_mismatch'));
  });

  it('takes a proof made for assertions for none', async () => {
    const asserted = await presentedBy(holder, await presentation(), { proofPurpose: 'assertionMethod' });
    expect(await verifyHere(asserted, { challenges })).toMatchObject(failed('malformed'));
  });

  it('asks for a key that the holder’s document lists for authentication', async () => {
    const web = didWebIssuer(7, 'did:web:holder.example');
    const document = didDocumentOf(web) as JsonObject;
    const { assertionMethod, ...rest } = document;
    const source = (served: JsonObject) =>
      new InMemorySource().serve('https://holder.example/.well-known/did.json', served);
    const whole = aPresentation(web.controller, []);
    for (const signed of [await presentedBy(web, whole), presentedAsJwt(web, whole)]) {
      const good = { ...rest, authentication: assertionMethod };
      expect(await verifyHere(signed, { challenges, source: source(good) })).toMatchObject(presented);
      expect(await verifyHere(signed, { challenges, source: source(document) })).toMatchObject({
        verdict: 'unverifiable',
        reasons: ['unresolvable_key'],
      });
    }
  });

  it('knows the holder by the key where nobody is named', async () => {
    const { holder: _named, ...nameless } = await presentation();
    for (const signed of [await presentedBy(holder, nameless), presentedAsJwt(holder, nameless)])
      expect(await verifyHere(signed, { challenges })).toMatchObject({
        ...presented,
        presented: { holder: holder.controller },
      });
  });

  it('is not shown by one that ran out, however good its challenge is', async () => {
    // 2026-03-01; it is June.
    const report = await verifyHere(presentedAsJwt(holder, await presentation(), { exp: 1_772_323_200 }), {
      challenges,
    });
    expect(report).toMatchObject(failed('expired'));
    expect([report.presented, report.recipient.outcome]).toEqual([undefined, 'not_checked']);
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['alg none', {}, { alg: 'none' }],
    ['a shared secret', {}, { alg: 'HS256' }],
    ['critical parameters', {}, { crit: ['x'] }],
    ['the type of a credential', {}, { typ: 'vc+jwt' }],
    ['a credential beside it', { vc: {} }, {}],
    ['a presentation inside', { vp: {} }, {}],
    ['another id outside', { jti: 'urn:x:1' }, {}],
    ['another holder outside', { iss: other.controller }, {}],
  ])('fails as a JWT with %s', async (_name, claims, header) => {
    const report = await verifyHere(presentedAsJwt(holder, await presentation(), claims, header), { challenges });
    expect(report.verdict).toBe('failed');
    expect(report.presented).toBeUndefined();
  });

  it.each<[string, JsonObject]>([
    ['a credential that is a text', { verifiableCredential: ['eyJ.a.b'] }],
    ['something that is no credential', { verifiableCredential: [{ type: 'Thing' }] }],
    ['an envelope with nothing in it', { verifiableCredential: [{ ...anEnvelope(''), id: 'urn:x' }] }],
    ['an unsigned credential by somebody else', { verifiableCredential: [aBadge(school.controller)] }],
    ['a holder without a URL', { holder: 'me' }],
    ['an id that is no URL', { id: 'x' }],
    ['no base context', { '@context': ['https://example.org/'] }],
  ])('is malformed with %s', async (_name, overrides) => {
    const report = await verifyHere(presentedAsJwt(holder, await presentation(overrides)), { challenges });
    expect(report).toMatchObject({ verdict: 'failed' });
    expect(report.reasons).toContain('malformed');
  });

  it('is unsigned without a signature', async () => {
    expect(await verifyHere(await presentation(), { challenges })).toMatchObject({
      ...failed('unsigned'),
      recipient: { outcome: 'not_checked', code: 'not-signed' },
    });
  });
});

describe('an SD-JWT that its holder signed in answer to a challenge', () => {
  const claims = { vct: 'https://credentials.example/x', iss: school.controller, cnf: confirmationOf(holder) };
  const sdJwt = anSdJwt(claims, school);
  const answer = { nonce: ours.challenge, aud: ours.domain };

  it('belongs to who handed it in', async () => {
    const report = await verifyHere(boundBy(holder, sdJwt, answer), { challenges });
    expect(report).toMatchObject(presented);
    expect(report.presented?.holder).toMatch(/^urn:ietf:params:oauth:jwk-thumbprint:sha-256:/);
    // Known to hold the key, the person needs not sign again.
    const candidate = { emails: [], dids: [], holders: [String(report.presented?.holder)] };
    expect(await verifyHere(sdJwt, { candidate })).toMatchObject(presented);
    expect(
      (await verifyHere(anSdJwt({ ...claims, cnf: confirmationOf(other) }, school), { candidate })).recipient,
    ).toMatchObject({ outcome: 'not_checked' });
  });

  it.each([
    ['another nonce', { ...answer, nonce: 'x' }, 'challenge-unknown'],
    ['a used nonce', { ...answer, nonce: 'used' }, 'challenge-used'],
    ['another audience', { ...answer, aud: 'https://evil.example' }, 'other-domain'],
  ])('keeps its verdict with %s, and shows nothing of the candidate', async (_name, said, code) => {
    const report = await verifyHere(boundBy(holder, sdJwt, said), { challenges });
    expect(report).toMatchObject({ verdict: 'verified', recipient: { outcome: 'not_checked' } });
    expect(report.checks).toContainEqual(expect.objectContaining({ id: 'presentation', outcome: 'warning', code }));
    expect(report.presented).toBeUndefined();
  });
});

describe('the recipient of a credential whose subject is a DID', () => {
  it('is the candidate who presented as that DID, and no other', async () => {
    const document = await badge;
    const of = async (holders: string[], dids: string[] = []) =>
      (await verifyHere(document, { candidate: { emails: [], dids, holders } })).recipient;
    expect(await of([holder.controller])).toMatchObject({ outcome: 'match', code: 'presented' });
    expect(await of([], [holder.controller])).toMatchObject({ outcome: 'match', code: 'identified' });
    expect(await of([other.controller])).toMatchObject({ outcome: 'mismatch' });
    expect(await of([])).toMatchObject({ outcome: 'not_checked', code: 'nothing-known' });
  });
});

describe('an envelope', () => {
  const token = signJwt(aBadge(school.controller), school);

  it('is the document in it, of whatever format', async () => {
    const report = await verifyHere(anEnvelope(token));
    expect(report).toMatchObject({ verdict: 'verified', format: 'openbadges-3' });
    expect(report.checks).toContainEqual(expect.objectContaining({ id: 'carrier', code: 'enveloped-credential' }));
    const sdJwt = anSdJwt(aBadge(school.controller), school, [], { typ: 'vc+sd-jwt' });
    expect(await verifyHere(anEnvelope(sdJwt, 'application/vc+sd-jwt'))).toMatchObject({ verdict: 'verified' });
    const base64 = anEnvelope(Buffer.from(token).toString('base64'), 'application/vc+jwt;base64');
    expect(await verifyHere(base64)).toMatchObject({ verdict: 'verified' });
  });

  it('in a presentation gives out that very document', async () => {
    const report = await verifyHere(aPresentation(holder.controller, [anEnvelope(token)]));
    expect(report.contained.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([token]);
  });

  it.each([
    ['no data: URL', { id: 'https://a.example' }, 'malformed'],
    ['no id', { id: undefined }, 'malformed'],
    ['broken escapes', { id: 'data:application/vc+jwt,%zz' }, 'malformed'],
    ['no base64', { id: 'data:application/vc+jwt;base64,***' }, 'malformed'],
    ['nothing in it', { id: 'data:application/vc+jwt,' }, 'malformed'],
    [
      'another envelope in it',
      { id: `data:application/vc,${encodeURIComponent(JSON.stringify(anEnvelope(token)))}` },
      'malformed',
    ],
    ['bytes of no known format', { id: 'data:application/vc+cose;base64,0oRD' }, 'unsupported'],
  ])('with %s is not verified', async (_name, overrides, reason) => {
    expect((await verifyHere({ ...anEnvelope(token), ...overrides })).reasons).toEqual([reason]);
  });
});
