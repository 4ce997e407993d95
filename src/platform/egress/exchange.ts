import type { Dispatcher } from 'undici';
import { errorCode } from './error-code.js';
import { FetchProblem } from './fetch-problem.js';
import { acceptedEncodings, readBody } from './read-body.js';

/** One answer: the document, or where to look for it. */
export type Answer =
  { kind: 'document'; status: number; contentType: string; body: Buffer } | { kind: 'redirect'; location: string };

const redirects = [301, 302, 303, 307, 308];
const worthRepeating = [408, 425, 429];

/**
 * One GET over one connection, which is closed afterwards whatever happens.
 *
 * No cookies, no authorization, nothing but what to accept is told to the other side.
 *
 * @throws {FetchProblem} `unreachable`, `bad-status`, `bad-redirect`, `too-large`
 */
export async function exchange(
  url: URL,
  connect: () => Dispatcher,
  request: { accept: string; maxBytes: number; signal: AbortSignal },
): Promise<Answer> {
  let connection: Dispatcher | undefined;
  try {
    connection = connect();
    const { statusCode, headers, body } = await connection.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      signal: request.signal,
      headers: { accept: request.accept, 'accept-encoding': acceptedEncodings, 'user-agent': 'credence' },
    });
    // A body that is cut off or left unread reports that as an error event, which nobody waits for any more.
    body.on('error', () => undefined);
    if (redirects.includes(statusCode)) return { kind: 'redirect', location: locationOf(headers.location) };
    if (statusCode !== 200 && statusCode !== 203) throw badStatus(statusCode);
    const content = await readBody(
      body,
      oneOf(headers['content-encoding']),
      oneOf(headers['content-length']) || undefined,
      request.maxBytes,
    );
    return { kind: 'document', status: statusCode, contentType: oneOf(headers['content-type']), body: content };
  } catch (error) {
    throw error instanceof FetchProblem ? error : connectionProblem(error);
  } finally {
    connection?.destroy().catch(() => undefined);
  }
}

function locationOf(header: string | string[] | undefined): string {
  if (typeof header !== 'string' || header === '') throw new FetchProblem('bad-redirect', 'a redirect without a place');
  return header;
}

function badStatus(status: number): FetchProblem {
  const retryable = status >= 500 || worthRepeating.includes(status);
  return new FetchProblem('bad-status', `the server answered with status ${status}`, retryable, status);
}

/** What a fault of the connection is called; addresses and texts of the system stay inside. */
export function connectionProblem(error: unknown): FetchProblem {
  const code = errorCode(error);
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new FetchProblem('too-large', 'the headers of the answer are too large');
  if (/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$/.test(code))
    return new FetchProblem('timeout', 'the server did not answer in time');
  return new FetchProblem('unreachable', `the connection failed (${code || 'unknown'})`);
}

function oneOf(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header.join(', ') : (header ?? '')).slice(0, 200);
}
