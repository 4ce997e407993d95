import type { Dispatcher } from 'undici';
import { connectionProblem } from './exchange.js';
import { FetchProblem } from './fetch-problem.js';
import type { OutgoingRequest, ReceivedAnswer, SendResult } from './send-request.js';
import { endReason, wayTo, type WaySettings } from './way-to.js';

export interface SendLimits {
  maxBytes: number;
  timeoutMs: number;
}

const longestHeaderValue = 4_096;

/**
 * One request over one connection, which is closed afterwards whatever happens. Redirects are not followed, nothing is
 * remembered, and of the answer no more is read than was asked for.
 *
 * @param signal ends the request
 */
export async function guardedSend(
  url: URL,
  request: OutgoingRequest,
  limits: SendLimits,
  settings: WaySettings,
  signal: AbortSignal,
): Promise<SendResult> {
  let connection: Dispatcher | undefined;
  try {
    const connect = await wayTo(url, limits.timeoutMs, settings, signal);
    connection = connect();
    return { ok: true, answer: await exchangeOver(connection, url, request, limits.maxBytes, signal) };
  } catch (error) {
    const problem = signal.aborted ? endReason(signal) : asProblem(error);
    if (!(problem instanceof FetchProblem)) throw problem;
    return { ok: false, failure: problem.asFailure(url.href) };
  } finally {
    connection?.destroy().catch(() => undefined);
  }
}

async function exchangeOver(
  connection: Dispatcher,
  url: URL,
  request: OutgoingRequest,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReceivedAnswer> {
  const { statusCode, headers, body } = await connection.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method,
    signal,
    headers: { 'user-agent': 'credence', 'accept-encoding': 'identity', ...request.headers },
    ...(request.body !== undefined && { body: request.body }),
  });
  // A body that is cut off reports that as an error event, which nobody waits for any more.
  body.on('error', () => undefined);
  const { bytes, complete } = await beginningOf(body, maxBytes);
  return { status: statusCode, headers: asTexts(headers), body: bytes, complete };
}

async function beginningOf(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<{ bytes: Buffer; complete: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk.subarray(0, maxBytes - length));
    length += chunk.length;
    if (length > maxBytes) return { bytes: Buffer.concat(chunks), complete: false };
  }
  return { bytes: Buffer.concat(chunks), complete: true };
}

function asTexts(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      (Array.isArray(value) ? value.join(', ') : (value ?? '')).slice(0, longestHeaderValue),
    ]),
  );
}

const asProblem = (error: unknown): FetchProblem => (error instanceof FetchProblem ? error : connectionProblem(error));
