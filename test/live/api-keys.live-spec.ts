import { BootstrapOrganization, listRoutesWithPolicies } from '../../src/identity/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';

describe('API keys', () => {
  let house: GroundFloor;

  beforeAll(async () => {
    house = await startGroundFloor();
  });
  afterAll(() => house?.stop());

  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, options: { key?: string; body?: object } = {}) =>
    house.app.inject({
      method,
      url,
      ...(options.body && { payload: options.body }),
      headers: { authorization: `Bearer ${options.key ?? ADMIN_KEY}` },
    });
  const codeOf = (answer: { json<T>(): T }): string => answer.json<{ code: string }>().code;

  it('are made once with the operator’s key as admin, however many processes start', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => house.app.get(BootstrapOrganization).run()));
    expect(runs).toEqual([undefined, undefined, undefined]);
    const { rows } = await house.owner.query('SELECT name, prefix, roles FROM api_key');
    expect(rows).toEqual([{ name: 'Bootstrap key', prefix: 'bootstrap', roles: ['admin'] }]);
    expect((await call('GET', '/v1/organization')).json()).toMatchObject({
      id: house.organizationId,
      name: 'Default organization',
    });
  });

  it('show their secret once, and work', async () => {
    const made = await call('POST', '/v1/api-keys', { body: { name: 'For the ATS', roles: ['integration'] } });
    expect(made.statusCode).toBe(201);
    const { key, ...rest } = made.json<{ key: string; id: string }>();
    expect(key).toMatch(/^crd_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
    expect((await call('GET', '/v1/organization', { key })).statusCode).toBe(200);
    const listed = (await call('GET', '/v1/api-keys')).json<{ data: { id: string }[] }>().data;
    expect(listed.find((k) => k.id === rest.id)).toEqual({ ...rest });
    expect(JSON.stringify(listed)).not.toContain(key.slice(13, 56));
    const { rows } = await house.owner.query(`SELECT * FROM api_key WHERE id = $1`, [rest.id]);
    expect(JSON.stringify(rows)).not.toContain(key.slice(13, 56));
  });

  it.each([
    ['none', ''],
    ['another scheme', `Basic ${Buffer.from('a:b').toString('base64')}`],
    ['an empty one', 'Bearer '],
    ['one that was never made', 'Bearer crd_AAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB_CCCCCC'],
    ['a long text', `Bearer ${'x'.repeat(40)}`],
    ['a token of an unknown issuer', 'Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.'],
    ['the right one with a wrong end', `Bearer ${ADMIN_KEY}x`],
    ['SQL', `Bearer ' OR 1=1 -- ${'x'.repeat(32)}`],
  ])('open nothing when the caller shows %s', async (_name, authorization) => {
    const answer = await house.app.inject({ method: 'GET', url: '/v1/api-keys', headers: { authorization } });
    expect([answer.statusCode, codeOf(answer), answer.headers['www-authenticate']]).toEqual([
      401,
      'unauthenticated',
      'Bearer',
    ]);
  });

  it('are refused with one answer for every wrong part', async () => {
    const details = await Promise.all(
      ['Bearer short', `Bearer ${'x'.repeat(40)}`, 'Basic x'].map(async (authorization) => {
        const answer = await house.app.inject({ method: 'GET', url: '/v1/api-keys', headers: { authorization } });
        return answer.json<{ detail: string }>().detail;
      }),
    );
    expect(new Set(details).size).toBe(1);
  });

  it.each(['recruiter', 'hiring_manager', 'integration', 'auditor', 'candidate'] as const)(
    'are not for a %s to make, see or revoke',
    async (role) => {
      const { id, key } = await house.addKey([role]);
      const answers = [
        await call('POST', '/v1/api-keys', { key, body: { name: 'a', roles: ['admin'] } }),
        await call('GET', '/v1/api-keys', { key }),
        await call('DELETE', `/v1/api-keys/${id}`, { key }),
      ];
      expect(answers.map((a) => a.statusCode)).toEqual([403, 403, 403]);
    },
  );

  it.each([
    ['no name', { roles: ['admin'] }, '/name'],
    ['a blank name', { name: '  ', roles: ['admin'] }, '/name'],
    ['no roles', { name: 'a', roles: [] }, '/roles'],
    ['an unknown role', { name: 'a', roles: ['root'] }, '/roles'],
    ['an end that is no time', { name: 'a', roles: ['admin'], expiresAt: 'soon' }, '/expiresAt'],
    ['an organization', { name: 'a', roles: ['admin'], organizationId: 'x' }, '/organizationId'],
    ['its own secret', { name: 'a', roles: ['admin'], key: 'x' }, '/key'],
  ])('are not made with %s', async (_name, body, pointer) => {
    const answer = await call('POST', '/v1/api-keys', { body });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { pointer: string }[] }>().errors.map((e) => e.pointer)).toContain(pointer);
  });

  it('are not made with an end in the past', async () => {
    const answer = await call('POST', '/v1/api-keys', {
      body: { name: 'a', roles: ['admin'], expiresAt: '2020-01-01T00:00:00Z' },
    });
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'key-already-expired']);
  });

  it('open nothing any more at the moment they are revoked', async () => {
    const { id, key } = await house.addKey(['recruiter']);
    expect((await call('GET', '/v1/organization', { key })).statusCode).toBe(200);
    expect((await call('DELETE', `/v1/api-keys/${id}`)).statusCode).toBe(204);
    expect((await call('GET', '/v1/organization', { key })).statusCode).toBe(401);
    expect((await call('DELETE', `/v1/api-keys/${id}`)).statusCode).toBe(404);
    const listed = (await call('GET', '/v1/api-keys?limit=200')).json<{ data: { id: string }[] }>().data;
    expect(listed.map((k) => k.id)).not.toContain(id);
  });

  it('open nothing after their end', async () => {
    const { id, key } = await house.addKey(['recruiter']);
    await house.owner.query(`UPDATE api_key SET expires_at = now() WHERE id = $1`, [id]);
    expect((await call('GET', '/v1/organization', { key })).statusCode).toBe(401);
  });

  it('never leave the organization without an admin', async () => {
    const other = await house.addOrganization();
    const [only] = (await call('GET', '/v1/api-keys', other)).json<{ data: { id: string }[] }>().data;
    const refused = await call('DELETE', `/v1/api-keys/${only?.id}`, other);
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'last-admin-key']);
    const second = (await call('POST', '/v1/api-keys', { ...other, body: { name: 'b', roles: ['admin'] } })).json<{
      id: string;
      key: string;
    }>();
    // Each revokes the other at the same time: one of them has to fail.
    const both = await Promise.all([
      call('DELETE', `/v1/api-keys/${second.id}`, other),
      call('DELETE', `/v1/api-keys/${only?.id}`, { key: second.key }),
    ]);
    expect(both.map((a) => a.statusCode).sort()).toEqual([204, 409]);
  });

  it('of another organization do not exist', async () => {
    const other = await house.addOrganization();
    const { id } = await house.addKey(['recruiter']);
    expect((await call('DELETE', `/v1/api-keys/${id}`, other)).statusCode).toBe(404);
    const listed = (await call('GET', '/v1/api-keys', other)).json<{ data: { id: string }[] }>().data;
    expect(listed).toHaveLength(1);
  });

  it('are listed page by page, each once, and the cursor is of this organization and list', async () => {
    const other = await house.addOrganization();
    for (let i = 0; i < 4; i += 1) {
      await call('POST', '/v1/api-keys', { ...other, body: { name: `key ${i}`, roles: ['recruiter'] } });
    }
    const names: string[] = [];
    let url: string | undefined = '/v1/api-keys?limit=2';
    let pages = 0;
    let cursor = '';
    while (url !== undefined) {
      const answer = await call('GET', url, other);
      const page = answer.json<{ data: { name: string }[]; nextCursor: string | null }>();
      names.push(...page.data.map((k) => k.name));
      cursor = page.nextCursor ?? cursor;
      url = /<(.+)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1];
      pages += 1;
    }
    expect([pages, names]).toEqual([3, ['key 3', 'key 2', 'key 1', 'key 0', 'a key of the test']]);
    const foreign = await call('GET', `/v1/api-keys?cursor=${cursor}`);
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([400, 'invalid-cursor']);
  });

  it('remember when they were last used', async () => {
    const { id, key } = await house.addKey(['recruiter']);
    await call('GET', '/v1/organization', { key });
    const usage = async (): Promise<Date | null> =>
      (await house.owner.query<{ at: Date | null }>('SELECT last_used_at AS at FROM api_key WHERE id = $1', [id]))
        .rows[0]?.at ?? null;
    expect(await usage()).toBeNull();
    const { KeyUsage } = await import('../../src/identity/application/key-usage.js');
    await house.app.get(KeyUsage).write();
    expect(await usage()).toBeInstanceOf(Date);
  });

  it('are asked for by every route', () => {
    const routes = listRoutesWithPolicies(house.app);
    expect(routes.map((r) => `${r.method} ${r.path}`)).toContain('DELETE /v1/api-keys/:id');
    expect(routes.filter((r) => r.policy === undefined)).toEqual([]);
  });
});
