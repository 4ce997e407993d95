import { generateKeyPairSync } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { InMemorySource } from '../testing/in-memory-source.js';
import type { IssuerKey } from '../testing/issuer-key.js';
import { aBadgeClass, aKeyDocument, anAssertion, aProfile, at, publishing } from '../testing/open-badge.js';
import { signJwt } from '../testing/sign-jwt.js';
import { verifyHere } from '../testing/verify-here.js';

const guild = 'https://guild.example.net/profile';
const stated = 'https://guild.example.net/endorsements/1';
const guildKey = 'https://guild.example.net/keys/1';

const anEndorsement = (about: string, overrides: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Endorsement',
  id: stated,
  claim: { id: about, endorsementComment: 'We stand by it.' },
  issuer: guild,
  issuedOn: '2026-02-01T00:00:00Z',
  verification: { type: 'hosted' },
  ...overrides,
});

const guildProfile = (overrides: JsonObject = {}) =>
  aProfile({ id: guild, name: 'Guild of Welders', url: 'https://guild.example.net', ...overrides });

/** A badge whose issuer is endorsed at `stated`, or as `value` has it. */
const endorsedIssuer = (value: unknown = stated) =>
  publishing(anAssertion(), aBadgeClass(), aProfile({ endorsement: value })).serve(guild, guildProfile());

async function look(source: InMemorySource) {
  const report = await verifyHere(anAssertion(), { source });
  return { ...report, found: report.checks.filter(({ id }) => id === 'endorsement') };
}

describe('endorsements of a badge of Open Badges 2.0', () => {
  it('are none where none stands', async () => {
    expect((await look(publishing())).found).toMatchObject([{ outcome: 'skipped', code: 'none' }]);
  });

  it.each([
    ['by its address', stated],
    ['written out, and read where it is published', anEndorsement(at.issuer, { claim: { id: 'https://made.up' } })],
  ])('pass where a published one, named %s, is about the issuer', async (_name, value) => {
    const { found, verdict, endorsements } = await look(endorsedIssuer(value).serve(stated, anEndorsement(at.issuer)));
    expect(verdict).toBe('verified');
    expect(found).toMatchObject([{ outcome: 'pass', code: 'verified', subject: '/badge/issuer/endorsement/0' }]);
    expect(found[0]?.detail).toBe(`"${guild}" endorses the issuer`);
    expect(endorsements).toEqual([
      {
        place: '/badge/issuer/endorsement/0',
        endorsedId: at.issuer,
        endorserId: guild,
        endorserName: 'Guild of Welders',
        validUntil: null,
        verdict: 'verified',
        mayChange: true,
      },
    ]);
  });

  it('pass at the BadgeClass and at the assertion, and say nothing of the issuer there', async () => {
    const second = 'https://guild.example.net/endorsements/2';
    const assertion = anAssertion({ endorsement: [stated] });
    const source = publishing(assertion, aBadgeClass({ endorsement: second }))
      .serve(guild, guildProfile())
      .serve(stated, anEndorsement(at.assertion))
      .serve(second, anEndorsement(at.badge, { id: second }));
    const report = await verifyHere(assertion, { source });
    const found = report.checks.filter(({ id }) => id === 'endorsement');
    expect(found.map(({ code, subject }) => [code, subject])).toEqual([
      ['verified', '/endorsement/0'],
      ['verified', '/badge/endorsement/0'],
    ]);
    expect(report.endorsements).toBeUndefined();
  });

  it.each<[string, string, JsonObject, JsonObject]>([
    ['about-another', 'about another', { claim: { id: 'https://other.example.org/issuer' } }, {}],
    ['failed', 'revoked', { revoked: true }, {}],
    ['failed', 'expired', { expires: '2026-03-01T00:00:00Z' }, {}],
    ['failed', 'not yet valid', { issuedOn: '2027-03-01T00:00:00Z' }, {}],
    ['failed', 'without a date', { issuedOn: undefined }, {}],
    ['failed', 'with an end that is no date', { expires: 'never' }, {}],
    ['failed', 'at home on another host', { id: 'https://elsewhere.example.org/endorsements/1' }, {}],
    ['failed', 'outside what its issuer publishes', {}, { verification: { allowedOrigins: 'other.example.net' } }],
    ['failed', 'by whom another profile calls itself', {}, { id: 'https://impostor.example.org/profile' }],
    ['no-endorsement', 'of another class', { type: 'Assertion' }, {}],
    ['no-endorsement', 'without a claim', { claim: undefined }, {}],
  ])('are `%s` when published %s, and the badge is judged without them', async (code, _name, endorsement, profile) => {
    const source = endorsedIssuer()
      .serve(stated, anEndorsement(at.issuer, endorsement))
      .serve(guild, guildProfile(profile));
    const { found, verdict, endorsements } = await look(source);
    expect(found).toMatchObject([{ outcome: 'warning', code }]);
    expect(verdict).toBe('verified');
    expect((endorsements ?? []).filter((it) => it.verdict === 'verified')).toEqual([]);
  });

  it('are not checked while they, or their issuer, are out of reach', async () => {
    const withoutEither = await look(endorsedIssuer());
    expect(withoutEither.found).toMatchObject([{ outcome: 'warning', code: 'not-checked' }]);
    expect(withoutEither.found[0]?.detail).toContain('unresolvable_key');
    const lonely = publishing(anAssertion(), aBadgeClass(), aProfile({ endorsement: stated })).serve(
      stated,
      anEndorsement(at.issuer),
    );
    expect((await look(lonely)).found).toMatchObject([{ code: 'not-checked' }]);
  });

  it('are worth nothing when merely written out', async () => {
    const loose = anEndorsement(at.issuer, { id: undefined });
    expect((await look(endorsedIssuer(loose))).found).toMatchObject([{ code: 'not-checked' }]);
    const unsigned = anEndorsement(at.issuer, { verification: { type: 'signed' } });
    expect((await look(endorsedIssuer(unsigned))).found).toMatchObject([{ code: 'failed' }]);
    expect((await look(endorsedIssuer(7))).found).toMatchObject([{ code: 'no-endorsement' }]);
  });

  it('looks at five and says how many were left', async () => {
    const places = Array.from({ length: 8 }, (_, place) => `https://guild.example.net/endorsements/${place}`);
    const source = endorsedIssuer(places);
    for (const id of places) source.serve(id, anEndorsement(at.issuer, { id }));
    const { found } = await look(source);
    expect(found.map(({ code }) => code)).toEqual([...Array<string>(5).fill('verified'), 'too-many']);
    expect(found.at(-1)?.detail).toContain('3 more');
    expect(source.asked).not.toContain(places[5]);
  });

  describe('that are signed', () => {
    const key = rsaKey();
    const sign = (overrides: JsonObject = {}, by = key) =>
      signJwt(
        anEndorsement(at.issuer, {
          id: 'urn:uuid:1',
          verification: { type: 'signed', creator: guildKey },
          ...overrides,
        }),
        by,
        { typ: 'JWT', kid: undefined },
      );
    const world = (jws: string, profile: JsonObject = {}) =>
      endorsedIssuer(jws)
        .serve(guild, guildProfile({ publicKey: guildKey, ...profile }))
        .serve(guildKey, aKeyDocument(key.publicKey, { id: guildKey, owner: guild }));

    it('pass with a key that their issuer lists', async () => {
      const { found, endorsements } = await look(world(sign()));
      expect(found).toMatchObject([{ outcome: 'pass', code: 'verified' }]);
      expect(endorsements).toMatchObject([{ endorserId: guild, verdict: 'verified', mayChange: false }]);
    });

    it('fail with another key, or with one that was changed afterwards', async () => {
      expect((await look(world(sign({}, rsaKey())))).found).toMatchObject([{ code: 'failed' }]);
      const [header, , signature] = sign().split('.');
      const payload = Buffer.from(JSON.stringify(anEndorsement(at.issuer))).toString('base64url');
      expect((await look(world(`${header}.${payload}.${signature}`))).found).toMatchObject([{ code: 'failed' }]);
    });

    it('fail when the revocation list of their issuer names them', async () => {
      const list = 'https://guild.example.net/revoked';
      const source = world(sign(), { revocationList: list }).serve(list, {
        type: 'RevocationList',
        issuer: guild,
        revokedAssertions: ['urn:uuid:1'],
      });
      expect((await look(source)).found).toMatchObject([{ code: 'failed' }]);
    });
  });
});

function rsaKey(): IssuerKey {
  return { ...generateKeyPairSync('rsa', { modulusLength: 2048 }), controller: guild, method: guildKey };
}
