import type { LanguageText } from '../content/framework-content.js';
import { isObject, listOf, textOf } from '../json/json-members.js';

/**
 * Texts with their language: of a map (`{"en-US": "..."}` or with lists), of JSON-LD values, or plain ones, which are in
 * the language of the document.
 */
export function languageTexts(value: unknown, fallback: string): LanguageText[] {
  return listOf(value).flatMap((item): LanguageText[] => {
    if (!isObject(item)) return plain(item, fallback);
    if ('@value' in item) return plain(item['@value'], textOf(item['@language']) || fallback);
    return Object.entries(item).flatMap(([language, texts]) => listOf(texts).flatMap((text) => plain(text, language)));
  });
}

const plain = (text: unknown, language: string): LanguageText[] =>
  textOf(text) === '' ? [] : [{ language: language.toLowerCase(), text: textOf(text) }];

/** The text in the language, else in one that begins like it (`en` for `en-us`), else the first. */
export function preferredText(texts: readonly LanguageText[], language: string): LanguageText | undefined {
  const main = (tag: string): string => tag.split('-')[0] ?? '';
  return (
    texts.find((text) => text.language === language) ??
    texts.find((text) => main(text.language) === main(language)) ??
    texts[0]
  );
}

/** One text of each further language: what others call the same. */
export function translationsOf(texts: readonly LanguageText[], preferred: LanguageText): LanguageText[] {
  const others = texts.filter(({ language }) => language !== preferred.language);
  return [...new Map(others.reverse().map((text) => [text.language, text])).values()].reverse();
}
