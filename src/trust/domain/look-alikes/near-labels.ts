/** Shorter labels are near too many others to mean anything. */
const SHORTEST = 6;
/** Longer ones are not compared letter by letter. */
const LONGEST = 40;

/**
 * Keys of which two labels share one whenever they differ in one step: a letter left out, put in, taken for another, or two
 * that changed places.
 */
export function nearKeys(label: string): string[] {
  const letters = [...label];
  if (letters.length < SHORTEST - 1 || letters.length > LONGEST) return [];
  return [label, ...letters.map((_letter, at) => letters.filter((_other, place) => place !== at).join(''))];
}

/**
 * Whether one label is the other with one slip of the keyboard. Labels that differ in digits alone are numbered, as the
 * hosts of one owner often are, and so are not near.
 */
export function isNear(one: string, other: string): boolean {
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (short.length < SHORTEST || long.length > LONGEST || long.length - short.length > 1 || one === other) return false;
  const first = short.findIndex((letter, at) => letter !== long[at]);
  const at = first < 0 ? short.length : first;
  const [a, b] = [short.slice(at), long.slice(at)];
  if (short.length < long.length) return !isDigit(b[0]) && same(a, b.slice(1));
  if (same(a.slice(1), b.slice(1))) return !(isDigit(a[0]) && isDigit(b[0]));
  return a[0] === b[1] && a[1] === b[0] && same(a.slice(2), b.slice(2));
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && /\d/.test(letter);
const same = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('');
