import { meets, type Tally } from '../tally.js';
import { type CountedGate, type CountedProfile, metIn } from './counted-gates.js';

/** Everyone of a pool who stands alike as far as changes of the profile go. */
export interface AlikePeople {
  /** An entry of the tally that stands for all of them. */
  readonly entry: number;
  readonly people: number;
  /** Places of the gates that keep them from qualified; none for the qualified. */
  readonly closed: readonly number[];
}

/** Each change opens one gate at most, so whoever has more than `most` closed is out of reach of as many changes. */
export function nearPeople(counted: CountedProfile, tally: Tally, most: number): readonly AlikePeople[] {
  const near: AlikePeople[] = [];
  tally.counts.forEach((people, entry) => {
    const closed: number[] = [];
    for (const [place, gate] of counted.gates.entries()) {
      if (gate.importance !== 'nice' && metIn(tally, entry, gate) < gate.needed) closed.push(place);
      if (closed.length > most) return;
    }
    near.push({ entry, people, closed });
  });
  return near;
}

/** The same people in fewer rows, for changes that leave single requirements as they are or drop them. */
export function mergedPeople(
  rows: readonly AlikePeople[],
  counted: CountedProfile,
  tally: Tally,
): readonly AlikePeople[] {
  const grouped = counted.gates
    .filter(({ importance, conditions }) => importance !== 'nice' && conditions.length > 1)
    .flatMap(({ conditions }) => conditions.flatMap((one) => [one, counted.lowered[one] ?? one]));
  const merged = new Map<string, AlikePeople>();
  for (const row of rows) {
    const bits = grouped.map((condition) => Number(meets(tally, row.entry, condition))).join('');
    const key = `${row.closed.join()} ${bits}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : { ...known, people: known.people + row.people });
  }
  return [...merged.values()];
}

/** @param after gates as changes leave them, by place */
export function qualifiedAfter(
  rows: readonly AlikePeople[],
  tally: Tally,
  after: ReadonlyMap<number, CountedGate>,
): number {
  let qualified = 0;
  for (const { entry, people, closed } of rows) {
    if (!closed.every((place) => after.has(place))) continue;
    let isOpen = true;
    for (const gate of after.values())
      isOpen &&= gate.importance === 'nice' || metIn(tally, entry, gate) >= gate.needed;
    if (isOpen) qualified += people;
  }
  return qualified;
}
