import type { JsonObject } from '../json.js';
import { aBadge, aSubject } from '../testing/badge.js';
import { didKeyIssuer } from '../testing/issuer-key.js';
import { signEmbedded } from '../testing/sign-embedded.js';
import { signJwt } from '../testing/sign-jwt.js';
import { verifyHere } from '../testing/verify-here.js';

const school = didKeyIssuer(1);
const guild = didKeyIssuer(2);
const badgeId = 'urn:uuid:0b6a51c1-3c56-4f6b-9a3d-6e1f2a3b4c5d';
const achievementId = 'urn:uuid:4f1d2c3b-0a9b-4c8d-8e7f-6a5b4c3d2e1f';

const unsigned = (about: string, overrides: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:9d1e6b8e-52a8-4f4e-8f59-2a63e8f6c001',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: guild.controller, type: ['Profile'], name: 'Guild of Welders' },
  validFrom: '2026-02-01T00:00:00Z',
  name: 'Endorsement',
  credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'We stand by it.' },
  ...overrides,
});
const endorsementOf = (about: string, overrides: JsonObject = {}) => signEmbedded(unsigned(about, overrides), guild);

async function findingsOn(overrides: JsonObject) {
  return endorsementsIn(await signEmbedded(aBadge(school.controller, overrides), school));
}

async function endorsementsIn(badge: JsonObject | string) {
  const report = await verifyHere(badge);
  return { ...report, endorsements: report.checks.filter(({ id }) => id === 'endorsement') };
}

describe('endorsements', () => {
  it('pass where a genuine one is about what it stands at', async () => {
    const achievement = {
      ...(aSubject().achievement as JsonObject),
      endorsementJwt: [signJwt(unsigned(achievementId), guild)],
    };
    const badge = aBadge(school.controller, {
      endorsement: [await endorsementOf(badgeId)],
      issuer: { id: school.controller, type: ['Profile'], endorsement: [await endorsementOf(school.controller)] },
      credentialSubject: aSubject({ achievement }),
    });
    const { verdict, endorsements } = await endorsementsIn(signJwt(badge, school));
    expect(verdict).toBe('verified');
    expect(endorsements).toMatchObject([
      { outcome: 'pass', subject: '/endorsement/0', detail: `"${guild.controller}" endorses the credential` },
      { outcome: 'pass', subject: '/issuer/endorsement/0' },
      { outcome: 'pass', subject: '/credentialSubject/0/achievement/endorsementJwt/0' },
    ]);
  });

  it('that are forged, out of date, about another thing or no endorsement are said so, and cost the badge nothing', async () => {
    const { validFrom: _start, ...forged } = await endorsementOf(badgeId);
    const { verdict, endorsements } = await findingsOn({
      endorsement: [
        { ...forged, validFrom: '2025-02-01T00:00:00Z' },
        await endorsementOf(badgeId, { validUntil: '2026-03-01T00:00:00Z' }),
        await endorsementOf('urn:uuid:1f1d2c3b-0a9b-4c8d-8e7f-6a5b4c3d2e11'),
        aBadge(guild.controller, { id: 'urn:uuid:1f1d2c3b-0a9b-4c8d-8e7f-6a5b4c3d2e12' }),
      ],
    });
    expect(verdict).toBe('verified');
    expect(endorsements.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['warning', 'failed'],
      ['warning', 'failed'],
      ['warning', 'about-another'],
      ['warning', 'no-endorsement'],
    ]);
    expect(endorsements[0]?.detail).toContain('invalid_signature');
    expect(endorsements[1]?.detail).toContain('expired');
  });

  it('cannot be checked where their status list cannot be had', async () => {
    const list = 'https://guild.example/status';
    const credentialStatus = {
      id: `${list}#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: list,
    };
    const { verdict, endorsements } = await findingsOn({
      endorsement: [await endorsementOf(badgeId, { credentialStatus })],
    });
    expect(verdict).toBe('verified');
    expect(endorsements).toMatchObject([{ outcome: 'warning', code: 'not-checked' }]);
  });

  it('are looked at ten at most', async () => {
    const { endorsements } = await endorsementsIn(
      signJwt(
        aBadge(school.controller, { endorsementJwt: Array.from({ length: 12 }, (_, at) => `a.${at}.c`) }),
        school,
      ),
    );
    expect(endorsements).toHaveLength(11);
    expect(endorsements.at(-1)).toMatchObject({ code: 'too-many' });
  });

  it('are told of the issuer where they are genuine and the badge is too, with when they end', async () => {
    const issuer = { id: school.controller, type: ['Profile'] };
    const until = { validUntil: '2026-07-01T00:00:00Z' };
    const endorsed = { ...issuer, endorsement: [await endorsementOf(school.controller, until)] };
    const badge = await signEmbedded(aBadge(school.controller, { issuer: endorsed }), school);
    expect((await verifyHere(badge)).endorsements).toEqual([
      {
        ...{ place: '/issuer/endorsement/0', endorsedId: school.controller, verdict: 'verified', mayChange: false },
        ...{ endorserId: guild.controller, endorserName: 'Guild of Welders', validUntil: new Date(until.validUntil) },
      },
    ]);
    const { validFrom: _start, ...forged } = badge;
    expect((await verifyHere({ ...forged, validFrom: '2025-01-01T00:00:00Z' })).endorsements).toBeUndefined();
  });

  it('are told of what stands by itself, but of nobody who endorses oneself or the badge alone', async () => {
    const told = async (document: JsonObject) =>
      ((await verifyHere(document)).endorsements ?? []).map((it) => it.place);
    expect(await told(await endorsementOf(school.controller))).toEqual(['/credentialSubject/0']);
    expect(await told(await endorsementOf(guild.controller))).toEqual([]);
    const { endorsements: ofBadge, ...report } = await findingsOn({ endorsement: [await endorsementOf(badgeId)] });
    expect([ofBadge[0]?.code, report.verdict]).toEqual(['verified', 'verified']);
    const badge = aBadge(school.controller, { endorsement: [await endorsementOf(badgeId)] });
    expect(await told(await signEmbedded(badge, school))).toEqual([]);
  });

  it('that could not be checked may count later, those that name a status may stop counting', async () => {
    const list = 'https://guild.example/status';
    const credentialStatus = {
      ...{ id: `${list}#7`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      ...{ statusListIndex: '7', statusListCredential: list },
    };
    const endorsement = [await endorsementOf(school.controller, { credentialStatus })];
    const issuer = { id: school.controller, type: ['Profile'], endorsement };
    const report = await verifyHere(await signEmbedded(aBadge(school.controller, { issuer }), school));
    expect(report.endorsements).toMatchObject([{ verdict: 'unverifiable', mayChange: true }]);
  });
});
