import { aCertificate, type TestCertificate, x5cOf } from '../../src/verification/domain/testing/certificate.js';
import { signJwt } from '../../src/verification/domain/testing/sign-jwt.js';
import { aBadge } from '../../src/verification/domain/testing/badge.js';
import { anotherOrganization } from '../support/another-organization.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const reason = 'In the trusted list, read on 3 May.';
const pemOf = ({ der }: TestCertificate): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;

describe('authorities that an organization trusts', () => {
  const root = aCertificate('Root', { authority: true });
  const school = aCertificate('School', { issuer: root, uris: ['https://school.example'] });
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ environment: { CLOCK: '2026-06-01T00:00:00Z' } });
  });
  afterAll(() => app?.stop());

  const trust = (certificate: string, rest: object = {}) =>
    app.call('POST', '/v1/trust-anchors', { body: { certificate, reason, ...rest } });

  it('show whose keys are whose while they are trusted, and for this organization only', async () => {
    const other = await anotherOrganization(app);
    const key = { ...school, controller: 'https://school.example', method: 'x5c' };
    const token = signJwt(aBadge('https://school.example'), key, { kid: undefined, x5c: x5cOf(school) });
    const submit = async (as: { key?: string }): Promise<string> => {
      const body = { externalIds: [{ system: 't', id: 'a' }] };
      const candidate = (await app.call('POST', '/v1/candidates', { body, ...as })).body.id;
      const headers = { 'content-type': 'application/jwt' };
      return (await app.call('POST', `/v1/candidates/${candidate}/credentials`, { body: token, headers, ...as })).body
        .id;
    };
    const [ours, theirs] = [await submit({}), await submit({ key: other })];
    const reasonOf = async (id: string, as: { key?: string } = {}) =>
      (await app.call('GET', `/v1/credentials/${id}`, as)).body.reason;
    await app.settle();
    expect(await reasonOf(ours)).toBe('binding_unproven');

    const trusted = await trust(pemOf(root));
    expect(trusted.status).toBe(201);
    expect(trusted.body).toMatchObject({ reason, validUntil: '2030-01-01T00:00:00.000Z' });
    await app.settle();
    expect([await reasonOf(ours), await reasonOf(theirs, { key: other })]).toEqual(['valid', 'binding_unproven']);
    expect((await app.call('GET', '/v1/trust-anchors')).body.data).toEqual([trusted.body]);
    expect((await app.call('GET', '/v1/trust-anchors', { key: other })).body.data).toEqual([]);

    const path = `/v1/trust-anchors/${trusted.body.id}`;
    expect((await app.call('DELETE', path, { key: other })).status).toBe(404);
    expect((await app.call('DELETE', path)).status).toBe(204);
    await app.settle();
    expect(await reasonOf(ours)).toBe('binding_unproven');
    expect((await app.call('DELETE', path)).status).toBe(404);
  });

  it('are single certificates that may certify others, each once', async () => {
    const [one, two] = [aCertificate('One', { authority: true }), aCertificate('Two', { authority: true })];
    expect((await trust(pemOf(one))).status).toBe(201);
    expect((await trust(pemOf(one))).body).toMatchObject({ status: 409, code: 'already-trusted' });
    for (const text of [pemOf(school), pemOf(one) + pemOf(two), 'x'])
      expect((await trust(text)).body).toMatchObject({ status: 422, errors: [{ pointer: '/certificate' }] });
    expect((await trust('')).status).toBe(400);
    expect((await trust(pemOf(two), { reason: '' })).status).toBe(400);
  });
});
