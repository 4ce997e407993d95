import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openBadge } from '../../demo/world/badge.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { eventually } from '../support/eventually.js';

const AT = new Date('2026-01-05T00:00:00Z');
const environment = { CLOCK: '2026-06-01T00:30:00Z' };
/** SHA-256 of "abc", FIPS 180-2 appendix B.1. */
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('evidence', () => {
  let issuer: DemoIssuer;
  let app: TestApp;
  let server: Server;
  let base: string;
  const asked: string[] = [];

  beforeAll(async () => {
    issuer = await didKeyIssuer('Harbour school', 'eddsa-rdfc-2022');
    app = await startTestApp({ environment, allowLoopback: true });
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      if (url.startsWith('/work')) response.writeHead(200, { 'content-type': 'application/pdf' }).end('abc');
      else if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      else if (url === '/big') response.writeHead(200).end(Buffer.alloc(4 * 1024 * 1024 + 1));
      else response.writeHead(url === '/down' ? 503 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await app?.stop();
    server?.close();
  });

  async function person(of: TestApp, id: string): Promise<string> {
    return (await of.call('POST', '/v1/candidates', { body: { externalIds: [{ system: 't', id }] } })).body.id;
  }

  async function submit(of: TestApp, candidate: string, evidence: object[], number: number): Promise<string> {
    const id = `urn:uuid:5c0e2d7e-0d05-4be2-8d1f-8a8c8f3f0d${10 + number}`;
    const story = { title: 'Welding', skill: { name: 'Welding' }, type: 'Certificate' } as const;
    const badge = openBadge(id, issuer, { ...story, recipientEmail: 'x@example.org', validFrom: AT });
    const { body } = await issuer.sign({ ...badge, evidence }, AT);
    const headers = { 'content-type': 'application/json' };
    return (await of.call('POST', `/v1/candidates/${candidate}/credentials`, { body, headers })).body.id;
  }

  /** The credential once every link was looked at. */
  async function lookedAt(of: TestApp, id: string): Promise<Answer['body']> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
      const { body } = await of.call('GET', `/v1/credentials/${id}`);
      if (body.evidence.length > 0 && body.evidence.every((it: { link: unknown }) => it.link !== null)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the evidence was not looked at');
  }

  const link = (path: string) => ({ id: `${base}${path}`, type: ['Evidence'], name: `Evidence ${path}` });

  it('is fetched after the verdict and kept as hash, type, size and time, in the credential and its report', async () => {
    const id = await submit(app, await person(app, 'mia'), [link('/work/1'), link('/gone'), link('/big')], 1);
    const { verdict, evidence } = await lookedAt(app, id);
    expect(verdict).toBe('verified');
    const [there, gone, big] = evidence as { link: Record<string, unknown> }[];
    expect(there?.link).toMatchObject({ outcome: 'fetched', sha256: abc, mediaType: 'application/pdf', size: 3 });
    expect(there?.link.lookedAt).toBe('2026-06-01T00:30:00.000Z');
    expect(gone?.link).toMatchObject({ outcome: 'dead', reason: 'bad-status', sha256: null });
    expect(big?.link).toMatchObject({ outcome: 'not_fetched', reason: 'too-large', sha256: null });
    const report = await app.call('GET', `/v1/credentials/${id}/report?format=json`);
    expect(report.body.evidence).toEqual(evidence);
    const page = await app.call('GET', `/v1/credentials/${id}/report?format=html`);
    expect(page.body).toContain(`application/pdf, 3 bytes, SHA-256 ${abc}`);
    expect(page.body).toContain('Nothing was there at 2026-06-01T00:30:00.000Z');
  });

  it('out of reach is looked at again later, and leaves the verdict alone', async () => {
    const id = await submit(app, await person(app, 'tom'), [link('/down')], 2);
    const { verdict, evidence } = await lookedAt(app, id);
    expect(verdict).toBe('verified');
    expect(evidence[0].link).toMatchObject({ outcome: 'unreachable', attempts: 1, reason: 'bad-status' });
  });

  it('of one content for two candidates is a signal, whatever it is called, and a web page is not', async () => {
    const ids = [
      await submit(app, await person(app, 'ann'), [link('/work/of-ann'), link('/page')], 3),
      await submit(app, await person(app, 'bob'), [link('/work/of-bob'), link('/page')], 4),
    ];
    for (const id of ids) await lookedAt(app, id);
    const { body } = await app.call('GET', '/v1/fraud-signals?kind=shared-evidence-content');
    expect(body.data).toHaveLength(1);
    expect(body.data[0].key).toBe(abc);
    expect(body.data[0].credentialIds).toEqual(expect.arrayContaining(ids));
    const one = await app.call('GET', `/v1/credentials/${ids[0]}`);
    expect(one.body.signals.map((it: { kind: string }) => it.kind)).toContain('shared-evidence-content');
  });

  it('is not asked for of a credential that is not shown to be its issuer’s', async () => {
    const candidate = await person(app, 'eve');
    const badge = {
      ...openBadge('urn:uuid:5c0e2d7e-0d05-4be2-8d1f-8a8c8f3f0d99', issuer, story()),
      evidence: [link('/forged')],
    };
    const headers = { 'content-type': 'application/json' };
    const { body } = await app.call('POST', `/v1/candidates/${candidate}/credentials`, {
      body: JSON.stringify(badge),
      headers,
    });
    let found: Answer['body'];
    await eventually(async () => {
      found = (await app.call('GET', `/v1/credentials/${body.id}`)).body;
      return found.verdict !== null;
    });
    expect(found).toMatchObject({ verdict: 'failed', evidence: [{ link: null }] });
    expect(asked).not.toContain('/forged');
  });

  const story = () =>
    ({
      title: 'Welding',
      skill: { name: 'Welding' },
      type: 'Certificate',
      recipientEmail: 'x@example.org',
      validFrom: AT,
    }) as const;

  it('is not fetched while calls are switched off, which is said', async () => {
    const quiet = await startTestApp({ environment });
    try {
      const id = await submit(quiet, await person(quiet, 'mia'), [link('/work/1')], 5);
      const { verdict, evidence } = await lookedAt(quiet, id);
      expect(verdict).toBe('verified');
      expect(evidence[0].link).toMatchObject({ outcome: 'not_fetched', reason: 'egress-off', sha256: null });
    } finally {
      await quiet.stop();
    }
  });
});
