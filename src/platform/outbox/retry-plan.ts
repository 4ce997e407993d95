/** After so many failures a message is dead: it stays in the table, shows in the metrics and waits for a person. */
export const MAX_ATTEMPTS = 8;

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;

/**
 * Waiting time before the next attempt: doubled each time, with up to a quarter taken off at random, so that what failed
 * together does not come back together.
 *
 * @param attempt 1 after the first failure
 * @param random 0 to 1
 */
export function backoffMs(attempt: number, random: number): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.floor(doubled * (1 - random / 4));
}
