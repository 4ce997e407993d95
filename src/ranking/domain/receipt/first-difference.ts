import type { Requirement } from '../../../roles/index.js';
import type { Band } from '../gates.js';
import type { SealedRequirement, SealedRow } from './sealed-row.js';

export interface DifferingPlace {
  readonly rank: number;
  readonly band: Band;
  readonly score: number;
  /** Of the requirement that differs. */
  readonly requirement: SealedRequirement | null;
}

/** The first candidate, from the top of the sealed list, about whom two rankings do not say the same. */
export interface FirstDifference {
  readonly candidateId: string;
  /** The first requirement whose state or points differ; null when none does. */
  readonly requirementId: string | null;
  /** Whether what the candidate holds for the profile is something else now. */
  readonly holdingsDiffer: boolean;
  /** null for who was not in the pool. */
  readonly sealed: DifferingPlace | null;
  /** null for who is not in the pool any more. */
  readonly now: DifferingPlace | null;
}

/**
 * Compares what is said about each candidate by itself, so that the cause is named and not somebody who was only moved by
 * it. Who is new comes after everyone who was there.
 *
 * @returns null when the same is said about the same people
 */
export function firstDifference(
  sealed: readonly SealedRow[],
  now: readonly SealedRow[],
  requirements: readonly Pick<Requirement, 'id'>[],
): FirstDifference | null {
  const placesNow = placesOf(now);
  for (const [index, row] of sealed.entries()) {
    const place = placesNow.get(row.candidateId);
    if (place !== undefined && saysTheSame(row, place.row)) continue;
    return difference({ row, rank: index + 1 }, place, requirements);
  }
  const placesSealed = placesOf(sealed);
  const [, joined] = [...placesNow].find(([candidateId]) => !placesSealed.has(candidateId)) ?? [];
  return joined === undefined ? null : difference(undefined, joined, requirements);
}

interface Place {
  readonly row: SealedRow;
  readonly rank: number;
}

function placesOf(rows: readonly SealedRow[]): ReadonlyMap<string, Place> {
  return new Map(rows.map((row, index) => [row.candidateId, { row, rank: index + 1 }]));
}

function saysTheSame(a: SealedRow, b: SealedRow): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function difference(
  sealed: Place | undefined,
  now: Place | undefined,
  requirements: readonly Pick<Requirement, 'id'>[],
): FirstDifference {
  const candidateId = (sealed ?? now)?.row.candidateId ?? '';
  const at =
    sealed === undefined || now === undefined ? -1 : requirements.findIndex((_, index) => differs(sealed, now, index));
  const place = (of: Place | undefined): DifferingPlace | null =>
    of === undefined
      ? null
      : { rank: of.rank, band: of.row.band, score: of.row.score, requirement: of.row.requirements[at] ?? null };
  return {
    candidateId,
    requirementId: requirements[at]?.id ?? null,
    holdingsDiffer: sealed?.row.holdings !== now?.row.holdings,
    sealed: place(sealed),
    now: place(now),
  };
}

function differs(a: Place, b: Place, index: number): boolean {
  return JSON.stringify(a.row.requirements[index]) !== JSON.stringify(b.row.requirements[index]);
}
