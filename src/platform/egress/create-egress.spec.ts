import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { aTlsCertificate } from '../../../test/factories/tls-certificate.js';
import { FixedClock } from '../clock/index.js';
import { createEgress, type EgressSettings } from './create-egress.js';
import { loadPinnedDocuments, noPinnedDocuments } from './pinned-documents.js';

const opened: { close(): unknown }[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});

function anEgress(settings: Partial<EgressSettings> = {}) {
  const egress = createEgress({ mode: 'open', pinned: noPinnedDocuments, allowLoopback: true, ...settings });
  opened.push(egress);
  return egress;
}

async function listening(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  opened.push(server);
  return (server.address() as AddressInfo).port;
}

async function aServer(answer: RequestListener, host?: string, port?: number): Promise<string> {
  return `http://127.0.0.1:${await listening(createHttp({ keepAlive: true }, answer), host, port)}`;
}

const json = (response: ServerResponse, value: unknown = { hello: 'world' }) =>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(value));

describe('Egress', () => {
  it('answers with the document as it is, and says little about itself', async () => {
    let seen: IncomingMessage | undefined;
    const url = await aServer((request, response) => {
      seen = request;
      json(response);
    });
    const clock = new FixedClock(new Date('2026-11-23T00:00:00Z'));
    const result = await anEgress({ clock }).fetch(`${url}/did.json?a=b#key-1`, { accept: 'application/json' });
    expect(result).toEqual({
      ok: true,
      document: {
        url: `${url}/did.json?a=b`,
        status: 200,
        contentType: 'application/json',
        body: Buffer.from('{"hello":"world"}'),
        fetchedAt: new Date('2026-11-23T00:00:00Z'),
      },
    });
    expect(seen?.url).toBe('/did.json?a=b');
    expect(Object.keys(seen?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(seen?.headers).toMatchObject({ accept: 'application/json', connection: 'close' });
  });

  it('decodes gzip', async () => {
    const url = await aServer((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{"zipped":true}'));
    });
    const result = await anEgress().fetch(url);
    expect(result.ok && result.document.body.toString()).toBe('{"zipped":true}');
  });

  it.each([
    [404, false],
    [410, false],
    [401, false],
    [204, false],
    [206, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ])('does not take status %i for the document; worth another try: %s', async (status, retryable) => {
    const url = await aServer((_request, response) => response.writeHead(status).end('secret of the server'));
    const result = await anEgress().fetch(url);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-status', retryable } });
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('cannot reach what does not listen', async () => {
    const server = createTcp();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const result = await anEgress().fetch(`http://127.0.0.1:${port}`);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable', retryable: true } });
  });

  it('cannot read what is no HTTP, or breaks off', async () => {
    const garbage = await listening(createTcp((socket) => socket.end('SSH-2.0-OpenSSH\r\n')));
    const broken = await listening(
      createTcp((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nonly this')),
    );
    const egress = anEgress();
    for (const port of [garbage, broken]) {
      const result = await egress.fetch(`http://127.0.0.1:${port}`);
      expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable', retryable: true } });
    }
  });
});

describe('Egress, what it never calls', () => {
  it('refuses before any connection, also this machine unless that is allowed', async () => {
    let calls = 0;
    const url = await aServer((_request, response) => {
      calls += 1;
      json(response);
    });
    const resolved: string[] = [];
    const resolve = async (name: string) => {
      resolved.push(name);
      return ['127.0.0.1'];
    };
    const egress = anEgress({ allowLoopback: false, resolve });
    const refused = [
      url,
      url.replace('http:', 'https:'),
      'https://2130706433',
      'https://localhost.',
      'https://good@127.0.0.1',
    ];
    for (const one of refused)
      expect(await egress.fetch(one)).toMatchObject({
        ok: false,
        failure: { kind: 'refused', url: one, retryable: false },
      });
    expect(calls).toBe(0);
    expect(resolved).toEqual([]);
  });

  it.each([
    ['a private address', ['10.0.0.1']],
    ['loopback', ['127.0.0.1']],
    ['a private address beside a public one', ['8.8.8.8', '192.168.0.1']],
    ['a private IPv6 address beside a public IPv4 one', ['8.8.8.8', 'fd00::1']],
    ['a mapped address', ['::ffff:169.254.169.254']],
    ['something that is no address', ['localhost']],
  ])('refuses a name that resolves to %s, and does not tell which', async (_name, addresses) => {
    const result = await anEgress({ allowLoopback: false, resolve: async () => addresses }).fetch(
      'https://rebind.edu/',
    );
    expect(result).toMatchObject({ ok: false, failure: { kind: 'refused', retryable: false } });
    expect(!result.ok && result.failure.detail).toMatch(/^address-not-allowed/);
    expect(JSON.stringify(result)).not.toContain(addresses.at(-1));
  });

  it.each([
    ['has no address', async () => []],
    ['cannot be resolved', () => Promise.reject(new Error('SERVFAIL'))],
  ])('cannot reach a name that %s', async (_name, resolve) => {
    const result = await anEgress({ resolve }).fetch('https://gone.edu/');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable', retryable: true } });
  });

  // Only Linux answers at all of 127.0.0.0/8 without being told to.
  const itOnLinux = process.platform === 'linux' ? it : it.skip;

  itOnLinux('connects to the address that was checked, whatever the name says afterwards', async () => {
    let calls = 0;
    const url = await aServer((_request, response) => json(response, { address: 'checked' }), '127.0.0.2');
    const port = Number(new URL(url).port);
    await aServer(() => (calls += 1), '127.0.0.3', port);
    const answers = [['127.0.0.2'], ['127.0.0.3']];
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return answers.shift() ?? ['10.0.0.1'];
    };
    const result = await anEgress({ resolve }).fetch(`http://rebind.edu:${port}/`);
    expect(result.ok && result.document.body.toString()).toBe('{"address":"checked"}');
    expect(asked).toEqual(['rebind.edu']);
    expect(calls).toBe(0);
  });

  it('checks anew for each connection', async () => {
    let calls = 0;
    const url = await aServer((_request, response) => {
      calls += 1;
      json(response);
    });
    const port = Number(new URL(url).port);
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const egress = anEgress({ resolve: async () => answers.shift() ?? [] });
    expect(await egress.fetch(`http://rebind.edu:${port}/1`)).toMatchObject({ ok: true });
    expect(await egress.fetch(`http://rebind.edu:${port}/2`)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(calls).toBe(1);
  });

  it('takes plain http and other ports for this machine only, by name too', async () => {
    const egress = anEgress({ resolve: async () => ['8.8.8.8'] });
    for (const url of ['http://public.edu/', 'https://public.edu:8443/'])
      expect(await egress.fetch(url)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  itOnLinux('tries the next address when one does not answer', async () => {
    const url = await aServer((_request, response) => json(response), '127.0.0.2');
    const { port } = new URL(url);
    const egress = anEgress({ resolve: async () => ['127.0.0.9', '127.0.0.2'] });
    expect(await egress.fetch(`http://two.edu:${port}/`)).toMatchObject({ ok: true });
  });

  it('does not use a proxy that the environment names', async () => {
    let calls = 0;
    const proxy = await aServer(() => (calls += 1));
    const url = await aServer((_request, response) => json(response));
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: proxy,
      http_proxy: proxy,
      HTTPS_PROXY: proxy,
      ALL_PROXY: proxy,
      NO_PROXY: '',
    });
    try {
      expect(await anEgress().fetch(url)).toMatchObject({ ok: true });
    } finally {
      process.env = before;
    }
    expect(calls).toBe(0);
  });
});

describe('Egress over TLS', () => {
  const { key, cert } = aTlsCertificate(['badges.edu'], ['127.0.0.1']);
  const seen: { servername: unknown; host: string | undefined }[] = [];

  async function aTlsServer(): Promise<number> {
    seen.length = 0;
    const server = createHttps({ key, cert }, (request, response) => {
      seen.push({
        servername: (request.socket as TLSSocket & { servername?: unknown }).servername,
        host: request.headers.host,
      });
      json(response);
    });
    server.on('secureConnection', (socket) => sockets.add(socket));
    return listening(server);
  }
  const resolve = async () => ['127.0.0.1'];

  it('names the host to the server although it connects to an address', async () => {
    const port = await aTlsServer();
    const egress = anEgress({ resolve, trustedCertificates: cert });
    expect(await egress.fetch(`https://badges.edu:${port}/`)).toMatchObject({ ok: true });
    expect(seen).toEqual([{ servername: 'badges.edu', host: `badges.edu:${port}` }]);
  });

  it('takes a certificate for a literal address', async () => {
    const port = await aTlsServer();
    expect(await anEgress({ trustedCertificates: cert }).fetch(`https://127.0.0.1:${port}/`)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['of another name', 'https://other.edu', cert],
    ['of an unknown authority', 'https://badges.edu', undefined],
  ])('does not take a certificate %s', async (_name, origin, trustedCertificates) => {
    const port = await aTlsServer();
    const egress = anEgress({ resolve, ...(trustedCertificates && { trustedCertificates }) });
    const result = await egress.fetch(`${origin}:${port}/`);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
    expect(seen).toEqual([]);
  });
});

describe('Egress and redirects', () => {
  /** A server where /n redirects to /n-1 and /0 is the document. */
  const aChain = () =>
    aServer((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) json(response);
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });

  it('follows three and says where they led', async () => {
    const url = await aChain();
    expect(await anEgress().fetch(`${url}/3`)).toMatchObject({ ok: true, document: { url: `${url}/0` } });
  });

  it('does not follow a fourth, nor a chain without end, nor more than the caller wants', async () => {
    const url = await aChain();
    const egress = anEgress();
    const failure = { kind: 'bad-redirect', retryable: false };
    expect(await egress.fetch(`${url}/4`)).toMatchObject({ ok: false, failure });
    expect(await egress.fetch(`${url}/20`, { maxRedirects: 100 })).toMatchObject({ ok: false, failure });
    expect(await egress.fetch(`${url}/1`, { maxRedirects: 0 })).toMatchObject({ ok: false, failure });
    expect(await egress.fetch(`${url}/0`, { maxRedirects: 0 })).toMatchObject({ ok: true });
  });

  it.each([
    ['a private address', 'https://10.0.0.1/', 'refused'],
    ['the address of a cloud', 'http://169.254.169.254/latest', 'refused'],
    ['another scheme', 'file:///etc/passwd', 'refused'],
    ['credentials', 'https://a:b@example.edu/', 'refused'],
    ['another port', 'https://8.8.8.8:6379/', 'refused'],
    ['a name that is private', 'https://internal.edu/', 'refused'],
    ['nothing that is a URL', 'https://[', 'bad-redirect'],
  ])('judges every hop: to %s', async (_name, location, kind) => {
    const url = await aServer((_request, response) => response.writeHead(302, { location }).end());
    const result = await anEgress({ resolve: async () => ['10.0.0.1'] }).fetch(url);
    expect(result).toMatchObject({ ok: false, failure: { kind, retryable: false } });
  });

  it('does not take a redirect without a place', async () => {
    const url = await aServer((_request, response) => response.writeHead(302).end());
    expect(await anEgress().fetch(url)).toMatchObject({ ok: false, failure: { kind: 'bad-redirect' } });
  });

  it('does not go from https to http', async () => {
    const plain = await aServer((_request, response) => json(response));
    const { key, cert } = aTlsCertificate([], ['127.0.0.1']);
    const port = await listening(
      createHttps({ key, cert }, (_request, response) => response.writeHead(301, { location: plain }).end()),
    );
    const result = await anEgress({ trustedCertificates: cert }).fetch(`https://127.0.0.1:${port}/`);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-redirect', retryable: false } });
  });
});

describe('Egress and its limits', () => {
  it.each<[string, RequestListener]>([
    ['a stated length', (_request, response) => response.writeHead(200, { 'content-length': 1_048_577 }).write('a')],
    ['no stated length', (_request, response) => response.end(Buffer.alloc(1_048_577))],
    [
      'a gzip bomb',
      (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(32 * 1024 * 1024))),
    ],
    [
      'a body without end',
      (_request, response) => {
        const more = () => {
          while (response.write(Buffer.alloc(65_536)));
          response.once('drain', more);
        };
        more();
      },
    ],
    [
      'headers without end',
      (_request, response) => {
        for (let count = 0; count < 100; count += 1) response.setHeader(`x-${count}`, 'a'.repeat(1000));
        response.end('{}');
      },
    ],
  ])('takes no more than 1 MiB: %s', async (_name, answer) => {
    const result = await anEgress().fetch(await aServer(answer));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'too-large', retryable: false } });
  });

  it('takes what the caller allows, up to 16 MiB', async () => {
    const url = await aServer((request, response) => response.end(Buffer.alloc(Number(request.url?.slice(1)))));
    const egress = anEgress();
    const most = 16 * 1024 * 1024;
    expect(await egress.fetch(`${url}/1048576`)).toMatchObject({ ok: true });
    expect(await egress.fetch(`${url}/2000000`, { maxBytes: 2_000_000 })).toMatchObject({ ok: true });
    expect(await egress.fetch(`${url}/11`, { maxBytes: 10 })).toMatchObject({ failure: { kind: 'too-large' } });
    expect(await egress.fetch(`${url}/${most + 1}`, { maxBytes: most * 10 })).toMatchObject({
      failure: { kind: 'too-large' },
    });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => undefined],
    ['sends its headers byte by byte', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx: ')],
    ['sends its body byte by byte', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n\r\n')],
  ])('gives up in time on a server that %s', async (_name, behave) => {
    const port = await listening(createTcp((socket) => behave(socket.on('error', () => undefined))));
    const result = await anEgress().fetch(`http://127.0.0.1:${port}/`, { timeoutMs: 150 });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout', retryable: true } });
  });

  it('gives up in time on a name server that says nothing', async () => {
    const egress = anEgress({ resolve: () => new Promise(() => undefined) });
    const result = await egress.fetch('https://slow.edu/', { timeoutMs: 50 });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout', retryable: true } });
  });

  it('counts all hops against one time', async () => {
    const url = await aServer((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/next' }).end(), 100);
    });
    const result = await anEgress().fetch(url, { timeoutMs: 150 });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });

  it('closes the connection when it gives up', async () => {
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const port = await listening(
      createTcp((socket) =>
        socket
          .resume()
          .on('error', () => undefined)
          .on('close', closed),
      ),
    );
    await anEgress().fetch(`http://127.0.0.1:${port}/`, { timeoutMs: 50 });
    await isClosed;
  });

  it.each([
    ['the document', 200],
    ['a redirect', 302],
    ['another status', 404],
  ])(
    'closes the connection after %s, although the body goes on',
    async (_name, status) => {
      let closed: () => void = () => undefined;
      const isClosed = new Promise<void>((resolve) => {
        closed = resolve;
      });
      const head = `HTTP/1.1 ${status} Some\r\nlocation: /next\r\nconnection: keep-alive\r\n`;
      const port = await listening(
        createTcp((socket) => {
          socket.on('error', () => undefined).on('close', closed);
          socket.resume().write(status === 200 ? `${head}content-length: 2\r\n\r\n{}` : `${head}\r\nand so on`);
        }),
      );
      await anEgress().fetch(`http://127.0.0.1:${port}/`, { maxRedirects: 0 });
      // Well before the 10 s after which a body that says nothing is given up anyway.
      await isClosed;
    },
    3_000,
  );

  it('asks a host for no more than two documents at once', async () => {
    let now = 0;
    let most = 0;
    const url = await aServer((_request, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        json(response);
      }, 20);
    });
    const egress = anEgress();
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map((path) => egress.fetch(`${url}/${path}`)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(most).toBe(2);
  });

  it('asks once for the same document, remembers it a minute and a failure 15 seconds', async () => {
    const calls: string[] = [];
    const url = await aServer((request, response) => {
      calls.push(request.url ?? '');
      if (request.url === '/missing') response.writeHead(404).end();
      else json(response);
    });
    let elapsed = 0;
    const egress = anEgress({ elapsedMs: () => elapsed });
    await Promise.all([1, 2, 3].map(() => egress.fetch(`${url}/here`)));
    await egress.fetch(`${url}/missing`);
    elapsed = 14_999;
    await egress.fetch(`${url}/missing`);
    expect(calls).toEqual(['/here', '/missing']);
    elapsed = 15_000;
    await egress.fetch(`${url}/missing`);
    elapsed = 59_999;
    await egress.fetch(`${url}/here`);
    expect(calls).toEqual(['/here', '/missing', '/missing']);
    elapsed = 60_000;
    await egress.fetch(`${url}/here`);
    expect(calls).toEqual(['/here', '/missing', '/missing', '/here']);
  });

  it('does not answer a caller with what another one accepted or allowed', async () => {
    let calls = 0;
    const url = await aServer((_request, response) => {
      calls += 1;
      json(response);
    });
    const egress = anEgress();
    await egress.fetch(url);
    await egress.fetch(url, { accept: 'text/plain' });
    await egress.fetch(url, { maxBytes: 1000 });
    await egress.fetch(url, { maxRedirects: 0 });
    expect(calls).toBe(4);
  });

  it('ends what is under way when it is closed, and starts nothing more', async () => {
    const port = await listening(createTcp((socket) => socket.on('error', () => undefined)));
    const egress = anEgress();
    const under = egress.fetch(`http://127.0.0.1:${port}/`);
    await egress.close();
    expect(await under).toMatchObject({ ok: false, failure: { kind: 'unreachable', retryable: true } });
    expect(await egress.fetch(`http://127.0.0.1:${port}/`)).toMatchObject({
      ok: false,
      failure: { kind: 'unreachable' },
    });
  });

  it('tells the observer of each fetch', async () => {
    const url = await aServer((_request, response) => json(response));
    const observed: unknown[] = [];
    const egress = anEgress({ observe: (one) => observed.push(one), elapsedMs: () => 7 });
    await egress.fetch(url);
    await egress.fetch(url);
    expect(observed).toEqual([{ host: new URL(url).host, outcome: 'ok', durationMs: 0 }]);
  });
});

describe('Egress with pinned documents', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'egress-'));
    writeFileSync(join(folder, 'did.json'), '{"id":"did:web:example.edu"}');
    writeFileSync(join(folder, 'badge.jsonld'), '{}');
    writeFileSync(join(folder, 'list'), 'x'.repeat(2000));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function pinned() {
    const list = {
      'https://example.edu/.well-known/did.json': 'did.json',
      'http://old.example/badge': 'badge.jsonld',
      'https://example.edu:8443/list': 'list',
    };
    writeFileSync(join(folder, 'pinned.json'), JSON.stringify(list));
    return loadPinnedDocuments(join(folder, 'pinned.json'));
  }

  it.each([['open' as const], ['off' as const], [{ proxy: 'http://127.0.0.1:9' }]])(
    'answers them in mode %j',
    async (mode) => {
      const clock = new FixedClock(new Date('2026-11-23T00:00:00Z'));
      const egress = anEgress({
        mode,
        pinned: pinned(),
        allowLoopback: false,
        resolve: () => Promise.reject(new Error()),
        clock,
      });
      expect(await egress.fetch('https://example.edu/.well-known/did.json#key-1')).toEqual({
        ok: true,
        document: {
          url: 'https://example.edu/.well-known/did.json',
          status: 200,
          contentType: 'application/json',
          body: Buffer.from('{"id":"did:web:example.edu"}'),
          fetchedAt: new Date('2026-11-23T00:00:00Z'),
        },
      });
      expect(await egress.fetch('http://old.example/badge')).toMatchObject({
        document: { contentType: 'application/ld+json' },
      });
      expect(await egress.fetch('https://example.edu:8443/list')).toMatchObject({
        document: { contentType: 'application/octet-stream' },
      });
    },
  );

  it('refuses everything else when calls are switched off, without resolving a name', async () => {
    let resolved = 0;
    const resolve = async () => {
      resolved += 1;
      return ['8.8.8.8'];
    };
    const egress = anEgress({ mode: 'off', pinned: pinned(), resolve });
    expect(await egress.fetch('https://example.edu/')).toMatchObject({
      ok: false,
      failure: { kind: 'egress-off', retryable: false },
    });
    expect(await egress.fetch('not a url')).toMatchObject({ ok: false, failure: { kind: 'bad-url' } });
    expect(resolved).toBe(0);
  });

  it('reads a document anew each time, up to the limit of the caller', async () => {
    const egress = anEgress({ mode: 'off', pinned: pinned() });
    const url = 'https://example.edu/.well-known/did.json';
    await egress.fetch(url);
    writeFileSync(join(folder, 'did.json'), '{"id":"changed"}');
    const changed = await egress.fetch(url);
    expect(changed.ok && changed.document.body.toString()).toBe('{"id":"changed"}');
    expect(await egress.fetch('https://example.edu:8443/list', { maxBytes: 1999 })).toMatchObject({
      failure: { kind: 'too-large' },
    });
    unlinkSync(join(folder, 'did.json'));
    expect(await egress.fetch(url)).toMatchObject({ ok: false, failure: { kind: 'unreachable', retryable: false } });
  });

  it('answers a redirect to one of them', async () => {
    const url = await aServer((_request, response) =>
      response.writeHead(302, { location: 'https://example.edu/.well-known/did.json' }).end(),
    );
    const result = await anEgress({ pinned: pinned() }).fetch(url);
    expect(result).toMatchObject({ ok: true, document: { url: 'https://example.edu/.well-known/did.json' } });
  });
});

describe('Egress through a proxy', () => {
  const { key, cert } = aTlsCertificate(['badges.edu'], ['127.0.0.1']);

  /** A proxy that tunnels every name to one port of this machine. */
  async function aProxy(port: number): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = [];
    const server = createHttp();
    server.on('connect', (request: IncomingMessage, client: Socket) => {
      asked.push(request.url ?? '');
      const upstream = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      sockets.add(upstream);
      for (const socket of [client, upstream]) socket.on('error', () => undefined);
    });
    return { url: `http://127.0.0.1:${await listening(server)}`, asked };
  }

  it('lets the proxy resolve the name and checks the certificate itself', async () => {
    const port = await listening(createHttps({ key, cert }, (_request, response) => json(response)));
    const proxy = await aProxy(port);
    let resolved = 0;
    const resolve = async () => {
      resolved += 1;
      return ['8.8.8.8'];
    };
    const settings = { mode: { proxy: proxy.url }, resolve, allowLoopback: false };
    expect(await anEgress({ ...settings, trustedCertificates: cert }).fetch('https://badges.edu/')).toMatchObject({
      ok: true,
    });
    expect(await anEgress(settings).fetch('https://badges.edu/')).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(proxy.asked).toEqual(['badges.edu:443', 'badges.edu:443']);
    expect(resolved).toBe(0);
  });

  it('still refuses addresses, names, ports and schemes itself', async () => {
    const proxy = await aProxy(9);
    const egress = anEgress({ mode: { proxy: proxy.url }, allowLoopback: false });
    const refused = [
      'https://10.0.0.1',
      'https://[::1]',
      'https://metadata.google.internal',
      'https://a.edu:25',
      'http://a.edu',
    ];
    for (const url of refused) expect(await egress.fetch(url)).toMatchObject({ failure: { kind: 'refused' } });
    expect(proxy.asked).toEqual([]);
  });

  it('cannot reach anything through a proxy that is not there, and never says where it should be', async () => {
    const egress = anEgress({ mode: { proxy: 'http://user:geheim@127.0.0.1:9' } });
    const result = await egress.fetch('https://badges.edu/');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable', retryable: true } });
    expect(JSON.stringify(result)).not.toMatch(/geheim|127\.0\.0\.1/);
  });

  it('does not start with what is no proxy', () => {
    const start = () => createEgress({ mode: { proxy: 'socks5://user:geheim@host' }, pinned: noPinnedDocuments });
    expect(start).toThrow('the proxy for outgoing calls is not an http or https URL');
  });
});

/** Sends a beginning, then a letter every few milliseconds without end. */
function drip(socket: Socket, beginning: string): void {
  socket.write(beginning);
  const timer = setInterval(() => socket.write('a'), 5);
  socket.on('close', () => clearInterval(timer));
}
