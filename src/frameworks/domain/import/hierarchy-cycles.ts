/** One step of a hierarchy: the entry at `child` names the one at `parent` as broader. Positions of entries. */
export interface HierarchyStep {
  readonly child: number;
  readonly parent: number;
}

/**
 * The steps that close a circle in a hierarchy, so that without them it has none. Which of a circle's steps that is
 * follows from the order of the entries alone. Linear in entries and steps; without recursion, for depth is chosen by
 * whoever wrote the file.
 *
 * @param parents for each entry the positions of its broader ones
 */
export function stepsThatCloseACircle(parents: readonly (readonly number[])[]): HierarchyStep[] {
  const state = new Uint8Array(parents.length);
  const closing: HierarchyStep[] = [];
  for (let start = 0; start < parents.length; start += 1) {
    if (state[start] !== UNSEEN) continue;
    const walk = [{ at: start, next: 0 }];
    state[start] = ON_THE_WALK;
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const parent = parents[top.at]?.[top.next];
      top.next += 1;
      if (parent === undefined) {
        state[top.at] = DONE;
        walk.pop();
      } else if (state[parent] === ON_THE_WALK) {
        closing.push({ child: top.at, parent });
      } else if (state[parent] === UNSEEN) {
        state[parent] = ON_THE_WALK;
        walk.push({ at: parent, next: 0 });
      }
    }
  }
  return closing;
}

const UNSEEN = 0;
const ON_THE_WALK = 1;
const DONE = 2;
