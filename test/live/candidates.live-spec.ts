import { anotherOrganization } from '../support/another-organization.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type Answer, type TestApp } from '../support/running-app.js';

let app: TestApp;
let counter = 0;
/** An external id that no other test uses. */
const fresh = () => ({ system: 'ats', id: `c-${(counter += 1)}` });
const post = (body: unknown, key?: string): Promise<Answer> =>
  app.call('POST', '/v1/candidates', key === undefined ? { body } : { body, key });
const create = async (body: object = {}): Promise<Answer['body']> =>
  (await post({ externalIds: [fresh()], ...body })).body;
const submit = (candidateId: string, body: string): Promise<Answer> =>
  app.call('POST', `/v1/candidates/${candidateId}/credentials`, { body, headers: { 'content-type': 'text/plain' } });

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('POST /v1/candidates', () => {
  it('creates a person, and says where they are', async () => {
    const id = fresh();
    const answer = await post({
      externalIds: [id],
      name: 'Amara Diallo',
      emails: [' Amara@Example.ORG ', 'Amara@example.org'],
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/v1/candidates/${answer.body.id}`);
    expect(answer.headers.get('etag')).toMatch(/^"\d+"$/);
    expect(answer.body).toMatchObject({
      externalIds: [id],
      name: 'Amara Diallo',
      emails: ['Amara@example.org'],
      dids: [],
    });
    expect((await app.call('GET', `/v1/candidates/${answer.body.id}`)).body).toEqual(answer.body);
  });

  it('changes the person with any of the external ids; what is not given stays', async () => {
    const [first, second] = [fresh(), fresh()];
    const before = (await post({ externalIds: [first, second], name: 'A', dids: ['did:web:a.example'] })).body;
    const after = await post({ externalIds: [second, fresh()], name: 'B' });
    expect(after.status).toBe(200);
    expect(after.body).toMatchObject({ id: before.id, name: 'B', dids: ['did:web:a.example'] });
    expect(after.body.externalIds).toHaveLength(3);
  });

  it('makes one person of 50 equal posts at once', async () => {
    const body = { externalIds: [fresh(), fresh()], name: 'One' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(49);
  });

  it('refuses ids that belong to two people', async () => {
    const [one, two] = [await create(), await create()];
    const answer = await post({ externalIds: [one.externalIds[0], two.externalIds[0]] });
    expect([answer.status, answer.body.code]).toEqual([409, 'external-ids-conflict']);
  });

  it.each([
    [
      'too many ids',
      { externalIds: Array.from({ length: 21 }, (_, i) => ({ system: 's', id: String(i) })) },
      '/externalIds',
    ],
    ['an id without system', { externalIds: [{ id: '1' }] }, '/externalIds/0/system'],
    ['a long name', { name: 'n'.repeat(301) }, '/name'],
    ['a line feed in a name', { name: 'a\r\nb' }, '/name'],
    ['too many e-mails', { emails: Array.from({ length: 21 }, (_, i) => `a${i}@b.example`) }, '/emails'],
    ['what is no e-mail', { emails: ['nobody'] }, '/emails'],
    ['what is no DID', { dids: ['urn:uuid:1'] }, '/dids'],
    [
      'an unknown status',
      { applications: [{ externalId: '1', jobId: 'j', status: 'verified' }] },
      '/applications/0/status',
    ],
    [
      'a day that does not exist',
      { applications: [{ externalId: '1', jobId: 'j', appliedAt: '2026-02-30' }] },
      '/applications/0/appliedAt',
    ],
    [
      'a leap second',
      { applications: [{ externalId: '1', jobId: 'j', appliedAt: '2026-06-30T23:59:60Z' }] },
      '/applications/0/appliedAt',
    ],
    ['members that are ours', { id: 'x' }, '/id'],
    ['a score', { score: 10_000 }, '/score'],
  ])('refuses %s', async (_name, body, pointer) => {
    const answer = await post({ externalIds: [fresh()], ...body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((problem: { pointer: string }) => problem.pointer)).toContain(pointer);
  });

  it('refuses NUL', async () => {
    const answer = await app.call('POST', '/v1/candidates', {
      body: '{"name":"a\\u0000b"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });

  it('keeps strange names as they are', async () => {
    const name = `'; DROP TABLE candidate;-- {{7*7}} <img onerror> =HYPERLINK() \u202E\u200B 🦊`;
    expect(await create({ name })).toMatchObject({ name });
  });
});

describe('GET /v1/candidates', () => {
  it('pages in order of creation, and finds by text, external id and change', async () => {
    const marker = `findme${(counter += 1)}`;
    const people = [];
    for (let i = 0; i < 5; i += 1) people.push(await create({ name: `${marker} ${i}` }));
    const ids: string[] = [];
    let path: string | null = `/v1/candidates?q=${marker.toUpperCase()}&limit=2`;
    for (let pages = 0; path !== null && pages < 5; pages += 1) {
      const { body, headers }: Answer = await app.call('GET', path);
      ids.push(...body.data.map((candidate: { id: string }) => candidate.id));
      path = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(ids).toEqual(people.map((person) => person.id));

    const { system, id } = people[3].externalIds[0];
    const byId = await app.call('GET', `/v1/candidates?externalId=${system}:${id}`);
    expect(byId.body.data.map((candidate: { id: string }) => candidate.id)).toEqual([people[3].id]);
    const changed = await app.call('GET', `/v1/candidates?q=${marker}&updatedAfter=${people[2].updatedAt}`);
    expect(changed.body.data.map((candidate: { id: string }) => candidate.id)).toEqual([people[3].id, people[4].id]);
  });

  it.each(['limit=0', 'limit=201', 'externalId=none', 'updatedAfter=yesterday', 'cursor=x', 'q=', 'sort=name'])(
    'refuses ?%s',
    async (query) => {
      expect((await app.call('GET', `/v1/candidates?${query}`)).status).toBe(400);
    },
  );

  it('takes wildcards of the database as letters', async () => {
    expect((await app.call('GET', '/v1/candidates?q=%25')).body.data).toEqual([]);
  });
});

describe('PATCH /v1/candidates/{id}', () => {
  it('changes what is given, clears what is null and honours If-Match', async () => {
    const { body: before, headers } = await post({ externalIds: [fresh()], name: 'A', emails: ['a@b.example'] });
    const patch = (body: object, ifMatch: string): Promise<Answer> =>
      app.call('PATCH', `/v1/candidates/${before.id}`, { body, headers: { 'if-match': ifMatch } });
    const etag = headers.get('etag') ?? '';
    const changed = await patch({ name: null }, etag);
    expect([changed.status, changed.body.name, changed.body.emails]).toEqual([200, null, ['a@b.example']]);
    expect((await patch({ name: 'C' }, etag)).status).toBe(412);
    const cleared = await patch(
      { emails: null, dids: null, externalIds: null, applications: null },
      changed.headers.get('etag') ?? '',
    );
    expect([cleared.status, cleared.body.emails]).toEqual([200, []]);
  });
});

describe('DELETE /v1/candidates/{id}', () => {
  it('erases all that is known of the person and keeps only that there was one', async () => {
    const secretWords = { name: 'Zebulon Quux', emails: ['zebulon@quux.example'], dids: ['did:web:quux.example'] };
    const applications = [{ externalId: 'zebulon-application', jobId: 'JOB-1', stage: 'zebulon-stage' }];
    const externalIds = [{ system: 'ats', id: 'zebulon-id' }];
    const { body: created } = await app.call('POST', '/v1/candidates', {
      body: { ...secretWords, applications, externalIds },
      headers: { 'idempotency-key': 'erased-later' },
    });
    const { id } = created;
    const credential = (await submit(id, 'zebulon-credential')).body;
    expect((await app.call('DELETE', `/v1/candidates/${id}`)).status).toBe(204);

    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/competencies'],
      ['POST', '/credentials'],
    ] as const) {
      const body = method === 'POST' ? 'x' : method === 'PATCH' ? {} : undefined;
      const headers = method === 'POST' ? { 'content-type': 'text/plain' } : undefined;
      const answer = await app.call(method, `/v1/candidates/${id}${path}`, { body, ...(headers && { headers }) });
      expect([path, answer.status, answer.body.code]).toEqual([path, 410, 'candidate-erased']);
    }
    expect((await app.call('GET', `/v1/credentials/${credential.id}/original`)).status).toBe(404);
    expect((await app.call('GET', '/v1/candidates?q=zebulon')).body.data).toEqual([]);

    await app.settle();
    const tables = await askDatabase(
      app.databaseUrl,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const found = await askDatabase(
        app.databaseUrl,
        `SELECT 1 FROM "${String(name)}" t WHERE t::text ~* 'zebulon|quux'`,
      );
      expect([name, found]).toEqual([name, []]);
    }
  });
});

describe('POST /v1/candidates/{id}/merge', () => {
  it('moves everything to the other person, equal documents once, and points from the old id to the new', async () => {
    const from = await create({
      emails: ['old@b.example'],
      applications: [{ externalId: `m-${(counter += 1)}`, jobId: 'J' }],
    });
    const into = await create({ emails: ['new@b.example'] });
    const [shared, own] = [await submit(from.id, 'both have it'), await submit(from.id, 'only one has it')];
    const kept = await submit(into.id, 'both have it');

    const merged = await app.call('POST', `/v1/candidates/${from.id}/merge`, { body: { intoCandidateId: into.id } });
    expect(merged.status).toBe(200);
    expect(merged.body.emails.sort()).toEqual(['new@b.example', 'old@b.example']);
    expect(merged.body.externalIds).toHaveLength(2);

    const old = await app.call('GET', `/v1/candidates/${from.id}`);
    expect([old.status, old.body.code, old.body.mergedInto]).toEqual([410, 'candidate-merged', into.id]);
    const statuses = [];
    for (const { body } of [shared, own, kept]) {
      statuses.push((await app.call('GET', `/v1/credentials/${body.id}/original`)).status);
    }
    expect(statuses).toEqual([404, 200, 200]);
    const again = await submit(into.id, 'only one has it');
    expect([again.status, again.body.id]).toEqual([200, own.body.id]);
    expect((await post({ externalIds: from.externalIds })).body.id).toBe(into.id);
  });

  it('refuses to merge a person into themselves, into nobody and into one who is gone', async () => {
    const one = await create();
    const merge = async (intoCandidateId: string): Promise<number> =>
      (await app.call('POST', `/v1/candidates/${one.id}/merge`, { body: { intoCandidateId } })).status;
    const gone = await create();
    await app.call('DELETE', `/v1/candidates/${gone.id}`);
    expect(await merge(one.id)).toBe(422);
    expect(await merge('019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79')).toBe(404);
    expect(await merge(gone.id)).toBe(410);
    expect(await merge('nobody')).toBe(400);
  });
});

describe('candidates of another organization', () => {
  it('are as if they were not there', async () => {
    const stranger = await anotherOrganization(app);
    const mine = await create({ name: 'Mine' });
    const paths = [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/competencies'],
    ] as const;
    for (const [method, path] of paths) {
      const body = method === 'PATCH' ? { name: 'Theirs' } : undefined;
      const answer = await app.call(method, `/v1/candidates/${mine.id}${path}`, { key: stranger, body });
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
    const theirs = await post({ externalIds: mine.externalIds, name: 'Theirs' }, stranger);
    expect(theirs.status).toBe(201);
    const merge = await app.call('POST', `/v1/candidates/${theirs.body.id}/merge`, {
      key: stranger,
      body: { intoCandidateId: mine.id },
    });
    expect(merge.status).toBe(404);
    expect((await app.call('GET', '/v1/candidates', { key: stranger })).body.data).toHaveLength(1);
    expect((await app.call('GET', `/v1/candidates/${mine.id}`)).body.name).toBe('Mine');
  });
});
