import { delimiterOf } from './table-records.js';

/** Names of columns hold no line ends and no separators, so the row need not be parsed like the others. */
export function headerNames(beginning: string): string[] {
  const line = beginning.trimStart().split(/\r\n|\n|\r/, 1)[0] ?? '';
  return line
    .split(delimiterOf(line))
    .slice(0, 200)
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}

/** Whether a text begins with a header row and what follows it. */
export const holdsHeader = (text: string): boolean => /\S[^]*\n/.test(text);
