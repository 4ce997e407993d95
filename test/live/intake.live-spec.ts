import { createHash } from 'node:crypto';
import { anotherOrganization } from '../support/another-organization.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type Answer, type TestApp } from '../support/running-app.js';

const ACCEPTED = [
  'application/json',
  'application/ld+json',
  'application/vc+ld+json',
  'application/vc',
  'application/jwt',
  'application/vc+jwt',
  'application/vc+sd-jwt',
  'application/dc+sd-jwt',
  'text/plain',
  'image/png',
  'image/svg+xml',
];
const LINK = 'application/vnd.credence.link+json';
const ONE_MIB = 1024 * 1024;

let app: TestApp;
let candidateId: string;
let counter = 0;

const aCandidate = async (): Promise<string> =>
  (await app.call('POST', '/v1/candidates', { body: { externalIds: [{ system: 'ats', id: `i-${(counter += 1)}` }] } }))
    .body.id;
const submit = (body: unknown, type: string | undefined, to = candidateId): Promise<Answer> =>
  app.call('POST', `/v1/candidates/${to}/credentials`, {
    body: typeof body === 'string' ? Buffer.from(body) : body,
    headers: type === undefined ? {} : { 'content-type': type },
  });
const aForm = (field: string, content: Buffer | string, type = 'application/octet-stream'): FormData => {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(Buffer.from(content))], { type }), 'badge.png');
  return form;
};

beforeAll(async () => {
  app = await startTestApp();
  candidateId = await aCandidate();
});
afterAll(() => app.stop());

describe('POST /v1/candidates/{id}/credentials', () => {
  it.each([...ACCEPTED, LINK])(
    'takes %s, stores it byte for byte and gives it back so that no browser runs it',
    async (type) => {
      // Neither JSON nor text nor an image: what it is shows when it is verified.
      const bytes = Buffer.concat([Buffer.from([0xff, 0x00, 0x0d, 0x0a]), Buffer.from(type)]);
      const answer = await submit(bytes, `${type}; charset=x`);
      expect(answer.status).toBe(202);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(answer.body).toMatchObject({ candidateId, verdict: null, sha256, size: bytes.length, contentType: type });
      expect(answer.body.submittedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(answer.headers.get('location')).toBe(`/v1/credentials/${answer.body.id}`);

      const original = await fetch(`${app.baseUrl}/v1/credentials/${answer.body.id}/original`, {
        headers: { authorization: `Bearer ${app.adminKey}` },
      });
      expect(Buffer.from(await original.arrayBuffer())).toEqual(bytes);
      expect(original.headers.get('content-type')).toBe(type);
      expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(original.headers.get('x-content-type-options')).toBe('nosniff');
      expect(original.headers.get('content-security-policy')).toContain('sandbox');
      expect(original.headers.get('etag')).toBe(`"${sha256}"`);
    },
  );

  it('takes JSON as it is written, duplicate keys and all: it is judged later', async () => {
    const text = '{"a":1.0,"a":2, "b" : "\\u0041"}';
    const { status, body } = await submit(text, 'application/json');
    expect(status).toBe(202);
    expect((await app.call('GET', `/v1/credentials/${body.id}/original`)).headers.get('content-length')).toBe(
      String(text.length),
    );
  });

  it('takes the field "file" of a form', async () => {
    const answer = await submit(aForm('file', 'from a form', 'image/png'), undefined);
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ size: 'from a form'.length, contentType: 'image/png' });
  });

  it('answers 202 once and then 200 with the first id for the same bytes, whatever they are called', async () => {
    const first = await submit('the same bytes', 'text/plain');
    const answers = [
      await submit('the same bytes', 'text/plain'),
      await submit('the same bytes', 'application/jwt'),
      await submit(aForm('file', 'the same bytes'), undefined),
    ];
    expect(first.status).toBe(202);
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(Array(3).fill([200, first.body.id]));
    const other = await submit('the same bytes', 'text/plain', await aCandidate());
    expect(other.status).toBe(202);
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('stores one document of 50 equal ones at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit('fifty', 'text/plain')));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
  });

  it.each([
    ['an empty body', '', 'text/plain', 400, 'empty-document'],
    ['no body and no type', undefined, undefined, 400, 'empty-document'],
    ['a form without file', aForm('document', 'x'), undefined, 400, 'empty-document'],
    ['a form with an empty file', aForm('file', ''), undefined, 400, 'empty-document'],
    ['more than 1 MiB', Buffer.alloc(ONE_MIB + 1, 'a'), 'text/plain', 413, undefined],
    ['a form with more than 1 MiB', aForm('file', Buffer.alloc(ONE_MIB + 1, 'a')), undefined, 413, undefined],
    ['another type', 'x', 'application/pdf', 415, 'document-type-not-accepted'],
    ['no type', 'x', '', 415, undefined],
  ])('refuses %s at the door', async (_name, body, type, status, code) => {
    const before = await askDatabase(app.databaseUrl, 'SELECT count(*) FROM credential');
    const answer = await submit(body, type);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.body.code).toBe(code);
    expect(await askDatabase(app.databaseUrl, 'SELECT count(*) FROM credential')).toEqual(before);
  });

  it('lists what it accepts when it refuses a type', async () => {
    const { body } = await submit('x', 'application/pdf');
    for (const type of ACCEPTED) expect(body.detail).toContain(type);
  });

  it('takes just 1 MiB', async () => {
    expect((await submit(Buffer.alloc(ONE_MIB, 'b'), 'text/plain')).status).toBe(202);
  });

  it.each([
    ['nobody', '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79'],
    ['what is no id', 'x'],
  ])('answers 404 for %s', async (_name, id) => {
    expect((await submit('x', 'text/plain', id)).status).toBe(404);
  });

  it('owes one verification for each document, not for repeats', async () => {
    const id = await aCandidate();
    const one = await submit('owed once', 'text/plain', id);
    await submit('owed once', 'text/plain', id);
    await app.settle();
    const events = await app.call('GET', `/v1/audit-events?action=credential.submitted&targetId=${one.body.id}`);
    expect(events.body.data).toHaveLength(1);
    expect(JSON.stringify(events.body.data)).not.toContain('owed once');
  });
});

describe('documents of another organization', () => {
  it('are as if they were not there', async () => {
    const stranger = await anotherOrganization(app);
    const { body } = await submit('mine', 'text/plain');
    const call = (method: string, path: string): Promise<Answer> =>
      app.call(method, path, {
        key: stranger,
        ...(method === 'POST' && { body: 'x', headers: { 'content-type': 'text/plain' } }),
      });
    expect((await call('GET', `/v1/credentials/${body.id}/original`)).status).toBe(404);
    expect((await call('POST', `/v1/candidates/${candidateId}/credentials`)).status).toBe(404);
  });
});
