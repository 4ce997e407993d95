import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { type EventReceiver, startEventReceiver } from '../support/event-receiver.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';

const EMAIL = 'amara@mail.example';
const AT = new Date('2026-01-01T00:00:00Z');

describe('whoever listens to everything', () => {
  let app: TestApp;
  let receiver: EventReceiver;

  beforeAll(async () => {
    app = await startTestApp({ allowLoopback: true });
    receiver = await startEventReceiver();
    await app.settle();
  });
  afterAll(async () => {
    await app?.stop();
    await receiver?.close();
  });

  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await app.call('POST', path, { body, headers });
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer;
  };

  it('hears of what happens to people, credentials, mappings, holdings, profiles and imports', async () => {
    await post('/v1/webhook-endpoints', { url: receiver.url });
    const [amara, ben] = [
      (await post('/v1/candidates', { name: 'Amara', emails: [EMAIL] })).body.id,
      (await post('/v1/candidates', { externalIds: [{ system: 's', id: 'ben' }] })).body.id,
    ];
    await app.call('PATCH', `/v1/candidates/${amara}`, { body: { name: 'Amara D.' } });

    const issuer = await didKeyIssuer('Academy', 'eddsa-rdfc-2022');
    const badge = (id: string, more: object = {}) =>
      openBadge(id, issuer, {
        title: 'Forklift',
        skill: { name: 'Forklift operation', url: 'urn:credence:starter:forklift-operation' },
        type: 'Assessment',
        recipientEmail: EMAIL,
        validFrom: AT,
        ...more,
      });
    const submit = (body: string, contentType: string): Promise<Answer> =>
      app.call('POST', `/v1/candidates/${amara}/credentials`, { body, headers: { 'content-type': contentType } });
    const good = await issuer.sign(badge('urn:badge:1'), AT);
    const credential = (await submit(good.body, good.contentType)).body.id;
    await submit(good.body.replace('Forklift', 'Crane'), good.contentType);
    const ended = await issuer.sign(badge('urn:badge:2', { validUntil: new Date('2026-02-01T00:00:00Z') }), AT);
    await submit(ended.body, ended.contentType);
    // Whose key cannot be found: the name does not exist.
    const stranger = { ...badge('urn:badge:3'), issuer: { id: 'did:web:nobody.invalid', type: ['Profile'] } };
    const proof = { ...JSON.parse(good.body).proof, verificationMethod: 'did:web:nobody.invalid#key-1' };
    await submit(JSON.stringify({ ...stranger, proof }), 'application/json');
    await submit('no credential at all', 'text/plain');
    await app.settle();

    const { mappings } = (await app.call('GET', `/v1/credentials/${credential}`)).body;
    await post(`/v1/mappings/${mappings[0].id}/decision`, {
      decision: 'reject',
      scope: 'achievement',
      reason: 'Other work.',
    });
    const requirements = [{ competencyUri: 'urn:credence:starter:forklift-operation', importance: 'must', weight: 10 }];
    const profile = await post('/v1/role-profiles', { title: 'Operator', requirements });
    await post(`/v1/role-profiles/${profile.body.id}/publish`, {}, { 'if-match': profile.headers.get('etag') ?? '' });
    await app.call('POST', '/v1/imports', {
      body: '{"name":"Cy"}',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    await post(`/v1/candidates/${ben}/merge`, { intoCandidateId: amara });
    await app.settle();
    await app.call('DELETE', `/v1/candidates/${amara}`);
    await app.settle();

    const heard = new Set(receiver.events.map(({ type }) => type));
    const expected = [
      'candidate.created',
      'candidate.updated',
      'candidate.merged',
      'candidate.erased',
      'credential.verified',
      'credential.failed',
      'credential.expired',
      'credential.unverifiable',
      'credential.unsupported',
      'mapping.changed',
      'holdings.changed',
      'profile.published',
      'import.completed',
    ];
    expect(expected.filter((type) => !heard.has(type))).toEqual([]);
    // Thin: ids and small facts, nothing of the person.
    const texts = receiver.events.map(({ text }) => text).join('\n');
    expect(texts).not.toMatch(/Amara|mail\.example/);
    expect(Math.max(...receiver.events.map(({ text }) => text.length))).toBeLessThan(20_000);
    const ids = receiver.events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
