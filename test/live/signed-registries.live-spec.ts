import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBadge } from '../../src/verification/domain/testing/badge.js';
import { didKeyIssuer, type IssuerKey, keySetOf, webIssuer } from '../../src/verification/domain/testing/issuer-key.js';
import { signJwt } from '../../src/verification/domain/testing/sign-jwt.js';
import { DueRegistries } from '../../src/trust/queue/due-registries.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const ANCHOR = 'https://anchor.credence-test.org';
const CONFIGURATION = `${ANCHOR}/.well-known/openid-federation`;
const RECOGNITION = 'https://commission.credence-test.org/recognized';
const reason = 'The ministry named it.';
const dates = { iat: Date.parse('2026-05-31T00:00:00Z') / 1000, exp: Date.parse('2026-06-02T00:00:00Z') / 1000 };

describe('registries that sign what they say', () => {
  const place = mkdtempSync(join(tmpdir(), 'credence-signed-'));
  const [college, school, commission, stranger] = [1, 2, 3, 4].map((seed) => didKeyIssuer(seed)) as [
    IssuerKey,
    IssuerKey,
    IssuerKey,
    IssuerKey,
  ];
  const anchor: IssuerKey = { ...webIssuer('P-256', ANCHOR), method: 'anchor-1' };
  const fetchUrl = (sub: string): string => `${ANCHOR}/fetch?sub=${encodeURIComponent(sub)}`;
  const publish = (file: string, text: string): void => writeFileSync(join(place, file), text);
  const statement = (claims: object): string =>
    signJwt({ iss: ANCHOR, ...dates, ...claims }, anchor, { typ: 'entity-statement+jwt' });
  const recognition = (by: IssuerKey, overrides: object = {}): string =>
    signJwt(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential', 'RecognizedEntityCredential'],
        issuer: { id: by.controller, type: 'RecognizedIssuer' },
        validFrom: '2026-01-01T00:00:00Z',
        validUntil: '2027-01-01T00:00:00Z',
        credentialSubject: [
          { id: college.controller, type: 'RecognizedEntity', name: 'Example Tech', url: 'https://tech.example' },
          {
            id: school.controller,
            type: 'RecognizedEntity',
            recognizedTo: { type: 'RecognizedAction', action: 'verify' },
          },
        ],
        ...overrides,
      },
      by,
    );
  let app: TestApp;
  let [ofCollege, ofSchool] = ['', ''];

  beforeAll(async () => {
    const federation = { federation_fetch_endpoint: `${ANCHOR}/fetch`, organization_name: 'Federation' };
    const own = { sub: ANCHOR, jwks: keySetOf(anchor), metadata: { federation_entity: federation } };
    publish('anchor.jwt', statement(own));
    const about = { organization_name: 'OneUni University', homepage_uri: 'https://oneuni.example' };
    publish('college.jwt', statement({ sub: college.controller, metadata: { federation_entity: about } }));
    publish('recognized.jwt', recognition(commission));
    const pinned = {
      [CONFIGURATION]: 'anchor.jwt',
      [fetchUrl(college.controller)]: 'college.jwt',
      [RECOGNITION]: 'recognized.jwt',
    };
    publish('pinned.json', JSON.stringify(pinned));
    app = await startTestApp({
      environment: { CLOCK: '2026-06-01T00:00:00Z', PINNED_DOCUMENTS: join(place, 'pinned.json') },
    });
    ofCollege = await submit(college);
    await app.settle();
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const submit = async (issuer: IssuerKey): Promise<string> => {
    const person = { externalIds: [{ system: 't', id: issuer.controller }], dids: ['did:example:ann'] };
    const candidate = (await app.call('POST', '/v1/candidates', { body: person })).body.id;
    const headers = { 'content-type': 'application/jwt' };
    const body = signJwt(aBadge(issuer.controller), issuer);
    return (await app.call('POST', `/v1/candidates/${candidate}/credentials`, { body, headers })).body.id;
  };
  const register = async (body: object) => {
    const answer = await app.call('POST', '/v1/trust-registries', { body: { reason, ...body } });
    await app.settle();
    return answer;
  };
  const remove = async (id: string): Promise<void> => {
    expect((await app.call('DELETE', `/v1/trust-registries/${id}`)).status).toBe(204);
    await app.settle();
  };
  const readAgain = async (id: string) => {
    await app.call('POST', `/v1/trust-registries/${id}/readings`);
    await app.settle();
    return (await app.call('GET', `/v1/trust-registries/${id}`)).body;
  };
  const credential = async (id: string) => (await app.call('GET', `/v1/credentials/${id}`)).body;

  it('are federations, asked about each issuer that was met, before and after', async () => {
    const { status, body } = await register({
      ...{ kind: 'openid-federation', name: 'Federation', url: `${ANCHOR}/`, jwks: keySetOf(anchor) },
    });
    expect([status, body.source]).toEqual([201, ANCHOR]);
    expect(await credential(ofCollege)).toMatchObject({
      issuer: { tier: 'recognized', name: 'OneUni University', nameSource: 'registry' },
      issuerTrust: {
        registries: [{ outcome: 'listed', listedUrl: 'https://oneuni.example', kind: 'openid-federation' }],
      },
    });
    ofSchool = await submit(school);
    await app.settle();
    expect(await credential(ofSchool)).toMatchObject({
      issuer: { tier: 'known' },
      issuerTrust: { registries: [{ outcome: 'unknown' }] },
    });
    const asked = await askDatabase(
      app.databaseUrl,
      `SELECT outcome, next_ask_at > now() AS later FROM trust_registry_entry ORDER BY 1`,
    );
    expect(asked).toEqual([
      { outcome: 'listed', later: true },
      { outcome: 'unknown', later: true },
    ]);

    // What was answered is asked for again when its time has come.
    await askDatabase(
      app.databaseUrl,
      `UPDATE trust_registry_entry SET next_ask_at = now() - interval '1 second', asked_at = '2020-01-01'`,
    );
    await app.app.get(DueRegistries).run();
    await app.settle();
    const [again] = await askDatabase(
      app.databaseUrl,
      `SELECT count(*)::int AS n FROM trust_registry_entry WHERE asked_at > '2026-01-01'`,
    );
    expect(again).toEqual({ n: 2 });

    // An answer stands while it may be relied on, and not longer.
    renameSync(join(place, 'college.jwt'), join(place, 'gone.jwt'));
    await readAgain(body.id);
    expect((await credential(ofCollege)).issuer.tier).toBe('recognized');
    await askDatabase(app.databaseUrl, `UPDATE trust_registry_entry SET counts_until = now() - interval '1 second'`);
    await readAgain(body.id);
    expect(await credential(ofCollege)).toMatchObject({
      issuer: { tier: 'known' },
      issuerTrust: { registries: [{ outcome: 'unknown' }] },
    });
    renameSync(join(place, 'gone.jwt'), join(place, 'college.jwt'));
    await remove(body.id);
  });

  it('are federations whose trust anchor has the keys that were learnt elsewhere', async () => {
    const other: IssuerKey = { ...webIssuer('P-256', ANCHOR), method: 'anchor-1' };
    const { body } = await register({ kind: 'openid-federation', name: 'F', url: ANCHOR, jwks: keySetOf(other) });
    expect((await app.call('GET', `/v1/trust-registries/${body.id}`)).body).toMatchObject({
      ...{ fetchedAt: null, failure: { code: 'anchor', detail: expect.stringContaining('signature is wrong') } },
    });
    expect((await credential(ofCollege)).issuerTrust.registries).toMatchObject([{ outcome: 'unknown' }]);
    await remove(body.id);
  });

  it('are credentials of W3C that recognize issuers, verified like any other and by whom they should be', async () => {
    const wish = { kind: 'w3c-recognition', name: 'Commission', url: RECOGNITION };
    expect((await register(wish)).status).toBe(422);
    const { body } = await register({ ...wish, acceptedIssuers: [commission.controller] });
    expect(await credential(ofCollege)).toMatchObject({
      issuer: { tier: 'recognized', name: 'Example Tech' },
      issuerTrust: { registries: [{ outcome: 'listed' }] },
    });
    // Recognized to verify is not recognized to issue.
    expect((await credential(ofSchool)).issuerTrust.registries).toMatchObject([{ outcome: 'not_listed' }]);

    for (const [text, code] of [
      [recognition(stranger), 'other-issuer'],
      [recognition(commission).replace(/.$/, (end) => (end === 'A' ? 'E' : 'A')), 'not-verified'],
      [recognition(commission, { validUntil: '2026-05-01T00:00:00Z' }), 'not-verified'],
      [recognition(commission, { type: ['VerifiableCredential'] }), 'wrong-form'],
      ['<html>', 'not-verified'],
    ] as const) {
      publish('recognized.jwt', text);
      expect((await readAgain(body.id)).failure.code).toBe(code);
      expect((await credential(ofSchool)).issuerTrust.registries).toMatchObject([{ outcome: 'unknown' }]);
      expect((await credential(ofCollege)).issuer.tier).toBe('recognized');
    }
    publish(
      'recognized.jwt',
      recognition(commission, { type: ['VerifiableCredential', 'VerifiableRecognitionCredential'] }),
    );
    expect((await readAgain(body.id)).failure).toBeNull();
    await remove(body.id);
    expect((await credential(ofCollege)).issuer.tier).toBe('known');
  });
});
