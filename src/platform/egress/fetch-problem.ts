import type { FetchFailure, FetchFailureKind } from './fetch-result.js';

const mendedByTime: FetchFailureKind[] = ['unreachable', 'timeout'];
const longestUrlShown = 300;

/** Ends one fetch; thrown and caught inside this folder only. */
export class FetchProblem extends Error {
  constructor(
    readonly kind: FetchFailureKind,
    readonly detail: string,
    readonly retryable: boolean = mendedByTime.includes(kind),
    readonly status?: number,
  ) {
    super(detail);
  }

  asFailure(url: string): FetchFailure {
    const { kind, detail, retryable, status } = this;
    return { kind, url: url.slice(0, longestUrlShown), detail, retryable, ...(status !== undefined && { status }) };
  }
}
