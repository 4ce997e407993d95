import { type BandGates, OPEN_LEARNABLE, OPEN_MUST, QUALIFIED, READY_SOON } from './kernel.js';
import type { PreparedQuestion } from './question.js';

/** Requirements whose points are added together: one, or a group of which only the best few count. */
export interface Sum {
  readonly members: readonly number[];
  readonly most: number;
}

/** A condition of a band: so many of its requirements must be met. */
export interface Gate {
  readonly members: readonly number[];
  readonly needed: number;
  /** `OPEN_MUST` or `OPEN_LEARNABLE`. */
  readonly counts: number;
}

/** What a question adds up, and what it asks for before a candidate is in a band. */
export interface Conditions {
  readonly sums: readonly Sum[];
  readonly gates: readonly Gate[];
  readonly bandGates: BandGates | null;
}

export function conditionsOf({ requirements, groups }: PreparedQuestion): Conditions {
  const places = new Map<string, number[]>();
  requirements.forEach(({ group }, index) => {
    const key = group === null ? `requirement ${index}` : `group ${group}`;
    const members = places.get(key);
    if (members === undefined) places.set(key, [index]);
    else members.push(index);
  });
  const sums = [...places.values()].map((members): Sum => {
    const group = requirements[members[0] as number]?.group ?? null;
    return { members, most: group === null ? 1 : (groups[group] as number) };
  });
  const gates = sums.flatMap(({ members, most }): Gate[] => {
    const importance = requirements[members[0] as number]?.importance ?? 'nice';
    if (importance === 'nice') return [];
    return [{ members, needed: most, counts: importance === 'must' ? OPEN_MUST : OPEN_LEARNABLE }];
  });
  const qualified = gates.reduce((sum, { counts }) => sum + counts, 0);
  return { sums, gates, bandGates: qualified === 0 ? null : { qualified, musts: qualified >>> 16 } };
}

/** @param open gates, see `OPEN_MUST` */
export function keyOf(points: number, open: number, gates: BandGates | null): number {
  if (gates === null || open === gates.qualified) return points + QUALIFIED;
  return open >>> 16 === gates.musts ? points + READY_SOON : points;
}
