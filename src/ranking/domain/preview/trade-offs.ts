import type { Tally } from '../tally.js';
import { type CountedProfile, gatesAfter } from './counted-gates.js';
import { type AlikePeople, mergedPeople, nearPeople, qualifiedAfter } from './near-people.js';
import type { ProfileChange } from './profile-change.js';

export interface TradeOff {
  readonly changes: readonly ProfileChange[];
  readonly qualified: number;
  readonly addsQualified: number;
}

export interface TradeOffs {
  /** Fewest changes first; each has more qualified than those before it, and no set of as many changes has more. */
  readonly tradeOffs: readonly TradeOff[];
  /** Whether every set of changes was tried; false when only the most promising changes were. */
  readonly exhaustive: boolean;
}

export const MOST_CHANGES = 3;
/** Bounds of the search: changes to choose from, and sets of changes times rows of people. */
export const SEARCH_LIMITS = { changes: 40, steps: 3_000_000 };

/**
 * The sets of up to three changes that nothing dominates. Learnable is no change here: it qualifies nobody. Beside a
 * group, lowering a level never qualifies more than dropping the requirement, so only drops are searched there, and
 * each becomes a lower level where that does as much. A profile so short that all of it could be dropped is the
 * exception: something must stay asked, if at a lower level.
 *
 * @param base how many are qualified without a change
 * @param best the best single change, which is the first trade-off
 */
export function tradeOffs(
  counted: CountedProfile,
  tally: Tally,
  base: number,
  best: TradeOff | null,
  limits = SEARCH_LIMITS,
): TradeOffs {
  const people = nearPeople(counted, tally, MOST_CHANGES);
  const rows = dropsMayBeAll(counted) ? people : mergedPeople(people, counted, tally);
  const useful = usefulChanges(counted, rows);
  const size = searchable(useful.length, rows.length, limits);
  const found: TradeOff[] = best === null ? [] : [best];
  let most = best?.qualified ?? base;
  for (let changes = 2; changes <= MOST_CHANGES; changes += 1) {
    const next = bestSet(useful.slice(0, size), changes, most, counted, tally, rows);
    if (next === null) continue;
    most = next.qualified;
    const softened = soften(next, counted, tally, people);
    found.push({ changes: softened, qualified: most, addsQualified: most - base });
  }
  return { tradeOffs: found, exhaustive: size === useful.length };
}

/** Those that touch a gate which keeps somebody near out; the ones that keep out most first. */
function usefulChanges(counted: CountedProfile, rows: readonly AlikePeople[]): readonly ProfileChange[] {
  const kept = counted.gates.map(() => 0);
  for (const { closed, people } of rows) for (const place of closed) kept[place] = (kept[place] ?? 0) + people;
  return counted.profile.requirements
    .flatMap(({ id }, index): { change: ProfileChange; keptOut: number }[] => {
      const place = counted.gateOf[index] as number;
      const keptOut = kept[place] ?? 0;
      if (keptOut === 0) return [];
      const isGrouped = (counted.gates[place]?.conditions.length ?? 0) > 1;
      const canBeLowered = (isGrouped || dropsMayBeAll(counted)) && (counted.lowered[index] ?? null) !== null;
      return [
        ...(canBeLowered ? [{ change: { requirementId: id, change: 'oneLevelLower' as const }, keptOut }] : []),
        { change: { requirementId: id, change: 'dropped' as const }, keptOut },
      ];
    })
    .sort((a, b) => b.keptOut - a.keptOut)
    .map(({ change }) => change);
}

function dropsMayBeAll({ profile }: CountedProfile): boolean {
  return profile.requirements.length <= MOST_CHANGES;
}

function searchable(changes: number, rows: number, limits: typeof SEARCH_LIMITS): number {
  let size = Math.min(changes, limits.changes);
  while (size > 0 && (rows * size * (size - 1) * (size + 1)) / 6 > limits.steps) size -= 1;
  return size;
}

/** @returns the set of exactly `length` changes with most qualified, more than `most`; null when there is none */
function bestSet(
  changes: readonly ProfileChange[],
  length: number,
  most: number,
  counted: CountedProfile,
  tally: Tally,
  rows: readonly AlikePeople[],
): { changes: readonly ProfileChange[]; qualified: number } | null {
  let best: { changes: readonly ProfileChange[]; qualified: number } | null = null;
  for (const set of setsOf(changes, length)) {
    if (!canBeKept(set, counted)) continue;
    const qualified = qualifiedAfter(rows, tally, gatesAfter(counted, set));
    if (qualified > (best?.qualified ?? most)) best = { changes: set, qualified };
  }
  return best;
}

function soften(
  { changes, qualified }: { changes: readonly ProfileChange[]; qualified: number },
  counted: CountedProfile,
  tally: Tally,
  people: readonly AlikePeople[],
): readonly ProfileChange[] {
  let softest = changes;
  for (const { requirementId } of changes) {
    const index = counted.profile.requirements.findIndex(({ id }) => id === requirementId);
    if ((counted.lowered[index] ?? null) === null) continue;
    const softer = softest.map((one): ProfileChange => {
      return one.requirementId === requirementId ? { requirementId, change: 'oneLevelLower' } : one;
    });
    if (qualifiedAfter(people, tally, gatesAfter(counted, softer)) === qualified) softest = softer;
  }
  return softest;
}

/** No requirement is changed twice, and something is still asked. */
function canBeKept(set: readonly ProfileChange[], { profile }: CountedProfile): boolean {
  const isOnce = new Set(set.map(({ requirementId }) => requirementId)).size === set.length;
  return isOnce && set.filter(({ change }) => change === 'dropped').length < profile.requirements.length;
}

function* setsOf<T>(all: readonly T[], length: number, from = 0): Generator<readonly T[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let index = from; index < all.length; index += 1) {
    for (const rest of setsOf(all, length - 1, index + 1)) yield [all[index] as T, ...rest];
  }
}
