import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBadge } from '../../src/verification/domain/testing/badge.js';
import { didKeyIssuer, type IssuerKey } from '../../src/verification/domain/testing/issuer-key.js';
import { signJwt } from '../../src/verification/domain/testing/sign-jwt.js';
import { aStatusEntry, aStatusList } from '../../src/verification/domain/testing/status-list.js';
import { anotherOrganization } from '../support/another-organization.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const LIST = 'https://guild.credence-test.org/status';
const reason = 'They examine our own apprentices.';

describe('endorsements of an issuer', () => {
  const place = mkdtempSync(join(tmpdir(), 'credence-endorsements-'));
  const [guild, school, club] = [1, 2, 3].map((seed) => didKeyIssuer(seed)) as [IssuerKey, IssuerKey, IssuerKey];
  const publish = (file: string, text: string): void => writeFileSync(join(place, file), text);
  const listWith = (bits: number[]): string =>
    signJwt(aStatusList(guild.controller, bits, { overrides: { id: LIST } }), guild);
  let app: TestApp;
  let serial = 0;
  let ofSchool = '';
  let guildId = '';

  beforeAll(async () => {
    publish('list.jwt', listWith([]));
    publish('pinned.json', JSON.stringify({ [LIST]: 'list.jwt' }));
    app = await startTestApp({
      environment: { CLOCK: '2026-06-01T00:00:00Z', PINNED_DOCUMENTS: join(place, 'pinned.json') },
    });
    ofSchool = await submit(signJwt(aBadge(school.controller), school));
    await submit(signJwt(aBadge(guild.controller), guild));
    await app.settle();
    guildId = await idOf(guild);
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const endorsement = (by: IssuerKey, about: IssuerKey, overrides: object = {}): string =>
    signJwt(
      {
        '@context': [
          'https://www.w3.org/ns/credentials/v2',
          'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        ],
        ...{ type: ['VerifiableCredential', 'EndorsementCredential'], validFrom: '2026-01-01T00:00:00Z' },
        issuer: { id: by.controller, type: ['Profile'], name: 'Guild of Welders' },
        credentialSubject: { id: about.controller, type: ['EndorsementSubject'], endorsementComment: 'Well run.' },
        ...overrides,
      },
      by,
    );
  const badgeWith = (endorsementJwt: string): string =>
    signJwt(
      aBadge(school.controller, {
        issuer: {
          id: school.controller,
          type: ['Profile'],
          name: 'Example Welding School',
          endorsementJwt: [endorsementJwt],
        },
      }),
      school,
    );
  const candidateOf = new Map<string, string>();
  const submit = async (body: string, as: { key?: string } = {}): Promise<string> => {
    serial += 1;
    const person = { externalIds: [{ system: 't', id: String(serial) }], dids: ['did:example:ann'] };
    const candidate = (await app.call('POST', '/v1/candidates', { body: person, ...as })).body.id;
    const headers = { 'content-type': 'application/jwt' };
    const { id } = (await app.call('POST', `/v1/candidates/${candidate}/credentials`, { body, headers, ...as })).body;
    candidateOf.set(id, candidate);
    return id;
  };
  const handIn = async (body: string): Promise<string> => {
    const id = await submit(body);
    await app.settle();
    return id;
  };
  const erase = async (id: string): Promise<void> => {
    expect((await app.call('DELETE', `/v1/candidates/${candidateOf.get(id)}`)).status).toBeLessThan(300);
    await app.settle();
  };
  const verifyAgain = async (id: string): Promise<void> => {
    await app.call('POST', `/v1/credentials/${id}/verifications`);
    await app.settle();
  };
  const idOf = async ({ controller }: IssuerKey): Promise<string> =>
    (await app.call('GET', `/v1/issuers?q=${encodeURIComponent(controller)}`)).body.data[0].id;
  const decide = async (tier: string, rest: object = {}): Promise<void> => {
    await app.call('PUT', `/v1/issuers/${guildId}/trust`, { body: { tier, reason, ...rest } });
    await app.settle();
  };
  const credential = async (id = ofSchool) => (await app.call('GET', `/v1/credentials/${id}`)).body;
  const tier = async (): Promise<string> => (await credential()).issuer.tier;

  it('recognize it where the endorser is trusted, as long as that is so, and show where they come from', async () => {
    const badge = await handIn(badgeWith(endorsement(guild, school)));
    expect(await credential()).toMatchObject({
      issuer: { tier: 'known' },
      issuerTrust: { endorsements: [{ issuerId: guildId, counts: false }] },
    });
    await decide('trusted', { competencyIds: undefined });
    expect(await tier()).toBe('recognized');
    const page = (await app.call('GET', `/v1/issuers/${(await credential()).issuer.issuerId}`)).body;
    expect(page).toMatchObject({
      tierInForce: 'recognized',
      endorsements: [
        {
          ...{ issuerId: guildId, identifier: guild.controller, counts: true, credentialId: badge, validUntil: null },
          ...{ place: '/issuer/endorsementJwt/0', verifiedAt: '2026-06-01T00:00:00.000Z' },
        },
      ],
    });
    for (const other of ['recognized', 'known', 'blocked']) {
      await decide(other);
      expect(await tier()).toBe('known');
    }
    await decide('trusted');
    expect(await tier()).toBe('recognized');
    await erase(badge);
    expect(await credential()).toMatchObject({ issuer: { tier: 'known' }, issuerTrust: { endorsements: [] } });
  });

  it('count as documents of their own, of the trusted alone, and weigh less than a decision', async () => {
    const [genuine, byClub] = [await handIn(endorsement(guild, school)), await handIn(endorsement(club, school))];
    expect(await tier()).toBe('recognized');
    const { endorsements } = (await credential()).issuerTrust;
    expect(endorsements.map((it: { counts: boolean; place: string }) => [it.counts, it.place])).toEqual([
      [true, '/credentialSubject/0'],
      [false, '/credentialSubject/0'],
    ]);
    const { issuerId } = (await credential()).issuer;
    await app.call('PUT', `/v1/issuers/${issuerId}/trust`, { body: { tier: 'blocked', reason } });
    expect(await tier()).toBe('blocked');
    await askDatabase(app.databaseUrl, `UPDATE issuer_trust SET ended_at = now() WHERE issuer_id = '${issuerId}'`);
    await erase(genuine);
    expect(await tier()).toBe('known');
    await erase(byClub);
  });

  it('do not count when forged, expired, about another or by the issuer itself', async () => {
    for (const jwt of [
      endorsement(guild, school).replace(/.$/, (end) => (end === 'A' ? 'E' : 'A')),
      endorsement(guild, school, { validUntil: '2026-05-01T00:00:00Z' }),
      endorsement(guild, club),
      endorsement(school, school),
    ]) {
      const badge = await handIn(badgeWith(jwt));
      expect([(await credential(badge)).verdict, await tier()]).toEqual(['verified', 'known']);
      await erase(badge);
    }
  });

  it('end when the endorser takes them back, which is looked for daily', async () => {
    const credentialStatus = aStatusEntry('7', { id: `${LIST}#7`, statusListCredential: LIST });
    const badge = await handIn(badgeWith(endorsement(guild, school, { credentialStatus })));
    expect(await tier()).toBe('recognized');
    const [due] = await askDatabase(
      app.databaseUrl,
      `SELECT next_check_at < now() + interval '25 hours' AS soon FROM credential_verdict WHERE credential_id = '${badge}'`,
    );
    expect(due).toEqual({ soon: true });
    publish('list.jwt', listWith([7]));
    await verifyAgain(badge);
    expect(await tier()).toBe('known');
    expect((await credential(badge)).verdict).toBe('verified');
    await erase(badge);
  });

  it('are looked at again when they end', async () => {
    const badge = await handIn(badgeWith(endorsement(guild, school, { validUntil: '2026-06-01T06:00:00Z' })));
    expect(await tier()).toBe('recognized');
    // 6 hours after the clock of the test; the plan runs on real time.
    const [due] = await askDatabase(
      app.databaseUrl,
      `SELECT round(extract(epoch FROM next_check_at - now()) / 600)::int AS tens FROM credential_verdict
       WHERE credential_id = '${badge}'`,
    );
    expect(due).toEqual({ tens: 36 });
    await erase(badge);
  });

  it('are shown fifty at most', async () => {
    const badge = await handIn(badgeWith(endorsement(guild, school)));
    await askDatabase(
      app.databaseUrl,
      `INSERT INTO issuer_endorsement (organization_id, credential_id, place, endorsed, endorser_id, verified_at)
       SELECT organization_id, credential_id, place || n, endorsed, endorser_id, verified_at
       FROM issuer_endorsement, generate_series(1, 60) AS n`,
    );
    const { endorsements } = (await credential()).issuerTrust;
    expect(endorsements).toHaveLength(50);
    await erase(badge);
  });

  it('belong to the organization that they were handed in at', async () => {
    const other = await anotherOrganization(app);
    const theirs = await submit(signJwt(aBadge(school.controller), school), { key: other });
    await handIn(endorsement(guild, school));
    expect(await tier()).toBe('recognized');
    expect((await app.call('GET', `/v1/credentials/${theirs}`, { key: other })).body).toMatchObject({
      issuer: { tier: 'known' },
      issuerTrust: { endorsements: [] },
    });
  });
});
