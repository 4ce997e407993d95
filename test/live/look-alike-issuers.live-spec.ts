import { aBadge } from '../../src/verification/domain/testing/badge.js';
import { didKeyIssuer, type IssuerKey } from '../../src/verification/domain/testing/issuer-key.js';
import { signJwt } from '../../src/verification/domain/testing/sign-jwt.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const reason = 'We know them.';

describe('issuers that look like others', () => {
  const [college, impostor, other, second] = [1, 2, 3, 4].map((seed) => didKeyIssuer(seed)) as [
    IssuerKey,
    IssuerKey,
    IssuerKey,
    IssuerKey,
  ];
  let app: TestApp;
  let serial = 0;
  let ids: string[] = [];

  beforeAll(async () => {
    app = await startTestApp({ environment: { CLOCK: '2026-06-01T00:00:00Z' } });
    ids = [await submit(college, 'Example College'), await submit(impostor, 'Ехаmple Соllege')];
    ids.push(await submit(other, 'Harbour School'));
    await app.settle();
  });
  afterAll(() => app?.stop());

  const submit = async (issuer: IssuerKey, name: string): Promise<string> => {
    serial += 1;
    const person = { externalIds: [{ system: 't', id: String(serial) }], dids: ['did:example:ann'] };
    const candidate = (await app.call('POST', '/v1/candidates', { body: person })).body.id;
    const profile = { id: issuer.controller, type: ['Profile'], name };
    const body = signJwt(aBadge(issuer.controller, { issuer: profile }), issuer);
    const headers = { 'content-type': 'application/jwt' };
    return (await app.call('POST', `/v1/candidates/${candidate}/credentials`, { body, headers })).body.id;
  };
  const credential = async (id: string | undefined) => (await app.call('GET', `/v1/credentials/${id}`)).body;
  const alike = async (id: string | undefined) => (await credential(id)).issuerTrust.lookAlikes;
  const decide = async (id: string | undefined, tier: string): Promise<void> => {
    const { issuerId } = (await credential(id)).issuer;
    await app.call('PUT', `/v1/issuers/${issuerId}/trust`, { body: { tier, reason } });
    await app.settle();
  };

  it('are flagged beside one that is trusted, and nobody else is; no verdict and no tier changes', async () => {
    for (const id of ids) expect(await alike(id)).toEqual([]);
    await decide(ids[0], 'trusted');
    const flagged = await credential(ids[1]);
    expect(flagged).toMatchObject({ verdict: 'verified', issuer: { tier: 'known', name: 'Ехаmple Соllege' } });
    expect(flagged.issuerTrust.lookAlikes).toEqual([
      {
        ...{ code: 'confusable-name', detail: 'it has a name that reads like that of Example College' },
        ...{ identifier: college.controller, name: 'Example College', tier: 'trusted', registryId: null },
        issuerId: (await credential(ids[0])).issuer.issuerId,
      },
    ]);
    const page = (await app.call('GET', `/v1/issuers/${flagged.issuer.issuerId}`)).body;
    expect(page.lookAlikes).toMatchObject([{ code: 'confusable-name' }]);
    expect([await alike(ids[0]), await alike(ids[2])]).toEqual([[], []]);
  });

  it('are flagged by the name of one credential, though they had another name before', async () => {
    const renamed = await submit(other, 'EXAMPLE COLLEGE');
    await app.settle();
    expect(await alike(renamed)).toMatchObject([{ code: 'same-name' }]);
    expect((await credential(renamed)).issuer).toMatchObject({
      ...{ name: 'Harbour School', selfAssertedName: 'EXAMPLE COLLEGE' },
    });
    expect(await alike(ids[2])).toEqual([]);
    // The page of the issuer shows all that it calls itself, and is flagged for any of it.
    const { issuerId } = (await credential(renamed)).issuer;
    expect((await app.call('GET', `/v1/issuers/${issuerId}`)).body).toMatchObject({
      ...{
        name: 'Harbour School',
        nameSource: 'self-asserted',
        ownName: 'Harbour School',
        ownNameSource: 'self-asserted',
      },
      selfAsserted: [
        { name: 'EXAMPLE COLLEGE', credentials: 1 },
        { name: 'Harbour School', credentials: 1 },
      ],
      lookAlikes: [{ code: 'same-name' }],
    });
  });

  it('are flagged beside one that only a registry knows, until they are believed as much', async () => {
    const twin = await submit(second, 'Registered Institute');
    const csv = 'id,name,url\ndid:web:registered.org,Registered lnstitute,https://registered.org\n';
    const { body } = await app.call('POST', '/v1/trust-registries', {
      body: { kind: 'list', name: 'Own', reason, csv },
    });
    await app.settle();
    expect(await alike(twin)).toMatchObject([
      { code: 'confusable-name', identifier: 'did:web:registered.org', issuerId: null, registryId: body.id },
    ]);
    await decide(twin, 'recognized');
    expect(await alike(twin)).toEqual([]);
    await decide(twin, 'known');
    expect(await alike(twin)).toHaveLength(1);
    await app.call('DELETE', `/v1/trust-registries/${body.id}`);
    expect(await alike(twin)).toEqual([]);
  });
});
