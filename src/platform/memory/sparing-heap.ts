import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow between two collections of all garbage, in percent of what was in use. */
const SPARING_PERCENT = 50;
let underWay = 0;

/**
 * Does work that makes much short-lived garbage without letting it pile up. Left to itself, the engine lets a heap grow to
 * four times what is in use before it looks, on a machine with much memory. Holds for the process until the last work that
 * was begun like this has ended.
 */
export async function withSparingHeap<T>(work: () => Promise<T>): Promise<T> {
  underWay += 1;
  setFlagsFromString(`--heap-growing-percent=${SPARING_PERCENT}`);
  try {
    return await work();
  } finally {
    underWay -= 1;
    // 0 leaves it to the engine again.
    if (underWay === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
