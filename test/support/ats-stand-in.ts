import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that the stand-in got. */
export interface AtsRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface AtsAnswer {
  status: number;
  headers?: Record<string, string>;
  /** A file as it is, everything else as JSON. */
  body?: unknown;
}

/** The interface of an HR system on this machine, which answers as it is told. */
export interface AtsStandIn {
  url: string;
  requests: AtsRequest[];
  close(): Promise<void>;
}

/** @param answer what to answer; for the n-th request in all, from 1 */
export async function startAtsStandIn(answer: (request: AtsRequest, n: number) => AtsAnswer): Promise<AtsStandIn> {
  const requests: AtsRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      requests.push(request);
      const { status, headers = {}, body } = answer(request, requests.length);
      outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
      outgoing.end(body === undefined ? '' : Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
