import type { Clock } from '../clock/index.js';
import { exchange } from './exchange.js';
import { FetchProblem } from './fetch-problem.js';
import type { FetchedDocument, FetchResult } from './fetch-result.js';
import { endReason, wayTo, type WaySettings } from './way-to.js';
import { readUrl } from './target.js';

export interface FetchLimits {
  accept: string;
  maxBytes: number;
  maxRedirects: number;
  timeoutMs: number;
}

export interface GuardedFetchSettings extends WaySettings {
  clock: Clock;
  /** Answers a URL without any connection, also when a redirect led to it. */
  answerPinned: (url: URL, maxBytes: number) => Promise<FetchedDocument | undefined>;
}

/**
 * Fetches one document over the network; every URL on the way is judged anew.
 *
 * @param signal ends the fetch, also between two hops
 */
export async function guardedFetch(
  start: URL,
  limits: FetchLimits,
  settings: GuardedFetchSettings,
  signal: AbortSignal,
): Promise<FetchResult> {
  let url = start;
  try {
    for (let hop = 0; ; hop += 1) {
      const pinned = await settings.answerPinned(url, limits.maxBytes);
      if (pinned) return { ok: true, document: pinned };
      const answer = await oneHop(url, limits, settings, signal);
      if (answer.kind === 'document') {
        const { status, contentType, body } = answer;
        return { ok: true, document: { url: url.href, status, contentType, body, fetchedAt: settings.clock.now() } };
      }
      if (hop >= limits.maxRedirects)
        throw new FetchProblem('bad-redirect', `more than ${limits.maxRedirects} redirects are not followed`);
      url = nextUrl(url, answer.location);
    }
  } catch (error) {
    const problem = signal.aborted ? endReason(signal) : error;
    if (!(problem instanceof FetchProblem)) throw problem;
    return { ok: false, failure: problem.asFailure(url.href) };
  }
}

async function oneHop(url: URL, limits: FetchLimits, settings: GuardedFetchSettings, signal: AbortSignal) {
  const connect = await wayTo(url, limits.timeoutMs, settings, signal);
  return exchange(url, connect, { accept: limits.accept, maxBytes: limits.maxBytes, signal });
}

function nextUrl(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw new FetchProblem('bad-redirect', 'a redirect to what is not a URL');
  const next = readUrl(new URL(location, from).href);
  if (from.protocol === 'https:' && next.protocol === 'http:')
    throw new FetchProblem('bad-redirect', 'a redirect from https to http is not followed');
  return next;
}
