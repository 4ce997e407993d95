import type { Band } from './gates.js';

/** Those of a ranking who are watched, by id. */
export interface WatchedStanding {
  /** The first n, in order. */
  readonly first: readonly string[];
  /** The first qualified candidates, `MOST_QUALIFIED` at most. */
  readonly qualified: readonly string[];
  /** Whether `qualified` are all there are. */
  readonly allQualified: boolean;
}

export interface RankingChange {
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly qualified: readonly string[];
  readonly noLongerQualified: readonly string[];
  /** False when more changed than is listed. */
  readonly complete: boolean;
}

/** Of the qualified so many are watched; further ones only as far as they are among the first n. */
export const MOST_QUALIFIED = 1_000;
/** Each list of a change names so many; four of them keep an event below 20 kB. */
export const MOST_LISTED = 100;

/**
 * @param rows the beginning of the ranking, at least `MOST_QUALIFIED` of it if there are as many
 * @param qualified how many are qualified in all
 */
export function standingOf(
  rows: readonly { readonly candidateId: string; readonly band: Band }[],
  qualified: number,
  first: number,
): WatchedStanding {
  const ids = rows.filter(({ band }) => band === 'qualified').map(({ candidateId }) => candidateId);
  return {
    first: rows.slice(0, first).map(({ candidateId }) => candidateId),
    qualified: ids.slice(0, MOST_QUALIFIED),
    allQualified: qualified <= MOST_QUALIFIED,
  };
}

/**
 * Who entered or left the first n, and who became qualified or is so no longer.
 *
 * Where the list of the qualified was cut, somebody who is not on it may still be qualified; such people are not named.
 *
 * @returns undefined when nothing of this changed
 */
export function changeBetween(before: WatchedStanding, now: WatchedStanding): RankingChange | undefined {
  const lists = {
    entered: without(now.first, before.first),
    left: without(before.first, now.first),
    qualified: before.allQualified ? without(now.qualified, before.qualified) : [],
    noLongerQualified: now.allQualified ? without(before.qualified, now.qualified) : [],
  };
  const all = Object.values(lists);
  if (all.every((list) => list.length === 0)) return undefined;
  return {
    entered: lists.entered.slice(0, MOST_LISTED),
    left: lists.left.slice(0, MOST_LISTED),
    qualified: lists.qualified.slice(0, MOST_LISTED),
    noLongerQualified: lists.noLongerQualified.slice(0, MOST_LISTED),
    complete: before.allQualified && now.allQualified && all.every((list) => list.length <= MOST_LISTED),
  };
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}
