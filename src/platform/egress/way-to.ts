import type { Dispatcher } from 'undici';
import type { ResolveName } from './name-resolver.js';
import { connectThrough, connectTo } from './pinned-connection.js';
import { judgeTarget } from './target.js';
import { vettedAddresses } from './vetted-addresses.js';

export interface WaySettings {
  allowLoopback: boolean;
  resolve: ResolveName;
  /** URL of the operator's proxy; without one connections go straight to the vetted address. */
  proxy?: string;
  trustedCertificates?: string;
}

/**
 * Judges a URL and its addresses, and gives the connection that leads there.
 *
 * @param signal ends the wait for the name server
 * @throws {FetchProblem} `refused`, or `unreachable` when the name has no address
 */
export async function wayTo(
  url: URL,
  timeoutMs: number,
  settings: WaySettings,
  signal: AbortSignal,
): Promise<() => Dispatcher> {
  const { allowLoopback, proxy, resolve, trustedCertificates } = settings;
  const target = judgeTarget(url, allowLoopback);
  const tls = { timeoutMs, ...(trustedCertificates !== undefined && { trustedCertificates }) };
  if (proxy !== undefined) return () => connectThrough(proxy, tls);
  const addresses = await orAbort(vettedAddresses(target, allowLoopback, resolve), signal);
  return () => connectTo(url, addresses, tls);
}

/** Why the signal ended what it belongs to. */
export function endReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('the call was ended');
}

/** A name server cannot be interrupted, but nobody has to wait for it. */
async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(endReason(signal));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
