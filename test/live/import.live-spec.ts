import { ImportPlaces1795550000001 } from '../../migrations/1795550000001-import-places.js';
import { TakeInLines } from '../../src/intake/application/take-in-lines.js';
import { dataSourceFor, UnitOfWork } from '../../src/platform/database/index.js';
import { Dispatcher } from '../../src/platform/outbox/index.js';
import { anotherOrganization } from '../support/another-organization.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type Answer, type TestApp } from '../support/running-app.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };

let app: TestApp;
let counter = 0;
const fresh = () => ({ system: 'import', id: `p-${(counter += 1)}` });
const send = (body: string | Buffer, headers: Record<string, string> = NDJSON, to = app): Promise<Answer> =>
  to.call('POST', '/v1/imports', { body, headers });
const resultsOf = async (id: string, to = app): Promise<Answer['body'][]> => {
  const { body } = await to.call('GET', `/v1/imports/${id}/results`);
  return String(body)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};
const finished = async (
  lines: readonly unknown[],
): Promise<{ operation: Answer['body']; results: Answer['body'][] }> => {
  const { body } = await send(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  await app.settle();
  const operation = (await app.call('GET', `/v1/operations/${body.id}`)).body;
  return { operation, results: await resultsOf(body.id) };
};

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('POST /v1/imports', () => {
  it('takes each good line in, rejects each bad one, and tells of all', async () => {
    const [one, two] = [fresh(), fresh()];
    const accepted = await send(
      [
        JSON.stringify({ externalIds: [one], name: 'One', credentials: ['eyJh.eyJi.c2ln', { type: 'X', n: 1 }] }),
        '{"name": ',
        '',
        JSON.stringify({ externalIds: [two], emails: 'no list' }),
        JSON.stringify({ externalIds: [two], credentials: ['ok', 7] }),
        JSON.stringify({ externalIds: [one], name: 'One again', credentials: ['eyJh.eyJi.c2ln'] }),
        JSON.stringify({ externalIds: [two], credentials: ['ok'] }),
        '{"a":1,"a":2}',
        '[1]',
        `{"deep":${'['.repeat(40)}${']'.repeat(40)}}`,
        JSON.stringify({ name: 'x'.repeat(1024 * 1024) }),
      ].join('\r\n'),
    );
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('location')).toBe(`/v1/operations/${accepted.body.id}`);
    expect(accepted.body).toMatchObject({
      kind: 'candidate-import',
      state: 'queued',
      progress: { done: 0, total: 10 },
    });
    await app.settle();

    // Of ten lines that hold something: line 1 and 7 create, line 6 updates, seven are rejected.
    const operation = (await app.call('GET', `/v1/operations/${accepted.body.id}`)).body;
    expect(operation).toMatchObject({
      state: 'succeeded',
      progress: { done: 10, total: 10 },
      result: { lines: 10, created: 2, updated: 1, rejected: 7, resultsUrl: `/v1/imports/${accepted.body.id}/results` },
    });
    const results = await resultsOf(accepted.body.id);
    expect(results.map((result) => [result.line, result.status, result.problem?.code])).toEqual([
      [1, 'created', undefined],
      [2, 'rejected', 'invalid-json'],
      [4, 'rejected', 'validation-failed'],
      [5, 'rejected', 'invalid-credential'],
      [6, 'updated', undefined],
      [7, 'created', undefined],
      [8, 'rejected', 'duplicate-key'],
      [9, 'rejected', 'validation-failed'],
      [10, 'rejected', 'json-too-deep'],
      [11, 'rejected', 'line-too-large'],
    ]);
    const [first, , badField, badCredential, again, second] = results;
    expect(badField.problem.errors[0].pointer).toBe('/emails');
    expect(badCredential.problem.errors[0].pointer).toBe('/credentials/1');
    expect(first.credentials.map((taken: { duplicate: boolean }) => taken.duplicate)).toEqual([false, false]);
    expect(again).toMatchObject({
      candidateId: first.candidateId,
      credentials: [{ id: first.credentials[0].id, duplicate: true }],
    });
    // Line 5 was undone as a whole, its good credential too; so line 7 is the first to bring it.
    expect(second.credentials).toEqual([{ id: expect.any(String), duplicate: false }]);
    expect((await app.call('GET', `/v1/candidates/${first.candidateId}`)).body.name).toBe('One again');
  });

  it('keeps a document inside a line as it was written there', async () => {
    const document = '{ "@context" : ["https://www.w3.org/ns/credentials/v2"], "score":1.0, "x":"\\u0041" }';
    const { results } = await finished([
      `{"externalIds":[{"system":"s","id":"raw"}],"credentials":[${document},{"document":${document.replace('1.0', '2.0')},"contentType":"application/vc","fileName":"b.json"},"base64:iVBORw0KGgo="]}`,
    ]);
    const originals = [];
    for (const { id } of results[0].credentials) {
      const headers = { authorization: `Bearer ${app.adminKey}` };
      const response = await fetch(`${app.baseUrl}/v1/credentials/${id}/original`, { headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      originals.push([response.headers.get('content-type'), bytes.toString('latin1')]);
    }
    expect(originals).toEqual([
      ['application/json', document],
      ['application/vc', document.replace('1.0', '2.0')],
      ['image/png', '\x89PNG\r\n\x1a\n'],
    ]);
  });

  it('tells external ids that belong to two people, and goes on', async () => {
    const [one, two] = [fresh(), fresh()];
    const { results } = await finished([
      { externalIds: [one] },
      { externalIds: [two] },
      { externalIds: [one, two] },
      { externalIds: [fresh()] },
    ]);
    expect(results.map((result) => result.problem?.code ?? result.status)).toEqual([
      'created',
      'created',
      'external-ids-conflict',
      'created',
    ]);
  });

  it('streams the results of more lines than one part has', async () => {
    const { operation, results } = await finished(Array.from({ length: 2_105 }, () => '{"score":1}'));
    expect(operation).toMatchObject({ state: 'succeeded', progress: { done: 2105, total: 2105 } });
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 2_105 }, (_, i) => i + 1));
  });

  it('numbers lines beyond more blank ones, and a longer line, than are read at a time', async () => {
    const { results } = await finished([
      '{"name":"First"}',
      '        \n'.repeat(600_000),
      'x'.repeat(5 * 1024 * 1024),
      '{"name":"Last"}',
    ]);
    // The first line, 600,001 blank ones of more than 5 MiB, and then two more.
    const blanks = 600_001;
    expect(results.map((result) => [result.line, result.problem?.code ?? result.status])).toEqual([
      [1, 'created'],
      [blanks + 2, 'line-too-large'],
      [blanks + 3, 'created'],
    ]);
  });

  it('takes in more credentials than go into one transaction', async () => {
    // Five lines of 41, of which four fit into the 200 of one transaction.
    const credentials = Array.from({ length: 41 }, (_, i) => `document ${i}`);
    const { operation, results } = await finished(
      Array.from({ length: 5 }, () => ({ externalIds: [fresh()], credentials })),
    );
    expect(operation.result).toMatchObject({ created: 5, rejected: 0 });
    const ids = results.flatMap((result) => result.credentials.map(({ id }: { id: string }) => id));
    expect(new Set(ids).size).toBe(205);
  });

  it('keeps the order of what lines say of one person, however they name them', async () => {
    const [one, two, three] = [fresh(), fresh(), fresh()];
    const application = (status: string) => ({ externalId: `app-${one.id}`, jobId: 'J1', status });
    const { results } = await finished([
      { externalIds: [one], name: 'First', applications: [application('active'), application('rejected')] },
      { externalIds: [two], name: 'Somebody else' },
      { externalIds: [one, three], name: 'Second' },
      { externalIds: [three], name: 'Third', credentials: ['the same', 'the same'] },
      { externalIds: [one, two] },
    ]);
    expect(results.map((result) => result.problem?.code ?? result.status)).toEqual([
      'created',
      'created',
      'updated',
      'updated',
      'external-ids-conflict',
    ]);
    expect(results[3].credentials).toEqual([
      { id: expect.any(String), duplicate: false },
      { id: results[3].credentials[0].id, duplicate: true },
    ]);
    const { body: person } = await app.call('GET', `/v1/candidates/${results[0].candidateId}`);
    expect(person.name).toBe('Third');
    expect(person.externalIds).toEqual([one, three]);
    const status = `SELECT status FROM application WHERE external_id = 'app-${one.id}'`;
    expect(await askDatabase(app.databaseUrl, status)).toEqual([{ status: 'rejected' }]);
  });

  it('keeps nothing of what was sent once it is done, but ids', async () => {
    await finished([{ externalIds: [fresh()], name: 'Import Only', nickname: 'Unlisted Secret' }]);
    expect(await askDatabase(app.databaseUrl, 'SELECT * FROM import_batch')).toEqual([]);
    expect(
      await askDatabase(app.databaseUrl, `SELECT * FROM import_line l WHERE l::text ~ 'Secret|Import Only'`),
    ).toEqual([]);
  });

  it.each([
    ['nothing', '', NDJSON, 400, 'empty-import'],
    ['blank lines', '\n \n\r\n', NDJSON, 400, 'empty-import'],
    ['another type', '{}', { 'content-type': 'application/json' }, 415, 'import-type-not-accepted'],
    [
      'another charset',
      '{}',
      { 'content-type': 'application/x-ndjson; charset=utf-16' },
      415,
      'import-type-not-accepted',
    ],
    ['100,001 lines', '{}\n'.repeat(100_001), NDJSON, 413, 'too-many-lines'],
    ['more than 32 MiB', Buffer.alloc(32 * 1024 * 1024 + 1, 'a'), NDJSON, 413, 'body-too-large'],
  ])('refuses %s', async (_name, body, headers, status, code) => {
    const answer = await send(body, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('makes one import of a repeated request with the same Idempotency-Key', async () => {
    const line = JSON.stringify({ externalIds: [fresh()] });
    const headers = { ...NDJSON, 'idempotency-key': 'one-import' };
    const [first, second] = [await send(line, headers), await send(line, headers)];
    expect(second.body.id).toBe(first.body.id);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('belongs to its organization', async () => {
    const stranger = await anotherOrganization(app);
    const { body } = await send('{}');
    for (const path of [`/v1/imports/${body.id}/results`, `/v1/operations/${body.id}`]) {
      expect((await app.call('GET', path, { key: stranger })).status).toBe(404);
    }
    expect((await app.call('GET', '/v1/imports/x/results')).status).toBe(404);
  });
});

describe('an import whose worker dies', () => {
  let idle: TestApp;

  beforeAll(async () => {
    // Takes requests and does no work, so that the test decides when work is done and by how many.
    idle = await startTestApp({ environment: { ROLE: 'api' } });
  });
  afterAll(() => idle.stop());
  afterEach(() => jest.restoreAllMocks());

  const lines = Array.from({ length: 20 }, (_, i) =>
    JSON.stringify({ externalIds: [{ system: 'dies', id: `person-${i % 7}` }], credentials: [`document ${i}`] }),
  );
  const owed = (): Promise<Record<string, unknown>[]> =>
    askDatabase(
      idle.databaseUrl,
      `SELECT organization_id AS "organizationId", id, attempts AS attempt FROM outbox WHERE topic = 'import.accepted'`,
    );
  const work = async (): Promise<void> => {
    for (const job of await owed()) await idle.app.get(Dispatcher).run(job as never);
  };

  /** The document breaks as one would that the database does not take. */
  const breakOn = (document: string): void => {
    const unitOfWork = idle.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    jest.spyOn(unitOfWork, 'run').mockImplementation((organizationId, take) =>
      run(organizationId, (tx) =>
        take({
          ...tx,
          query: (sql: string, params: readonly unknown[] = []) =>
            params.some((value) => Buffer.isBuffer(value) && value.includes(document))
              ? Promise.reject(new Error('broken'))
              : tx.query(sql, params),
        }),
      ),
    );
  };

  it('goes on after the last line that was done, and does each line once', async () => {
    const { body } = await send(lines.join('\n'), NDJSON, idle);
    breakOn('document 7');
    await work();
    // Lines are taken in together; that failed, so each was for itself, up to the one that fails.
    expect(await resultsOf(body.id, idle)).toHaveLength(7);
    jest.restoreAllMocks();
    const seen = jest.spyOn(idle.app.get(TakeInLines), 'run');
    await work();
    expect(seen.mock.calls.map(([given]) => given.map(({ number }) => number))).toEqual([
      Array.from({ length: 13 }, (_, i) => i + 8),
    ]);

    const results = await resultsOf(body.id, idle);
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    // Seven people: the first seven lines create them, the other thirteen change them.
    const { body: operation } = await idle.call('GET', `/v1/operations/${body.id}`);
    expect(operation).toMatchObject({ state: 'succeeded', result: { created: 7, updated: 13, rejected: 0 } });
    expect(await owed()).toEqual([]);
  });

  it('has its place worked out where it was begun before places were kept', async () => {
    const { body } = await send(
      lines.map((line) => `\n${line.replaceAll('dies', 'placed')}\r`).join('\n'),
      NDJSON,
      idle,
    );
    breakOn('document 7');
    await work();
    const places = (): Promise<Record<string, unknown>[]> =>
      askDatabase(idle.databaseUrl, 'SELECT next_byte, next_line, lines_done FROM import_batch');
    const kept = await places();
    // Seven blank lines and seven that hold something.
    expect(kept).toEqual([{ next_byte: expect.any(Number), next_line: 15, lines_done: 7 }]);

    const source = await dataSourceFor(idle.databaseUrl).initialize();
    const runner = source.createQueryRunner();
    await new ImportPlaces1795550000001().down(runner);
    await new ImportPlaces1795550000001().up(runner);
    await source.destroy();
    expect(await places()).toEqual(kept);
    jest.restoreAllMocks();
    await work();
    expect(await resultsOf(body.id, idle)).toHaveLength(20);
  });

  it('does each line once when two workers have the same import', async () => {
    const changed = lines.map((line) => line.replaceAll('dies', 'twice'));
    const { body } = await send(changed.join('\n'), NDJSON, idle);
    await Promise.all([work(), work(), work()]);
    const results = await resultsOf(body.id, idle);
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(results.filter(({ status }) => status === 'created')).toHaveLength(7);
    expect(results.flatMap(({ credentials }) => credentials).every(({ duplicate }) => duplicate === false)).toBe(true);
    const audited = await askDatabase(
      idle.databaseUrl,
      `SELECT count(*) AS n FROM audit_event WHERE action = 'import.completed' AND target_id = '${body.id}'`,
    );
    expect(Number(audited[0]?.n)).toBe(1);
  });

  it('gives up a line that fails by our own fault in three tries, and does the others', async () => {
    const changed = lines.slice(0, 4).map((line) => line.replaceAll('dies', 'thrice'));
    const { body } = await send(changed.join('\n'), NDJSON, idle);
    breakOn('document 1');
    for (let tries = 1; tries <= 2; tries += 1) {
      await work();
      expect(await resultsOf(body.id, idle)).toHaveLength(1);
    }
    await work();
    const results = await resultsOf(body.id, idle);
    expect(results.map((result) => result.problem?.code ?? result.status)).toEqual([
      'created',
      'line-could-not-be-processed',
      'created',
      'created',
    ]);
  });
});
