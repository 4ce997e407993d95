import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createHttpAdapter } from './http-adapter.js';

describe('what is no HTTP request', () => {
  let instance: FastifyInstance;
  let port: number;

  beforeAll(async () => {
    instance = createHttpAdapter().getInstance<FastifyInstance>();
    instance.get('/', async () => 'ok');
    await instance.listen({ port: 0, host: '127.0.0.1' });
    port = (instance.server.address() as AddressInfo).port;
  });
  afterAll(() => instance.close());

  const send = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (bytes) => (answer += bytes.toString()));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });

  it.each([
    ['noise', 'hello there\r\n\r\n', 400, 'invalid-request'],
    ['endless headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
      'invalid-request',
    ],
  ])('is answered with a problem: %s', async (_name, text, status, code) => {
    const [head, body] = (await send(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('Content-Type: application/problem+json');
    const problem = JSON.parse(body ?? '') as { requestId: string };
    expect(problem).toMatchObject({ status, code });
    expect(head).toContain(`X-Request-Id: ${problem.requestId}`);
  });

  it('ends a connection that was opened and never used as soon as the server closes', async () => {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    await instance.close();
    await ended;
  });
});
