import { Dispatcher } from '../../src/platform/outbox/index.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type Answer, type TestApp } from '../support/running-app.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };
const CSV = { 'content-type': 'text/csv; charset=utf-8' };

const sendTo = (app: TestApp, body: string, headers: Record<string, string>, query = ''): Promise<Answer> =>
  app.call('POST', `/v1/imports${query}`, { body, headers });
const resultsOf = async (app: TestApp, id: string): Promise<Answer['body'][]> =>
  String((await app.call('GET', `/v1/imports/${id}/results`)).body)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('an import as CSV', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  const imported = async (csv: string) => {
    const { status, body } = await sendTo(app, csv, CSV);
    expect(status).toBe(202);
    await app.settle();
    return resultsOf(app, body.id);
  };

  it('takes the example of the column guide, in which every column tells something', async () => {
    const guide = (await app.call('GET', '/v1/imports/columns')).body;
    expect(guide.columns.map(({ name }: { name: string }) => name)).toEqual(guide.example.split('\r\n')[0].split(','));
    const [result] = await imported(guide.example);
    expect(result).toMatchObject({ line: 2, status: 'created', credentials: [{ duplicate: false }] });
    expect((await app.call('GET', '/v1/candidates?externalId=our-ats:4711')).body.data[0]).toMatchObject({
      name: 'Amara Diallo',
      emails: ['amara@mail.example', 'a.diallo@work.example'],
      dids: ['did:web:amara.example'],
    });
    const applications = await askDatabase(
      app.databaseUrl,
      `SELECT external_id, job_id, job_title, status, stage FROM application`,
    );
    expect(applications).toEqual([
      {
        external_id: 'a-81',
        job_id: 'JOB-117',
        job_title: 'Warehouse operator',
        status: 'active',
        stage: 'Interview',
      },
    ]);
  });

  it('tells of each row by its line in the file, with a pointer to the field of the column', async () => {
    const results = await imported(
      'externalId;name;emails;appliedAt;applicationId;jobId\n1;"Ann\nLee";a@b.example;;;\n2;Bo;no-address;;;\n\n3;Cy;;yesterday;a;j\n',
    );
    expect(results.map(({ line, status, problem }) => [line, status, problem?.errors[0].pointer])).toEqual([
      // A name with a line break is refused as it is elsewhere.
      [2, 'rejected', '/name'],
      [4, 'rejected', '/emails'],
      [6, 'rejected', '/applications/0/appliedAt'],
    ]);
  });

  it('refuses a table that it cannot read as a whole, and keeps nothing', async () => {
    const answer = await sendTo(app, 'externalId,score\n1,100\n', CSV);
    expect([answer.status, answer.body.code]).toEqual([400, 'csv-column-unknown']);
    expect((await sendTo(app, 'externalId,name\n,\n', CSV)).body.code).toBe('empty-import');
  });
});

describe('a dry run', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  const counts = async () =>
    (
      await askDatabase(
        app.databaseUrl,
        `SELECT (SELECT count(*) FROM candidate) AS people, (SELECT count(*) FROM credential) AS credentials,
           (SELECT count(*) FROM application) AS applications,
           (SELECT count(*) FROM audit_event WHERE action NOT LIKE 'import.%') AS audited,
           (SELECT count(*) FROM outbox) AS owed`,
      )
    )[0];

  it('tells what each line would do, and keeps nothing of it', async () => {
    const known = JSON.stringify({ externalIds: [{ system: 's', id: 'known' }], credentials: ['eyJh.eyJi.c2ln'] });
    const other = JSON.stringify({ externalIds: [{ system: 's', id: 'other' }] });
    await sendTo(app, [known, other].join('\n'), NDJSON);
    await app.settle();
    const before = await counts();
    const [knownId] = (await app.call('GET', '/v1/candidates?externalId=s:known')).body.data;

    const lines = [
      JSON.stringify({
        externalIds: [{ system: 's', id: 'new' }],
        credentials: ['eyJh.eyJi.c2ln'],
        applications: [{ externalId: 'a', jobId: 'j' }],
      }),
      JSON.stringify({
        externalIds: [{ system: 's', id: 'known' }],
        name: 'Other',
        credentials: ['eyJh.eyJi.c2ln', 'x.y.z'],
      }),
      JSON.stringify({
        externalIds: [
          { system: 's', id: 'known' },
          { system: 's', id: 'other' },
        ],
      }),
      '{"name":',
    ];
    const { body } = await sendTo(app, lines.join('\n'), NDJSON, '?dryRun=true');
    await app.settle();
    expect(await resultsOf(app, body.id)).toEqual([
      { line: 1, status: 'created', credentials: [{ duplicate: false }] },
      {
        line: 2,
        status: 'updated',
        candidateId: knownId.id,
        credentials: [{ id: expect.any(String), duplicate: true }, { duplicate: false }],
      },
      { line: 3, status: 'rejected', problem: expect.objectContaining({ code: 'external-ids-conflict' }) },
      { line: 4, status: 'rejected', problem: expect.objectContaining({ code: 'invalid-json' }) },
    ]);
    expect((await app.call('GET', `/v1/operations/${body.id}`)).body).toMatchObject({
      state: 'succeeded',
      result: { dryRun: true, lines: 4, created: 1, updated: 1, rejected: 2 },
    });
    expect(await counts()).toEqual(before);
    expect((await app.call('GET', `/v1/candidates/${knownId.id}`)).body).toEqual(knownId);
    expect((await sendTo(app, '{}', NDJSON, '?dryRun=perhaps')).body.errors[0].pointer).toBe('/dryRun');
  });
});

describe('imports that come faster than verdicts', () => {
  let app: TestApp;
  beforeAll(async () => {
    // Takes requests and does no work, so that the test decides when work is done.
    app = await startTestApp({ environment: { ROLE: 'api' } });
  });
  afterAll(() => app.stop());

  const work = async (): Promise<void> => {
    const owed = await askDatabase(
      app.databaseUrl,
      `SELECT organization_id AS "organizationId", id, attempts AS attempt FROM outbox WHERE topic = 'import.accepted'`,
    );
    for (const job of owed) await app.app.get(Dispatcher).run(job as never);
  };
  const unjudged = async (): Promise<number> =>
    Number(
      (await askDatabase(app.databaseUrl, `SELECT count(*) AS n FROM outbox WHERE topic = 'credential.submitted'`))[0]
        ?.n,
    );

  it('wait while 1,000 documents have no verdict, and go on where they stopped', async () => {
    // 40 lines of 40 documents, five lines in a transaction: at the look before line 26 there are 1,000, so 25 are done.
    const lines = Array.from({ length: 40 }, (_, line) =>
      JSON.stringify({
        externalIds: [{ system: 'fast', id: String(line) }],
        credentials: Array.from({ length: 40 }, (_, n) => `document ${line} ${n}`),
      }),
    );
    const { body } = await sendTo(app, lines.join('\n'), NDJSON);
    await work();
    expect(await resultsOf(app, body.id)).toHaveLength(25);
    expect(await unjudged()).toBe(1_000);
    await work();
    expect(await resultsOf(app, body.id)).toHaveLength(25);
    expect((await app.call('GET', `/v1/operations/${body.id}`)).body).toMatchObject({
      state: 'running',
      progress: { done: 25, total: 40 },
    });
    await askDatabase(app.databaseUrl, `DELETE FROM outbox WHERE topic = 'credential.submitted' RETURNING id`);
    await work();
    expect(await resultsOf(app, body.id)).toHaveLength(40);
    expect((await app.call('GET', `/v1/operations/${body.id}`)).body.state).toBe('succeeded');
  });

  it('are five at a time; the next is told when to come again', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendTo(app, '{}', NDJSON)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 202, 202, 429, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.code).toBe('too-many-imports');
    expect(refused?.headers.get('retry-after')).toBe('30');
    await work();
    expect((await sendTo(app, '{}', NDJSON)).status).toBe(202);
  });
});
