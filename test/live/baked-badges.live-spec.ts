import { openBadge } from '../../demo/world/badge.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { bakedPng, bakedSvg } from '../../src/verification/domain/testing/baked.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';
import { storeFrameworkVersion } from '../support/stored-framework.js';

const EMAIL = 'mia@example.org';
const GLAZING = { uri: 'urn:workshop:leaded-glazing', label: 'Leaded glazing' };
const FROM = new Date('2026-01-05T00:00:00Z');

let service: TestApp;
let issuer: DemoIssuer;
let serial = 0;

beforeAll(async () => {
  service = await startTestApp({ environment: { CLOCK: '2026-06-01T12:00:00Z' } });
  issuer = await didKeyIssuer('Glass workshop', 'eddsa-rdfc-2022');
  const [organization] = await askDatabase(service.databaseUrl, 'SELECT organization_id AS id FROM organization');
  await service.app.get(UnitOfWork).run(String(organization?.id), async (tx) => {
    const frameworkVersionId = await storeFrameworkVersion(tx, newId(), [GLAZING]);
    await service.app.get(Outbox).publish(tx, { topic: 'framework.imported', payload: { frameworkVersionId } });
  });
  await service.settle();
});
afterAll(() => service?.stop());

/** A badge for leaded glazing, signed now. */
async function signedBadge(number: number): Promise<string> {
  const badge = openBadge(`urn:workshop:badge:${number}`, issuer, {
    title: 'Glazing exam',
    skill: { name: GLAZING.label, url: GLAZING.uri },
    type: 'Assessment',
    level: 3,
    evidence: 'Leaded two church windows.',
    recipientEmail: EMAIL,
    validFrom: FROM,
  });
  return String((await issuer.sign(badge, FROM)).body);
}

async function handIn(
  bake: (text: string) => Buffer | string,
  contentType: string,
  change: (text: string) => string = (text) => text,
): Promise<{ candidateId: string; credentialId: string }> {
  serial += 1;
  const person = { name: 'Mia', externalIds: [{ system: 'test', id: String(serial) }], emails: [EMAIL] };
  const candidateId = String((await service.call('POST', '/v1/candidates', { body: person })).body.id);
  const submitted = await service.call('POST', `/v1/candidates/${candidateId}/credentials`, {
    body: bake(change(await signedBadge(serial))),
    headers: { 'content-type': contentType },
  });
  expect(submitted.status).toBe(202);
  await service.settle();
  return { candidateId, credentialId: String(submitted.body.id) };
}

describe.each([
  ['PNG', bakedPng, 'image/png', 'baked-png'],
  ['SVG', bakedSvg, 'image/svg+xml', 'baked-svg'],
])('a badge that is baked into a %s', (_name, bake, contentType, carrier) => {
  it('is verified as what it is and gives the candidate what it shows', async () => {
    const { candidateId, credentialId } = await handIn(bake, contentType);
    const { body } = await service.call('GET', `/v1/credentials/${credentialId}`);
    expect(body).toMatchObject({ format: 'openbadges-3', verdict: 'verified', achievement: { name: 'Glazing exam' } });
    expect(body.claims.length).toBeGreaterThan(0);
    expect(body.checks).toContainEqual(expect.objectContaining({ id: 'carrier', outcome: 'pass', code: carrier }));
    const holdings = (await service.call('GET', `/v1/candidates/${candidateId}/competencies`)).body.data;
    expect(holdings).toEqual([expect.objectContaining({ uri: GLAZING.uri, credentialId, level: 3 })]);
    const report = await service.call('GET', `/v1/credentials/${credentialId}/report`);
    expect(JSON.stringify(report.body)).toContain(`${carrier === 'baked-png' ? 'a PNG' : 'an SVG'} image`);
  });

  it('fails when a word of it was changed, and gives nothing', async () => {
    const { candidateId, credentialId } = await handIn(bake, contentType, (text) =>
      text.replace('Glazing exam', 'Glazing master'),
    );
    const { body } = await service.call('GET', `/v1/credentials/${credentialId}`);
    expect(body).toMatchObject({ format: 'openbadges-3', verdict: 'failed', reason: 'invalid_signature' });
    expect((await service.call('GET', `/v1/candidates/${candidateId}/competencies`)).body.data).toEqual([]);
  });
});
