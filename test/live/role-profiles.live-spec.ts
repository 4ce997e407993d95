import type { InjectOptions } from 'fastify';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

const BASE = '/v1/role-profiles';
/** Two competencies, sql and python; the organization has no scale of its own, so levels end at 5. */
const WORLD = {
  name: 'two',
  clock: new Date('2026-06-30T12:00:00.000Z'),
  relations: { broader: [['sql', 'data'] as const], related: [], exact: [] },
  candidates: [],
  profile: { requirements: [], groups: [] },
};

let ground: GroundFloor;
let stored: StoredWorld;

beforeAll(async () => {
  ground = await startGroundFloor({ modules: [RolesModule] });
  stored = await storeWorld(ground.app.get(UnitOfWork), WORLD, ground.organizationId);
});
afterAll(() => ground.stop());

async function call(
  method: InjectOptions['method'],
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
) {
  const answer = await ground.app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body === '' ? undefined : answer.json() };
}

const sql = (overrides: object = {}) => ({
  competencyId: stored.competencyIds.get('sql'),
  importance: 'must',
  weight: 20,
  ...overrides,
});
const analyst = (...requirements: object[]) => ({ title: 'Data analyst', requirements });

async function created(...requirements: object[]) {
  const answer = await call('POST', BASE, analyst(...(requirements.length === 0 ? [sql()] : requirements)));
  expect(answer.status).toBe(201);
  return { id: answer.body.id as string, etag: answer.headers.etag as string, body: answer.body };
}

describe('POST /v1/role-profiles', () => {
  it('keeps the profile, names competencies and gives every requirement an id', async () => {
    const answer = await call('POST', BASE, {
      ...analyst(
        sql({ level: 3, group: 'g', maxAgeMonths: 24, allowPartial: false }),
        { competencyUri: ' urn:world:data', importance: 'must', weight: 1, group: 'g', id: 'mine' },
        { competencyUri: 'urn:world:sql', importance: 'learnable', weight: 5, learnableWeeks: 6 },
      ),
      groups: [{ id: 'g', atLeast: 1 }],
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.headers.location).toBe(`${BASE}/${answer.body.id}`);
    expect(answer.body).toMatchObject({
      title: 'Data analyst',
      groups: [{ id: 'g', atLeast: 1 }],
      publishedVersion: null,
      requirements: [
        {
          competencyId: stored.competencyIds.get('sql'),
          competencyUri: 'urn:world:sql',
          competencyLabel: 'sql',
          importance: 'must',
          weight: 20,
          level: 3,
          group: 'g',
          allowPartial: false,
          maxAgeMonths: 24,
          learnableWeeks: null,
        },
        { id: 'mine', competencyLabel: 'data', level: null, allowPartial: true, maxAgeMonths: null },
        { competencyLabel: 'sql', learnableWeeks: 6, group: null },
      ],
    });
    expect(answer.body.requirements[0].id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call('GET', `${BASE}/${answer.body.id}`)).body).toEqual(answer.body);
  });

  it('shows what a level looks like, by the competency or else by the scale, and takes it back as it was read', async () => {
    await ground.app.get(UnitOfWork).run(ground.organizationId, async (tx) => {
      const levels = [2, 3].map((level) => ({ level, name: `L${level}`, anchor: `any skill at ${level}` }));
      await tx.query(`UPDATE framework SET scale = $2 WHERE organization_id = $1`, [
        tx.organizationId,
        JSON.stringify({ name: 'words', levels: [...levels, { level: 5, name: 'L5', anchor: '' }] }),
      ]);
      await tx.query(
        `UPDATE competency_entry SET level_anchors = '{"3": "joins three tables"}'
         WHERE organization_id = $1 AND competency_id = $2`,
        [tx.organizationId, stored.competencyIds.get('sql')],
      );
    });
    const { id, body, etag } = await created(sql({ level: 3 }), sql({ level: 2 }), sql({ level: 5 }), sql());
    const anchors = body.requirements.map(({ levelAnchor }: { levelAnchor: string | null }) => levelAnchor);
    expect(anchors).toEqual(['joins three tables', 'any skill at 2', null, null]);
    const { title, requirements, groups } = body;
    const again = await call('PUT', `${BASE}/${id}`, { title, requirements, groups }, { 'if-match': etag });
    expect([again.status, again.body.requirements]).toEqual([200, requirements]);
    await ground.app.get(UnitOfWork).run(ground.organizationId, async (tx) => {
      await tx.query(`UPDATE framework SET scale = NULL WHERE organization_id = $1`, [tx.organizationId]);
      await tx.query(`UPDATE competency_entry SET level_anchors = '{}' WHERE organization_id = $1`, [
        tx.organizationId,
      ]);
    });
  });

  it('refuses what nobody could meet, with a pointer to each fault', async () => {
    const unknown = '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001';
    const answer = await call('POST', BASE, {
      ...analyst(sql({ level: 6 }), sql({ competencyId: unknown }), sql({ group: 'h', weight: 2 })),
      groups: [{ id: 'g', atLeast: 2 }],
    });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('profile-impossible');
    expect(answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/requirements/0/level', 'level-above-scale'],
      ['/requirements/1/competencyId', 'unknown-competency'],
      ['/groups/0/atLeast', 'group-too-small'],
      ['/requirements/2/group', 'unknown-group'],
    ]);
    expect((await call('POST', BASE, analyst())).body.errors[0]).toMatchObject({ code: 'no-requirement' });
  });

  it.each([
    ['a weight of 0', { weight: 0 }, '/requirements/0/weight'],
    ['a weight above 100', { weight: 101 }, '/requirements/0/weight'],
    ['a weight that is not whole', { weight: 1.5 }, '/requirements/0/weight'],
    ['another importance', { importance: 'maybe' }, '/requirements/0/importance'],
    ['level 10', { level: 10 }, '/requirements/0/level'],
    ['a field it does not know', { hours: 3 }, '/requirements/0/hours'],
    ['no id of a competency', { competencyId: 'sql' }, '/requirements/0/competencyId'],
    ['a maximum age of 0 months', { maxAgeMonths: 0 }, '/requirements/0/maxAgeMonths'],
  ])('refuses %s', async (_, overrides, pointer) => {
    const answer = await call('POST', BASE, analyst(sql(overrides)));
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('refuses more requirements than a profile may have', async () => {
    const many = Array.from({ length: 101 }, (_, index) => sql({ maxAgeMonths: index + 1 }));
    expect((await call('POST', BASE, analyst(...many))).status).toBe(400);
  });
});

describe('PUT /v1/role-profiles/{id}', () => {
  it('needs the ETag of what it replaces', async () => {
    const { id, etag } = await created();
    const body = analyst(sql({ weight: 5 }));
    expect((await call('PUT', `${BASE}/${id}`, body)).status).toBe(428);
    expect((await call('PUT', `${BASE}/${id}`, body, { 'if-match': '"77"' })).status).toBe(412);
    expect((await call('PUT', `${BASE}/${id}`, body, { 'if-match': `W/${etag}` })).status).toBe(412);
    const changed = await call('PUT', `${BASE}/${id}`, body, { 'if-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
    expect((await call('PUT', `${BASE}/${id}`, body, { 'if-match': etag })).status).toBe(412);
  });

  it('takes back what GET gave and keeps the ids of requirements', async () => {
    const { id, etag, body } = await created(sql(), sql({ maxAgeMonths: 12 }));
    const { title, requirements, groups } = body;
    const changed = await call(
      'PUT',
      `${BASE}/${id}`,
      { title, groups, requirements: [...requirements].reverse() },
      { 'if-match': etag },
    );
    expect(changed.status).toBe(200);
    expect(changed.body.requirements).toEqual([...requirements].reverse());
  });

  it('lets one of two simultaneous edits through', async () => {
    const { id, etag } = await created();
    const edits = await Promise.all(
      [1, 2, 3, 4].map((weight) => call('PUT', `${BASE}/${id}`, analyst(sql({ weight })), { 'if-match': etag })),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});

describe('POST /v1/role-profiles/{id}/publish', () => {
  it('makes versions that no later edit changes', async () => {
    const { id } = await created();
    const first = await call('POST', `${BASE}/${id}/publish`);
    expect(first.status).toBe(201);
    expect(first.headers.location).toBe(`${BASE}/${id}/versions/1`);
    expect(first.body).toMatchObject({ roleProfileId: id, version: 1, title: 'Data analyst' });

    const edit = analyst(sql({ weight: 99 }));
    await call('PUT', `${BASE}/${id}`, edit, { 'if-match': first.headers.etag as string });
    const second = await call('POST', `${BASE}/${id}/publish`);
    expect(second.body.version).toBe(2);

    const versions = await call('GET', `${BASE}/${id}/versions`);
    expect(versions.body.data.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const kept = await call('GET', `${BASE}/${id}/versions/1`);
    expect(kept.body).toEqual(first.body);
    expect(kept.body.requirements[0].weight).toBe(20);
    expect((await call('GET', `${BASE}/${id}`)).body.publishedVersion).toBe(2);
  });

  it('adds no version when nothing changed', async () => {
    const { id } = await created();
    await call('POST', `${BASE}/${id}/publish`);
    const again = await call('POST', `${BASE}/${id}/publish`);
    expect([again.status, again.body.version]).toEqual([200, 1]);
  });

  it('numbers without a gap when many publish at once', async () => {
    const { id } = await created();
    const published = await Promise.all([1, 2, 3, 4].map(() => call('POST', `${BASE}/${id}/publish`)));
    expect(published.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
  });

  it('honours If-Match when given', async () => {
    const { id } = await created();
    expect((await call('POST', `${BASE}/${id}/publish`, undefined, { 'if-match': '"9"' })).status).toBe(412);
  });

  it('knows no version that was not published', async () => {
    const { id } = await created();
    for (const version of ['0', '1', 'x', '1e1', '99999999999']) {
      expect((await call('GET', `${BASE}/${id}/versions/${version}`)).status).toBe(404);
    }
  });
});

describe('role profiles of an organization', () => {
  it('are listed newest first, page by page', async () => {
    const other = await ground.addOrganization();
    const authorization = { authorization: `Bearer ${other.key}` };
    await storeWorld(ground.app.get(UnitOfWork), WORLD, other.organizationId);
    const titles = ['one', 'two', 'three'];
    for (const title of titles) {
      const body = { title, requirements: [{ competencyUri: 'urn:world:sql', importance: 'must', weight: 1 }] };
      expect((await call('POST', BASE, body, authorization)).status).toBe(201);
    }
    const first = await call('GET', `${BASE}?limit=2`, undefined, authorization);
    expect(first.headers.link).toContain('rel="next"');
    const next = await call('GET', `${BASE}?limit=2&cursor=${first.body.nextCursor}`, undefined, authorization);
    const seen = [...first.body.data, ...next.body.data].map(({ title }: { title: string }) => title);
    expect(seen).toEqual(['three', 'two', 'one']);
    expect(next.body.nextCursor).toBeNull();
  });

  it('are nothing to another organization', async () => {
    const { id, etag } = await created();
    const other = await ground.addOrganization();
    const authorization = { authorization: `Bearer ${other.key}` };
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/publish'],
      ['GET', '/versions'],
      ['GET', '/versions/1'],
    ] as const) {
      expect((await call(method, `${BASE}/${id}${path}`, undefined, authorization)).status).toBe(404);
    }
    const put = await call('PUT', `${BASE}/${id}`, analyst(sql()), { ...authorization, 'if-match': etag });
    expect(put.status).toBe(404);
    expect((await call('GET', `${BASE}/no-id`)).status).toBe(404);
  });

  it('leave a trace in the audit log', async () => {
    const { id } = await created();
    await call('POST', `${BASE}/${id}/publish`);
    const { rows } = await ground.owner.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE target_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['role-profile.created', 'role-profile.published']);
  });
});
