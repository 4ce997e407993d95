import { askDatabase } from '../support/ask-database.js';
import { type AtsRequest, type AtsStandIn, startAtsStandIn } from '../support/ats-stand-in.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { signAs } from '../support/sign-as.js';

const SECRET = 'a-secret-of-the-test';
const TOKEN = 'a-token-of-the-ats';

let app: TestApp;
let ats: AtsStandIn;
let answer: (request: AtsRequest, n: number) => { status: number; headers?: Record<string, string>; body?: unknown };

const connect = async (system: string, more: object = {}): Promise<string> => {
  const body = { system, secret: SECRET, apiToken: TOKEN, apiUrl: ats.url, ...more };
  return (await app.call('POST', '/v1/connections', { body })).body.id;
};
const send = (system: string, connection: string, body: object): Promise<Answer> => {
  const signed = signAs(system, body, { secret: SECRET });
  return app.call('POST', `/v1/hooks/${connection}`, { key: null, body: signed.body, headers: signed.headers });
};
const person = async (externalId: string): Promise<Answer['body']> =>
  (await app.call('GET', `/v1/candidates?externalId=${externalId}`)).body.data[0];
const applicationsOf = (id: string) =>
  askDatabase(
    app.databaseUrl,
    `SELECT external_id, job_id, status, stage FROM application WHERE candidate_id = '${id}'`,
  );
const credentialsOf = (id: string) =>
  askDatabase(
    app.databaseUrl,
    `SELECT file_name AS name, convert_from(bytes, 'UTF8') AS text FROM credential c
     JOIN credential_original o ON o.organization_id = c.organization_id AND o.credential_id = c.id
     WHERE candidate_id = '${id}' AND source <> 'contained'`,
  );
const hydrationOf = async (connection: string): Promise<Answer['body']> =>
  (await app.call('GET', `/v1/connections/${connection}/deliveries`)).body.data[0].hydration;
const lever = (n: string) => ({
  event: 'candidateStageChange',
  data: { contactId: `c-${n}`, opportunityId: `o-${n}` },
});

beforeAll(async () => {
  app = await startTestApp({ allowLoopback: true });
  ats = await startAtsStandIn((request, n) => answer(request, n));
});
afterAll(async () => {
  await app?.stop();
  await ats?.close();
});
beforeEach(() => {
  ats.requests.length = 0;
});

describe('events with ids only', () => {
  it('of lever are filled from its interface, page by page, after it asked to wait', async () => {
    answer = ({ path }, n) => {
      if (n === 1) return { status: 429, headers: { 'retry-after': '0' } };
      if (path === '/opportunities/o-1?expand=stage') {
        return {
          status: 200,
          body: {
            data: {
              id: 'o-1',
              name: 'Teresa Kale',
              emails: ['teresa@b.example'],
              stage: { id: 's', text: 'Interview' },
            },
          },
        };
      }
      if (path === '/opportunities/o-1/applications')
        return { status: 200, body: { data: [], hasNext: true, next: 'p 2' } };
      if (path === '/opportunities/o-1/applications?offset=p%202') {
        return {
          status: 200,
          body: { data: [{ posting: 'posting-1', name: 'Teresa Kale', createdAt: 1_418_353_241_665 }], hasNext: false },
        };
      }
      if (path === '/opportunities/o-1/files') {
        const files = ['cv.pdf', 'forklift-badge.json', 'gone.png'].map((name, id) => ({ id: `f-${id}`, name }));
        return { status: 200, body: { data: files, hasNext: false } };
      }
      if (path === '/opportunities/o-1/files/f-1/download') return { status: 200, body: Buffer.from('{"type": "X"}') };
      return { status: path.endsWith('/f-2/download') ? 404 : 500 };
    };
    const connection = await connect('lever');
    expect((await send('lever', connection, lever('1'))).status).toBe(202);
    await app.settle();
    const found = await person('lever:c-1');
    expect(found).toMatchObject({ name: 'Teresa Kale', emails: ['teresa@b.example'] });
    expect(await applicationsOf(found.id)).toEqual([
      { external_id: 'o-1', job_id: 'posting-1', status: 'active', stage: 'Interview' },
    ]);
    // The resume is left where it is; a file that may be a credential is taken while it can be had.
    expect(await credentialsOf(found.id)).toEqual([{ name: 'forklift-badge.json', text: '{"type": "X"}' }]);
    expect(ats.requests.map(({ path }) => path)).not.toContain('/opportunities/o-1/files/f-0/download');
    expect(ats.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from(`${TOKEN}:`).toString('base64')}`);
    expect(await hydrationOf(connection)).toMatchObject({ state: 'done', status: 'accepted' });
  });

  it('of lever are kept as they are when the person is not there any more', async () => {
    answer = () => ({ status: 404, body: { code: 'ResourceNotFound' } });
    const connection = await connect('lever');
    await send('lever', connection, lever('2'));
    await app.settle();
    expect(await person('lever:c-2')).toMatchObject({ name: null });
    expect(await hydrationOf(connection)).toMatchObject({ state: 'not-there' });
  });

  it('of smartrecruiters are filled from its interface', async () => {
    answer = ({ path }) => {
      if (path === '/candidates/cid')
        return { status: 200, body: { id: 'cid', firstName: 'Ada', lastName: 'Li', email: 'ada@b.example' } };
      if (path === '/candidates/cid/jobs/jid') return { status: 200, body: { status: 'HIRED', subStatus: 'Signed' } };
      if (path === '/candidates/cid/attachments') {
        const download = { url: 'https://attacker.example/', method: 'GET' };
        const content = [{ id: 'a1', name: 'badge.jwt', type: 'GENERIC_FILE', actions: { download } }];
        return { status: 200, body: { totalFound: 1, content } };
      }
      if (path === '/candidates/cid/attachments/a1') return { status: 200, body: Buffer.from('eyJh.eyJi.c2ln') };
      return { status: 500 };
    };
    const connection = await connect('smartrecruiters');
    await send('smartrecruiters', connection, { job_id: 'jid', candidate_id: 'cid' });
    await app.settle();
    const found = await person('smartrecruiters:cid');
    expect(found).toMatchObject({ name: 'Ada Li', emails: ['ada@b.example'] });
    expect(await applicationsOf(found.id)).toEqual([
      { external_id: 'cid:jid', job_id: 'jid', status: 'hired', stage: 'Signed' },
    ]);
    expect(await credentialsOf(found.id)).toEqual([{ name: 'badge.jwt', text: 'eyJh.eyJi.c2ln' }]);
    expect(ats.requests[0]?.headers['x-smarttoken']).toBe(TOKEN);
  });

  it('of teamtailor about an application are filled with the candidate', async () => {
    answer = ({ path }) =>
      path === '/v1/candidates/77'
        ? {
            status: 200,
            body: {
              data: {
                id: '77',
                type: 'candidates',
                attributes: { 'first-name': 'Mia', 'last-name': 'Ek', email: 'mia@b.example', birthday: '1990-01-01' },
              },
            },
          }
        : { status: 500 };
    const connection = await connect('teamtailor');
    const data = { id: '9', type: 'job-applications', attributes: { 'candidate-id': 77, 'job-id': 5 } };
    expect(
      (await send('teamtailor', connection, { payload: { event_name: 'job_application.create', data } })).status,
    ).toBe(202);
    await app.settle();
    const found = await person('teamtailor:77');
    expect(found).toMatchObject({ name: 'Mia Ek', emails: ['mia@b.example'] });
    expect(await applicationsOf(found.id)).toMatchObject([{ external_id: '9', job_id: '5' }]);
    expect(ats.requests[0]?.headers).toMatchObject({
      authorization: `Token token=${TOKEN}`,
      'x-api-version': '20240904',
    });
  });

  it('of ashby get the job that the delivery left out, and the links of files that may be credentials', async () => {
    const candidate = { id: 'ca', name: 'Ben Ito', primaryEmailAddress: { value: 'ben@b.example' } };
    answer = ({ path, body }) => {
      const asked = JSON.parse(body);
      if (path === '/application.info' && asked.applicationId === 'ap')
        return {
          status: 200,
          body: {
            success: true,
            results: {
              id: 'ap',
              status: 'Active',
              candidate,
              job: { id: 'jo', title: 'Welder' },
              currentInterviewStage: { title: 'Phone' },
            },
          },
        };
      if (path === '/candidate.info' && asked.id === 'ca')
        return {
          status: 200,
          body: {
            success: true,
            results: {
              id: 'ca',
              fileHandles: [
                { handle: 'h1', name: 'cv.pdf' },
                { handle: 'h2', name: 'welding-certificate.pdf' },
              ],
            },
          },
        };
      if (path === '/file.info' && asked.fileHandle === 'h2')
        return { status: 200, body: { success: true, results: { url: 'https://files.ashby-credence-test.org/h2' } } };
      return { status: 500 };
    };
    const connection = await connect('ashby');
    await send('ashby', connection, { action: 'candidateHire', data: { application: { id: 'ap', candidate } } });
    await app.settle();
    const found = await person('ashby:ca');
    expect(await applicationsOf(found.id)).toEqual([
      { external_id: 'ap', job_id: 'jo', status: 'hired', stage: 'Phone' },
    ]);
    expect(await credentialsOf(found.id)).toEqual([
      { name: 'welding-certificate.pdf', text: '{"url":"https://files.ashby-credence-test.org/h2"}' },
    ]);
    expect(ats.requests.map(({ body }) => body)).not.toContain('{"fileHandle":"h1"}');
  });

  it('work without a token: the person is known by id, and nobody is asked', async () => {
    const connection = await connect('lever', { apiToken: null });
    expect((await send('lever', connection, lever('3'))).body.status).toBe('accepted');
    await app.settle();
    expect(await person('lever:c-3')).toMatchObject({ name: null });
    expect(ats.requests).toEqual([]);
    expect(await hydrationOf(connection)).toBeNull();
  });

  it('never send the token to an address that came with the delivery', async () => {
    answer = () => ({ status: 404 });
    const connection = await connect('smartrecruiters');
    const signed = signAs(
      'smartrecruiters',
      { job_id: 'j', candidate_id: '../../x?y' },
      { secret: SECRET, headers: { link: '<https://attacker.example/>; rel=self' } },
    );
    await app.call('POST', `/v1/hooks/${connection}`, { key: null, body: signed.body, headers: signed.headers });
    await app.settle();
    expect(ats.requests.map(({ path }) => path)).toEqual(['/candidates/..%2F..%2Fx%3Fy']);
  });
});
