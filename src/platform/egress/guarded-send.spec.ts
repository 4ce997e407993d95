import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEgress, type EgressSettings } from './create-egress.js';
import { noPinnedDocuments } from './pinned-documents.js';

const opened: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) {
    one.closeAllConnections?.();
    await one.close();
  }
});

function anEgress(settings: Partial<EgressSettings> = {}) {
  const egress = createEgress({ mode: 'open', pinned: noPinnedDocuments, allowLoopback: true, ...settings });
  opened.push(egress);
  return egress;
}

async function aServer(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}

describe('Egress.send', () => {
  it('sends method, headers and body, each time anew, and gives status, headers and body back', async () => {
    const seen: unknown[] = [];
    const url = await aServer((request, response) => {
      void textOf(request).then((body) => {
        seen.push([request.method, request.url, request.headers['x-one'], body]);
        response.writeHead(429, { 'Retry-After': '7', 'X-Two': ['a', 'b'] }).end('slow down');
      });
    });
    const egress = anEgress();
    for (let i = 0; i < 2; i += 1) {
      const result = await egress.send(`${url}/in?x=1#y`, { method: 'POST', headers: { 'x-one': '1' }, body: '{}' });
      expect(result).toMatchObject({
        ok: true,
        answer: { status: 429, headers: { 'retry-after': '7', 'x-two': 'a, b' }, complete: true },
      });
      expect(result.ok && result.answer.body.toString()).toBe('slow down');
    }
    expect(seen).toEqual(Array.from({ length: 2 }, () => ['POST', '/in?x=1', '1', '{}']));
  });

  it.each([301, 302, 307, 308])('gives a redirect with status %i back and does not follow it', async (status) => {
    let calls = 0;
    const url = await aServer((_request, response) => {
      calls += 1;
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    const result = await anEgress().send(url, { method: 'POST', body: '' });
    expect(result).toMatchObject({ ok: true, answer: { status } });
    expect(calls).toBe(1);
  });

  it('reads no more of an endless answer than was asked for', async () => {
    let written = 0;
    const url = await aServer((_request, response) => {
      const pour = (): void => {
        for (let more = true; more && !response.destroyed;) {
          written += 65_536;
          more = response.write(Buffer.alloc(65_536, 'a'));
        }
      };
      response.on('drain', pour);
      pour();
    });
    const result = await anEgress().send(url, { method: 'POST', maxBytes: 10 });
    expect(result).toMatchObject({ ok: true, answer: { status: 200, complete: false } });
    expect(result.ok && result.answer.body.toString()).toBe('a'.repeat(10));
    // What the buffers of both sides hold may be under way; 100 MiB may not.
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  it('gives up when no complete answer comes in time', async () => {
    const silent = await aServer(() => undefined);
    const trickling = await aServer((_request, response) => void response.writeHead(200).write('a'));
    for (const url of [silent, trickling]) {
      const result = await anEgress().send(url, { method: 'POST', timeoutMs: 100 });
      expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout', retryable: true } });
    }
  });

  it('does not count the wait for room at the host as time of the receiver', async () => {
    // At most 4 at once: the fifth waits 2 s for room, which is more than its 1.5 s, and then is answered at once.
    let calls = 0;
    const url = await aServer((_request, response) => {
      calls += 1;
      if (calls > 4) response.end();
      else setTimeout(() => response.end(), 2_000);
    });
    const egress = anEgress();
    const first = Array.from({ length: 4 }, () => egress.send(url, { method: 'POST', timeoutMs: 5_000 }));
    const fifth = egress.send(url, { method: 'POST', timeoutMs: 1_500 });
    expect((await Promise.all([...first, fifth])).map((result) => result.ok)).toEqual(Array(5).fill(true));
  });

  it('refuses private addresses, by name and at the moment of sending, and sends nothing when switched off', async () => {
    let calls = 0;
    const url = await aServer(() => (calls += 1));
    const closed = anEgress({ allowLoopback: false, resolve: async () => ['10.0.0.1'] });
    for (const target of [
      url,
      'https://rebind.edu/',
      'https://[::ffff:10.0.0.1]/',
      'ftp://a.edu/',
      'https://a:b@c.edu/',
    ])
      expect(await closed.send(target, { method: 'POST' })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(await anEgress({ mode: 'off' }).send(url, { method: 'POST' })).toMatchObject({
      ok: false,
      failure: { kind: 'egress-off' },
    });
    expect(calls).toBe(0);
  });
});

describe('Egress.refusal', () => {
  it.each([
    ['plain http', 'http://public.edu/', 'refused'],
    ['another port', 'https://public.edu:8443/', 'refused'],
    ['this machine', 'https://127.1/', 'refused'],
    ['a reserved name', 'https://metadata.google.internal/', 'refused'],
    ['no URL', 'public.edu', 'bad-url'],
  ])('tells of %s before any call', (_name, url, kind) => {
    expect(anEgress({ allowLoopback: false }).refusal(url)).toMatchObject({ kind });
  });

  it('has nothing against a public https URL, also while calls are switched off', () => {
    expect(anEgress({ mode: 'off', allowLoopback: false }).refusal('https://hooks.public.edu/in')).toBeUndefined();
  });
});
