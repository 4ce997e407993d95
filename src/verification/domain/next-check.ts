import type { Reason, Verdict } from './verdict.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The soonest and the latest look at a status again; sooner while somebody may be hired on it. */
const STATUS_WAITS = { open: { least: 5 * MINUTE, most: 6 * HOUR }, other: { least: HOUR, most: DAY } };

/** Waits before the first, second... retry of what could not be checked; the last one repeats. */
const RETRY_WAITS_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 6 * 60 * MINUTE, DAY];
/** After about four weeks without an answer nobody is asked again by itself; a person still can ask. */
const MAX_RETRIES = 32;

/** What decides when a credential is looked at again. */
export interface CheckedState {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** Whether time may mend what kept the credential from being checked. */
  readonly retryable: boolean;
  readonly declaresStatus: boolean;
  /** How long the issuer's list may be relied on, in milliseconds; undefined when it does not say. */
  readonly statusGoodForMs: number | undefined;
  /** The candidate has an application that is being worked on, so that rankings count on the credential. */
  readonly inOpenRanking: boolean;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  /** Retries made so far since the last answer. */
  readonly retries: number;
}

/**
 * How long until the credential is checked again, or undefined when nothing can change by itself: unverifiable ones with
 * growing waits, verified ones when the status list says (between an hour and a day; between five minutes and six hours
 * while an application is open) and at the instant they expire, those that were early at
 * the instant they begin, and suspended ones daily, since a suspension may be lifted.
 *
 * @param at what the rules call now
 * @returns milliseconds
 */
export function waitUntilNextCheck(state: CheckedState, at: Date): number | undefined {
  if (state.verdict === 'unverifiable') {
    if (!state.retryable || state.retries >= MAX_RETRIES) return undefined;
    return RETRY_WAITS_MS[Math.min(state.retries, RETRY_WAITS_MS.length - 1)];
  }
  if (state.reason === 'not_yet_valid') return until(state.validFrom, at);
  if (state.reason === 'suspended') return DAY;
  if (state.verdict !== 'verified') return undefined;
  const waits = [state.declaresStatus ? statusWait(state) : undefined, until(state.validUntil, at)].filter(
    (w) => w !== undefined,
  );
  return waits.length === 0 ? undefined : Math.min(...waits);
}

function statusWait({ statusGoodForMs, inOpenRanking }: CheckedState): number {
  const { least, most } = inOpenRanking ? STATUS_WAITS.open : STATUS_WAITS.other;
  return Math.min(most, Math.max(least, statusGoodForMs ?? most));
}

const until = (instant: Date | null, at: Date): number | undefined =>
  instant === null ? undefined : Math.max(0, instant.getTime() - at.getTime());
