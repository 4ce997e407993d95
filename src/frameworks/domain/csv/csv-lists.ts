import type { LanguageText } from '../content/framework-content.js';

/** The items of a list cell, parted by `|`; `\|` is a bar that belongs to the item, `\\` before one a backslash. */
export function listOf(cell: string): string[] {
  if (cell === '') return [];
  const items = (cell.match(/(?:\\[\\|]|[^|])+/g) ?? []).map((item) => item.replace(/\\([\\|])/g, '$1').trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

/** The reverse of `listOf`. */
export const listCell = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\|]/g, '\\$&')).join('|');

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;

export const isLanguage = (tag: string): boolean => LANGUAGE.test(tag);

/** `Schweißen@de` is German; without a tag behind the last `@` the language of the row counts. */
export function languageText(item: string, rowLanguage: string): LanguageText {
  const at = item.lastIndexOf('@');
  const tag = item.slice(at + 1);
  const isTagged = at > 0 && isLanguage(tag) && !/[@\s]/.test(tag);
  return isTagged
    ? { language: tag.toLowerCase(), text: item.slice(0, at).trim() }
    : { language: rowLanguage, text: item };
}
