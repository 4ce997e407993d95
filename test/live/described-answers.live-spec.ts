import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { DescribedAnswers } from '../support/described-answers.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';

const EMAIL = 'amara@mail.example';

/** The typed client is made from the document, so what it does not say has no type there. */
describe('answers that the OpenAPI document describes', () => {
  let app: TestApp;
  let described: DescribedAnswers;
  let profileId: string;
  let candidates: string[];
  let credentialId: string;

  beforeAll(async () => {
    app = await startTestApp();
    described = new DescribedAnswers((await app.call('GET', '/openapi.json', { key: null })).body);
    await app.settle();
    const requirements = ['forklift-operation', 'first-aid'].map((name) => ({
      competencyUri: `urn:credence:starter:${name}`,
      importance: 'must',
      weight: 10,
      level: 2,
    }));
    const profile = await app.call('POST', '/v1/role-profiles', { body: { title: 'Operator', requirements } });
    profileId = profile.body.id;
    await app.call('POST', `/v1/role-profiles/${profileId}/publish`, {
      headers: { 'if-match': profile.headers.get('etag') ?? '' },
    });
    candidates = [];
    for (const body of [{ name: 'Amara', emails: [EMAIL] }, { name: 'Ben' }]) {
      candidates.push((await app.call('POST', '/v1/candidates', { body })).body.id);
    }
    const at = new Date('2026-01-01T00:00:00Z');
    const issuer = await didKeyIssuer('Academy', 'eddsa-rdfc-2022');
    const badge = openBadge('urn:badge:1', issuer, {
      title: 'Forklift',
      skill: { name: 'Forklift operation', url: 'urn:credence:starter:forklift-operation' },
      type: 'Assessment',
      recipientEmail: EMAIL,
      validFrom: at,
    });
    const { body, contentType } = await issuer.sign(badge, at);
    const sent = { body, headers: { 'content-type': contentType } };
    credentialId = (await app.call('POST', `/v1/candidates/${candidates[0]}/credentials`, sent)).body.id;
    const list = {
      body: JSON.stringify([badge, { ...badge, id: 'urn:badge:2' }]),
      headers: { 'content-type': 'application/json' },
    };
    await app.call('POST', `/v1/candidates/${candidates[0]}/credentials`, list);
    await app.settle();
  });
  afterAll(() => app?.stop());

  const agrees = async (
    path: string,
    actual: string,
    status = 200,
    method = 'GET',
    body?: unknown,
  ): Promise<Answer['body']> => {
    const answer = await app.call(method, actual, body === undefined ? {} : { body });
    expect([actual, answer.status]).toEqual([actual, status]);
    expect(described.differences(method, path, status, answer.body)).toEqual([]);
    return answer.body;
  };

  it('are those about credentials', async () => {
    const { data } = await agrees('/v1/credentials', '/v1/credentials');
    // The badge, the list and the two in it.
    expect(data).toHaveLength(4);
    for (const { id } of data) await agrees('/v1/credentials/{id}', `/v1/credentials/${id}`);
    const one = await agrees('/v1/credentials/{id}', `/v1/credentials/${credentialId}`);
    expect([one.verdict, one.claims.length > 0, one.mappings.length > 0]).toEqual(['verified', true, true]);
    await agrees('/v1/credentials/{id}/verifications', `/v1/credentials/${credentialId}/verifications`);
    await agrees('/v1/credentials/{id}/verifications', `/v1/credentials/${credentialId}/verifications`, 202, 'POST');
  });

  it('are those about issuers', async () => {
    const { data } = await agrees('/v1/issuers', '/v1/issuers');
    const path = `/v1/issuers/${data[0].id}`;
    await agrees('/v1/issuers/{id}/trust', `${path}/trust`, 200, 'PUT', { tier: 'trusted', reason: 'We know them.' });
    expect((await agrees('/v1/issuers/{id}', path)).decisions).toHaveLength(1);
  });

  it('are those about why somebody stands where they stand', async () => {
    const base = `/v1/role-profiles/${profileId}`;
    for (const id of candidates) {
      await agrees('/v1/role-profiles/{id}/ranking/{candidateId}', `${base}/ranking/${id}`);
    }
    const [a, b] = candidates;
    await agrees('/v1/role-profiles/{id}/compare', `${base}/compare?a=${a}&b=${b}`);
    await agrees('/v1/role-profiles/{id}/compare', `${base}/compare?a=${a}&b=${a}`);
  });

  it('would be noticed if they said more', () => {
    const more = { data: [], nextCursor: null, more: 1 };
    expect(described.differences('GET', '/v1/credentials', 200, more)).toEqual(['/more is not described']);
    expect(described.differences('GET', '/v1/credentials', 200, { data: 7, nextCursor: null })).not.toEqual([]);
  });
});
