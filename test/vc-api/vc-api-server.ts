import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Server, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { isObject } from '../../src/verification/domain/json.js';
import { aTlsCertificate } from '../factories/tls-certificate.js';
import { issueAndJudge } from './issue-and-judge.js';
import { signedStatusLists, withStatus } from './status-lists.js';
import { type ApiVerdict, type VerifyOptions, verifyAsVcApi } from './verify-as-vc-api.js';

interface ApiRequest {
  credential?: object;
  verifiableCredential?: unknown;
  verifiablePresentation?: unknown;
  options?: VerifyOptions;
}

interface ApiAnswer {
  status: number;
  body: unknown;
}

/**
 * `POST /credentials/verify`, `/presentations/verify` and `/credentials/issue` of the VC API, for test suites only. What is
 * issued by `/status/issue` has a status, in lists that lie below `/status`.
 */
export async function startVcApi(): Promise<{ url: string; stop(): Promise<void> }> {
  let lists: ReadonlyMap<string, string> = new Map();
  const server: Server = createServer(aTlsCertificate(['localhost'], ['127.0.0.1']), (request, response) => {
    answer(request, lists).then(
      (it) => send(response, it),
      (error: unknown) => send(response, { status: 400, body: { message: String(error) } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `https://127.0.0.1:${port}`;
  lists = await signedStatusLists(url);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, lists: ReadonlyMap<string, string>): Promise<ApiAnswer> {
  const list = lists.get(`https://${request.headers.host}${request.url}`);
  if (list !== undefined) return { status: 200, body: JSON.parse(list) };
  const { credential, verifiableCredential, verifiablePresentation, options } = await bodyOf(request);
  switch (request.url) {
    case '/credentials/verify':
      return verified(verifiableCredential, options, lists);
    case '/presentations/verify':
      return verified(verifiablePresentation, options, lists);
    case '/credentials/issue':
      return issued(credential ?? {});
    case '/status/issue':
      return issued(withStatus(credential ?? {}, lists.keys()));
    default:
      return { status: 404, body: { message: 'no such call' } };
  }
}

async function bodyOf(request: IncomingMessage): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as ApiRequest;
}

/** The API takes objects alone: what is signed as text comes in an envelope. */
async function verified(
  document: unknown,
  options: VerifyOptions | undefined,
  served: ReadonlyMap<string, string>,
): Promise<ApiAnswer> {
  if (!isObject(document)) return { status: 400, body: { verified: false, message: 'the document is no object' } };
  return judged(await verifyAsVcApi(document, options, { served }));
}

async function issued(credential: object): Promise<ApiAnswer> {
  const result = await issueAndJudge(credential);
  return result.ok
    ? { status: 201, body: { verifiableCredential: result.credential } }
    : { status: 400, body: { message: result.detail } };
}

function judged({ verified, reports }: ApiVerdict): ApiAnswer {
  const problemDetails = reports.flatMap(({ checks }) =>
    checks
      .filter((it) => it.outcome === 'fail' || it.outcome === 'unknown')
      .map(({ id, code, detail }) => ({
        type: `https://credence.invalid/problems/${id}`,
        title: code,
        detail,
      })),
  );
  const verdicts = reports.map(({ verdict, reasons }) => ({ verdict, reasons }));
  return { status: verified ? 200 : 400, body: { verified, problemDetails, verdicts } };
}

function send(response: ServerResponse, { status, body }: ApiAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
