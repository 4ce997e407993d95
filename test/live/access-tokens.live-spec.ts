import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, SignJWT } from 'jose';
import { newId } from '../../src/platform/ids/index.js';
import { type GroundFloor, startGroundFloor } from '../support/ground-floor.js';

const ISSUER = 'https://login.example.org';
const DOWN = 'https://down.example.org';
const settings = { audience: 'credence', organizationClaim: 'org', rolesClaim: 'roles' };

describe('people with access tokens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-oidc-'));
  let house: GroundFloor;
  let pair: GenerateKeyPairResult;

  beforeAll(async () => {
    pair = await generateKeyPair('ES256');
    const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }];
    const discovery = { issuer: ISSUER, jwks_uri: 'https://keys.example.org/jwks' };
    writeFileSync(join(folder, 'discovery.json'), JSON.stringify(discovery));
    writeFileSync(join(folder, 'jwks.json'), JSON.stringify({ keys }));
    const pinned = {
      [`${ISSUER}/.well-known/openid-configuration`]: 'discovery.json',
      [discovery.jwks_uri]: 'jwks.json',
    };
    writeFileSync(join(folder, 'pinned.json'), JSON.stringify(pinned));
    const issuers = [ISSUER, DOWN].map((issuer) => ({ issuer, ...settings }));
    house = await startGroundFloor({
      environment: { OIDC_ISSUERS: JSON.stringify(issuers), PINNED_DOCUMENTS: join(folder, 'pinned.json') },
    });
  });
  afterAll(async () => {
    await house?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const token = (claims: object, header: object = {}): Promise<string> =>
    new SignJWT({ iss: ISSUER, aud: 'credence', sub: 'anna', org: house.organizationId, roles: ['admin'], ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one', ...header })
      .setExpirationTime('5m')
      .sign(pair.privateKey);
  const get = (bearer: string, url = '/v1/organization') =>
    house.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${bearer}` } });

  it('are let in with the roles that the token names', async () => {
    expect((await get(await token({}))).json()).toMatchObject({ id: house.organizationId });
    expect((await get(await token({ roles: ['recruiter'] }), '/v1/api-keys')).statusCode).toBe(403);
    expect((await get(await token({ roles: ['root'] }))).statusCode).toBe(403);
  });

  it('are named in the log by issuer and subject', async () => {
    const made = await house.app.inject({
      method: 'POST',
      url: '/v1/api-keys',
      payload: { name: 'a', roles: ['recruiter'] },
      headers: { authorization: `Bearer ${await token({})}` },
    });
    const { data } = (await get(await token({}), `/v1/audit-events?targetId=${made.json<{ id: string }>().id}`)).json<{
      data: { actor: object }[];
    }>();
    expect(data.map((event) => event.actor)).toEqual([{ kind: 'person', id: `${ISSUER}|anna` }]);
  });

  it.each([
    ['of an organization that is not here', () => token({ org: newId() })],
    ['of another audience', () => token({ aud: 'other' })],
    ['of an unknown issuer', () => token({ iss: 'https://evil.example' })],
    ['with an unknown key', () => token({}, { kid: 'two' })],
  ])('are not let in with a token %s', async (_name, make) => {
    const answer = await get(await make());
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'unauthenticated']);
  });

  it('are asked to come back when the issuer’s keys cannot be had', async () => {
    const answer = await get(await token({ iss: DOWN }));
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'token-keys-unavailable']);
    expect(answer.headers['retry-after']).toBe('5');
  });
});
