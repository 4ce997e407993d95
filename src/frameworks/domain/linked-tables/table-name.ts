/**
 * What a table lists, by the name of its file: `Skills-2025.csv` lists skills. Words are lower-case and in the singular, so
 * that a column `competency_id` or `tools_languages` finds the table that it refers to.
 */
export function tableName(file: string): string {
  const base = (file.split(/[/\\]/).at(-1) ?? '').replace(/(?:\.(?:csv|tsv|txt|gz|zip))+$/i, '');
  const words = wordsOf(base);
  while (words.length > 1 && /^v?\d+$/.test(words.at(-1) ?? '')) words.pop();
  return singular(words).join('_');
}

/** `competencyDomain`, `Competency Domain` and `competency_domain` are two words. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

export const singular = (words: readonly string[]): string[] => words.map(singularWord);

function singularWord(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

const HEADINGS = new Set(
  'area category cluster dimension discipline domain family field group heading pillar section strand theme topic'.split(
    ' ',
  ),
);
const TOOLS = new Set('application equipment software technology tool'.split(' '));
const OCCUPATIONS = new Set('job occupation position profession role'.split(' '));

/** The name of a table as a column writes it. */
export const tableOfColumn = (column: string): string => singular(wordsOf(column)).join('_');

const lastWord = (table: string): string => table.split('_').at(-1) ?? '';

/** Tables of headings, which nobody holds. */
export const listsHeadings = (table: string): boolean => HEADINGS.has(lastWord(table));

export const listsTools = (table: string): boolean => table.split('_').some((word) => TOOLS.has(word));

const MATERIALS = new Set(
  'author book certification contact course credential event link material organisation organization person provider reference resource source training website'.split(
    ' ',
  ),
);

/** Tables of what helps to learn or to prove something, which is no competency. */
export const listsMaterials = (table: string): boolean => MATERIALS.has(lastWord(table));

export const listsOccupations = (table: string): boolean => OCCUPATIONS.has(lastWord(table));
