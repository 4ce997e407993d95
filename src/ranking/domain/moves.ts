import { type Band, BANDS } from './gates.js';
import type { PoolStanding } from './pool-standing.js';
import type { BandCounts } from './preview/requirement-effects.js';

/** One person before and after. */
export interface Move {
  readonly candidateId: string;
  readonly before: MovePlace;
  readonly after: MovePlace;
}

export interface MovePlace {
  /** From 1. */
  readonly rank: number;
  readonly band: Band;
  readonly score: number;
}

export interface BandChange {
  readonly from: Band;
  readonly to: Band;
  readonly people: number;
}

/** Who of a pool moves when what they are ranked by changes. */
export interface Moves {
  readonly all: number;
  readonly before: BandCounts;
  readonly after: BandCounts;
  /** Only pairs that occur, the best band of before first. */
  readonly bandChanges: readonly BandChange[];
  /** How many stand higher, lower or where they stood. */
  readonly ranks: { readonly up: number; readonly down: number; readonly unchanged: number };
  /** Those whose band changes first, then those who move furthest. */
  readonly movers: readonly Move[];
}

/**
 * @param before @param after the same people in their two orders, best first
 * @param most how many movers are named; the counts are of everyone
 */
export function movesBetween(before: readonly PoolStanding[], after: readonly PoolStanding[], most: number): Moves {
  const places = new Map(before.map((standing, index) => [standing.candidateId, placeOf(standing, index)]));
  const moves = after.flatMap((standing, index): Move[] => {
    const place = places.get(standing.candidateId);
    if (place === undefined) return [];
    return [{ candidateId: standing.candidateId, before: place, after: placeOf(standing, index) }];
  });
  const ranks = { up: 0, down: 0, unchanged: 0 };
  for (const { before: was, after: is } of moves) {
    ranks[is.rank < was.rank ? 'up' : is.rank > was.rank ? 'down' : 'unchanged'] += 1;
  }
  const movers = moves
    .filter((move) => move.before.band !== move.after.band || distance(move) > 0)
    .sort(
      (a, b) =>
        Number(changesBand(b)) - Number(changesBand(a)) || distance(b) - distance(a) || a.after.rank - b.after.rank,
    )
    .slice(0, most);
  return {
    all: after.length,
    before: bandCounts(before),
    after: bandCounts(after),
    bandChanges: bandChanges(moves),
    ranks,
    movers,
  };
}

function bandChanges(moves: readonly Move[]): readonly BandChange[] {
  return BANDS.flatMap((from) =>
    BANDS.flatMap((to) => {
      if (from === to) return [];
      const people = moves.filter(({ before, after }) => before.band === from && after.band === to).length;
      return people === 0 ? [] : [{ from, to, people }];
    }),
  );
}

function bandCounts(standings: readonly PoolStanding[]): BandCounts {
  const counts = { qualified: 0, readySoon: 0, notYet: 0 };
  for (const { band } of standings) counts[band] += 1;
  return counts;
}

const placeOf = ({ band, score }: PoolStanding, index: number): MovePlace => ({ rank: index + 1, band, score });
const changesBand = ({ before, after }: Move): boolean => before.band !== after.band;
const distance = ({ before, after }: Move): number => Math.abs(after.rank - before.rank);
