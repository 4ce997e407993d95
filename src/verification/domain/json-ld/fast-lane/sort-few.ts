/** With more than so many, sorting by insertion would take time that grows with the square of their number. */
const few = 40;

/**
 * Puts a list in order, in place. Most nodes have a handful of statements, often in order already, and for those the
 * sort of the language spends more on its own bookkeeping than on comparing.
 *
 * @param isBefore whether one belongs before the other; false for equals
 */
export function sortFew<T>(list: T[], isBefore: (one: T, other: T) => boolean): void {
  if (list.length > few) {
    list.sort((one, other) => (isBefore(one, other) ? -1 : isBefore(other, one) ? 1 : 0));
    return;
  }
  for (let at = 1; at < list.length; at += 1) {
    const moved = list[at] as T;
    let place = at;
    while (place > 0 && isBefore(moved, list[place - 1] as T)) {
      list[place] = list[place - 1] as T;
      place -= 1;
    }
    list[place] = moved;
  }
}
