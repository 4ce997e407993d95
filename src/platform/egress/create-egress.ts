import { performance } from 'node:perf_hooks';
import { SystemClock, type Clock } from '../clock/index.js';
import { Egress, type FetchOptions } from './egress.js';
import { FetchProblem } from './fetch-problem.js';
import type { FetchFailure, FetchFailureKind, FetchResult } from './fetch-result.js';
import { guardedFetch, type FetchLimits, type GuardedFetchSettings } from './guarded-fetch.js';
import { guardedSend } from './guarded-send.js';
import { HostGate } from './host-gate.js';
import { resolveByDns, type ResolveName } from './name-resolver.js';
import type { PinnedDocuments } from './pinned-documents.js';
import { readPinned } from './read-pinned.js';
import { ResultCache } from './result-cache.js';
import type { OutgoingRequest, SendResult } from './send-request.js';
import { judgeTarget, readUrl } from './target.js';

export interface EgressSettings {
  /** `open`: straight to public hosts. `off`: pinned documents only. A proxy: all calls go through it. */
  mode: 'open' | 'off' | { proxy: string };
  pinned: PinnedDocuments;
  /** Lets this machine itself be called, also by http and at any port. For our own tests and the demo only. */
  allowLoopback?: boolean;
  /** PEM certificates trusted beside those of Node. */
  trustedCertificates?: string;
  resolve?: ResolveName;
  clock?: Clock;
  /** A clock that never goes back, in milliseconds. */
  elapsedMs?: () => number;
  /** Told of every fetch that was not answered from memory; for logs and metrics. */
  observe?: (fetched: { host: string; outcome: 'ok' | FetchFailureKind; durationMs: number }) => void;
}

const largest: FetchLimits = {
  accept: 'application/ld+json, application/json, application/vc+jwt;q=0.9, application/jwt;q=0.9, text/plain;q=0.8',
  maxBytes: 16 * 1024 * 1024,
  maxRedirects: 3,
  timeoutMs: 10_000,
};
const defaultMaxBytes = 1024 * 1024;
const sending = { maxBytes: 64 * 1024, mostBytes: 1024 * 1024, timeoutMs: 15_000, longestMs: 30_000 };
const cacheLimits = { freshMs: 60_000, failureMs: 15_000, maxEntries: 1_000, maxBytes: 64 * 1024 * 1024 };

/**
 * The guarded fetch.
 *
 * https at port 443 of public hosts only, by name or address; every address of a name is checked and the connection
 * uses the checked ones. At most 3 redirects, each judged anew, none to http. No cookies, no credentials, no proxy from
 * the environment. At most 2 calls to a host and 32 in all at once; the same document is asked for once at a time and
 * remembered for a minute, a failure for 15 seconds. A pinned URL is answered from its file in every mode.
 *
 * Requests that are sent obey the same rules for URLs and addresses, follow no redirect and have a gate of their own: 4
 * calls to a host and 32 in all.
 */
export function createEgress(settings: EgressSettings): Egress & { close(): Promise<void> } {
  return new GuardedEgress(settings);
}

class GuardedEgress extends Egress {
  private readonly gate = new HostGate(2, 32);
  private readonly sendGate = new HostGate(4, 32);
  private readonly cache: ResultCache;
  private readonly guarded: GuardedFetchSettings;
  private readonly elapsedMs: () => number;
  private readonly running = new Map<AbortController, Promise<FetchResult | SendResult>>();
  private closed = false;

  constructor(private readonly settings: EgressSettings) {
    super();
    const { mode, pinned, clock = new SystemClock(), elapsedMs = () => performance.now() } = settings;
    if (typeof mode === 'object') checkProxy(mode.proxy);
    this.elapsedMs = elapsedMs;
    this.cache = new ResultCache(cacheLimits, elapsedMs);
    this.guarded = {
      allowLoopback: settings.allowLoopback === true,
      resolve: settings.resolve ?? resolveByDns,
      ...(typeof mode === 'object' && { proxy: mode.proxy }),
      ...(settings.trustedCertificates !== undefined && { trustedCertificates: settings.trustedCertificates }),
      clock,
      answerPinned: async (url, maxBytes) => {
        const file = pinned.fileFor(url);
        return file === undefined ? undefined : readPinned(url, file, maxBytes, clock.now());
      },
    };
  }

  async fetch(text: string, options: FetchOptions = {}): Promise<FetchResult> {
    const limits = limitsOf(options);
    try {
      const url = readUrl(text);
      const pinned = await this.guarded.answerPinned(url, limits.maxBytes);
      if (pinned) return { ok: true, document: pinned };
      if (this.settings.mode === 'off')
        throw new FetchProblem('egress-off', 'calls to other servers are switched off and this document is not pinned');
      judgeTarget(url, this.guarded.allowLoopback);
      if (this.closed) throw closing();
      const key = JSON.stringify([url.href, limits.accept, limits.maxBytes, limits.maxRedirects, limits.timeoutMs]);
      return await this.cache.get(key, () => this.start(url, limits));
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error;
      return { ok: false, failure: error.asFailure(text) };
    }
  }

  refusal(text: string): FetchFailure | undefined {
    try {
      judgeTarget(readUrl(text), this.guarded.allowLoopback);
      return undefined;
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error;
      return error.asFailure(text);
    }
  }

  async send(text: string, request: OutgoingRequest): Promise<SendResult> {
    try {
      const url = readUrl(text);
      if (this.settings.mode === 'off') throw new FetchProblem('egress-off', 'calls to other servers are switched off');
      judgeTarget(url, this.guarded.allowLoopback);
      if (this.closed) throw closing();
      return await this.startSending(url, request);
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error;
      return { ok: false, failure: error.asFailure(text) };
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const controller of this.running.keys()) controller.abort(closing());
    await Promise.allSettled(this.running.values());
  }

  private start(url: URL, limits: FetchLimits): Promise<FetchResult> {
    return this.watched(url, async (controller) => {
      const timer = setTimeout(() => controller.abort(late(limits.timeoutMs)), limits.timeoutMs);
      try {
        const { signal } = controller;
        return await this.gate.pass(url.host, signal, () => guardedFetch(url, limits, this.guarded, signal));
      } finally {
        clearTimeout(timer);
      }
    });
  }

  /** The time counts from the moment there is room: waiting for others is not the receiver's fault. */
  private startSending(url: URL, request: OutgoingRequest): Promise<SendResult> {
    const limits = {
      maxBytes: within(request.maxBytes ?? sending.maxBytes, sending.mostBytes),
      timeoutMs: within(request.timeoutMs ?? sending.timeoutMs, sending.longestMs),
    };
    return this.watched(url, (controller) =>
      this.sendGate.pass(url.host, controller.signal, async () => {
        const timer = setTimeout(() => controller.abort(late(limits.timeoutMs)), limits.timeoutMs);
        try {
          return await guardedSend(url, request, limits, this.guarded, controller.signal);
        } finally {
          clearTimeout(timer);
        }
      }),
    );
  }

  /** Runs a call that `close` can end, and tells how it went. */
  private async watched<T extends FetchResult | SendResult>(
    url: URL,
    call: (controller: AbortController) => Promise<T>,
  ): Promise<T | { ok: false; failure: FetchFailure }> {
    const startedAt = this.elapsedMs();
    const controller = new AbortController();
    const work = call(controller).catch((error: unknown) => {
      if (!(error instanceof FetchProblem)) throw error;
      return { ok: false as const, failure: error.asFailure(url.href) };
    });
    this.running.set(controller, work);
    try {
      const result = await work;
      const outcome = result.ok ? 'ok' : result.failure.kind;
      this.settings.observe?.({ host: url.host, outcome, durationMs: Math.round(this.elapsedMs() - startedAt) });
      return result;
    } finally {
      this.running.delete(controller);
    }
  }
}

function limitsOf(options: FetchOptions): FetchLimits {
  return {
    accept: options.accept ?? largest.accept,
    maxBytes: within(options.maxBytes ?? defaultMaxBytes, largest.maxBytes),
    maxRedirects: within(options.maxRedirects ?? largest.maxRedirects, largest.maxRedirects),
    timeoutMs: within(options.timeoutMs ?? largest.timeoutMs, largest.timeoutMs),
  };
}

function within(value: number, most: number): number {
  return Number.isNaN(value) ? most : Math.min(Math.max(0, Math.floor(value)), most);
}

/** Never says the URL itself: it may hold a password. */
function checkProxy(proxy: string): void {
  const isUrl = URL.canParse(proxy) && ['http:', 'https:'].includes(new URL(proxy).protocol);
  if (!isUrl) throw new Error('the proxy for outgoing calls is not an http or https URL');
}

function late(timeoutMs: number): FetchProblem {
  return new FetchProblem('timeout', `no complete answer within ${timeoutMs} ms`);
}

function closing(): FetchProblem {
  return new FetchProblem('unreachable', 'the service is shutting down');
}
