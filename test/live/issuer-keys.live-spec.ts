import { generateKeyPairSync } from 'node:crypto';
import { aBadge } from '../../src/verification/domain/testing/badge.js';
import { type IssuerKey, webIssuer } from '../../src/verification/domain/testing/issuer-key.js';
import { signJwt } from '../../src/verification/domain/testing/sign-jwt.js';
import { anotherOrganization } from '../support/another-organization.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const reason = 'Read over the phone by their registrar.';

describe('keys that an organization pins for an issuer', () => {
  let app: TestApp;
  let otherKey: string;
  let serial = 0;

  beforeAll(async () => {
    app = await startTestApp({ environment: { CLOCK: '2026-06-01T00:00:00Z' } });
    otherKey = await anotherOrganization(app);
  });
  afterAll(() => app?.stop());

  const jwkOf = (key: IssuerKey, kid?: string) => ({
    ...key.publicKey.export({ format: 'jwk' }),
    ...(kid !== undefined && { kid }),
  });
  /** A JWT whose `kid` is a bare name and whose issuer has a web address that nobody serves. */
  const submit = async (issuer: IssuerKey, key?: string): Promise<string> => {
    const candidate = await app.call('POST', '/v1/candidates', {
      body: { externalIds: [{ system: 't', id: String((serial += 1)) }] },
      ...(key !== undefined && { key }),
    });
    const answer = await app.call('POST', `/v1/candidates/${candidate.body.id}/credentials`, {
      body: signJwt(aBadge(issuer.controller), issuer),
      headers: { 'content-type': 'application/vc+jwt' },
      ...(key !== undefined && { key }),
    });
    await app.settle();
    return answer.body.id;
  };
  const verdictOf = async (id: string, key?: string): Promise<unknown[]> => {
    const { body } = await app.call('GET', `/v1/credentials/${id}`, key === undefined ? {} : { key });
    return [body.verdict, body.reason];
  };

  it('verify its credentials while they are pinned, and for this organization only', async () => {
    const issuer = webIssuer('P-256', 'https://academy.example/issuer');
    const [ours, theirs] = [await submit(issuer), await submit(issuer, otherKey)];
    expect(await verdictOf(ours)).toEqual(['unverifiable', 'unresolvable_key']);

    const body = { issuer: issuer.controller, keys: [jwkOf(issuer, issuer.method)], reason };
    const pinned = await app.call('POST', '/v1/issuer-keys', { body });
    expect([pinned.status, pinned.headers.get('location')]).toEqual([201, `/v1/issuer-keys/${pinned.body.id}`]);
    expect(pinned.body).toMatchObject({ ...body, keys: [{ jwk: body.keys[0], expiresAt: null }] });
    await app.settle();
    expect(await verdictOf(ours)).toEqual(['verified', 'valid']);
    expect(await verdictOf(await submit(issuer))).toEqual(['verified', 'valid']);
    expect(await verdictOf(theirs, otherKey)).toEqual(['unverifiable', 'unresolvable_key']);
    expect(await verdictOf(await submit(issuer, otherKey), otherKey)).toEqual(['unverifiable', 'unresolvable_key']);
    const path = `/v1/issuer-keys/${pinned.body.id}`;
    const asked = await app.call('GET', path, { key: otherKey });
    expect([asked.status, asked.body.code]).toEqual([404, 'issuer-key-set-not-found']);

    expect((await app.call('DELETE', path)).status).toBe(428);
    expect((await app.call('DELETE', path, { headers: { 'if-match': '"7"' } })).status).toBe(412);
    const etag = pinned.headers.get('etag') ?? '';
    expect((await app.call('DELETE', path, { headers: { 'if-match': etag } })).status).toBe(204);
    await app.settle();
    expect(await verdictOf(ours)).toEqual(['unverifiable', 'unresolvable_key']);
    expect((await app.call('GET', path)).status).toBe(404);
    const { data } = (await app.call('GET', `/v1/audit-events?targetId=${pinned.body.id}`)).body;
    expect(data.map((event: { action: string }) => event.action).sort()).toEqual([
      'issuer-keys.pinned',
      'issuer-keys.unpinned',
    ]);
  });

  it('are replaced by who knows the version, and a wrong key then shows a wrong signature', async () => {
    const issuer = webIssuer('P-256', 'https://school.example/issuer');
    const id = await submit(issuer);
    const wrong = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    const body = { issuer: issuer.controller, keys: [{ ...wrong, kid: issuer.method }], reason };
    const pinned = await app.call('POST', '/v1/issuer-keys', { body });
    await app.settle();
    expect(await verdictOf(id)).toEqual(['failed', 'invalid_signature']);
    const again = await app.call('POST', '/v1/issuer-keys', { body });
    expect([again.status, again.body.code]).toEqual([409, 'keys-already-pinned']);

    const path = `/v1/issuer-keys/${pinned.body.id}`;
    const right = { keys: [jwkOf(issuer, issuer.method)], reason: 'The letter had a typing error.' };
    expect((await app.call('PUT', path, { body: right })).status).toBe(428);
    const headers = { 'if-match': pinned.headers.get('etag') ?? '' };
    const replaced = await app.call('PUT', path, { body: right, headers });
    expect([replaced.status, replaced.body.reason]).toEqual([200, right.reason]);
    expect((await app.call('PUT', path, { body: right, headers })).status).toBe(412);
    await app.settle();
    expect(await verdictOf(id)).toEqual(['verified', 'valid']);
    const listed = await app.call('GET', `/v1/issuer-keys?issuer=${encodeURIComponent(issuer.controller)}`);
    expect(listed.body.data.map((set: { id: string }) => set.id)).toEqual([pinned.body.id]);
  });

  it('are refused with a pointer when they are private, weak, too many or none, and from who is no admin', async () => {
    const issuer = webIssuer('P-256', 'did:web:refused.example');
    const good = jwkOf(issuer, 'good');
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
    const pin = async (changes: object): Promise<unknown[]> => {
      const body = { issuer: issuer.controller, keys: [good], reason, ...changes };
      const answer = await app.call('POST', '/v1/issuer-keys', { body });
      return [answer.status, answer.body.errors?.[0]?.pointer, answer.body.code];
    };
    const secret = issuer.privateKey.export({ format: 'jwk' });
    expect(await pin({ keys: [good, secret] })).toEqual([422, '/keys/1', 'unusable-key']);
    expect(await pin({ keys: [weak] })).toEqual([422, '/keys/0', 'unusable-key']);
    expect(await pin({ keys: undefined })).toEqual([422, '/keys', 'no-keys']);
    expect(await pin({ keys: undefined, certificates: 'none' })).toEqual([422, '/certificates', 'unusable-key']);
    const status = async (changes: object): Promise<unknown[]> => (await pin(changes)).slice(0, 2);
    const tooMany = Array.from({ length: 21 }, (_, index) => ({ ...good, kid: `k${index}` }));
    expect(await status({ keys: tooMany })).toEqual([400, '/keys']);
    expect(await status({ issuer: 'Academy of Welding' })).toEqual([400, '/issuer']);
    expect(await status({ issuer: `urn:${'x'.repeat(2048)}` })).toEqual([400, '/issuer']);
    expect(await status({ reason: '' })).toEqual([400, '/reason']);
    const made = await app.call('POST', '/v1/api-keys', { body: { name: 'recruiter', roles: ['recruiter'] } });
    const body = { issuer: issuer.controller, keys: [good], reason };
    const refused = await app.call('POST', '/v1/issuer-keys', { body, key: made.body.key });
    expect(refused.status).toBe(403);
    expect((await app.call('GET', `/v1/issuer-keys?issuer=${issuer.controller}`)).body.data).toEqual([]);
  });
});
