import { entryKeys } from '../identifier/entry-keys.js';
import type { FrameworkEntry, LanguageText } from './framework-content.js';

/**
 * An entry as it is kept and read again: without keys that its uri and its code say already, and where its name is the same
 * in several languages, in the one that counts. So an export that is read again is the same content.
 *
 * @param framework name of the framework
 */
export function storedEntry(entry: FrameworkEntry, framework: string): FrameworkEntry {
  const { label, translations, otherKeys } = entry;
  const own = ownLabel(label.text, [label, ...translations]);
  const isRenamed = own.language !== label.language;
  if (otherKeys.length === 0 && !isRenamed) return entry;
  const derived = new Set(entryKeys({ ...entry, otherKeys: [] }, framework));
  return {
    ...entry,
    ...(isRenamed ? { label: own, translations: [label, ...translations.filter((one) => one !== own)] } : {}),
    otherKeys: otherKeys.filter((key) => !derived.has(key)),
  };
}

/** Which of the preferred labels is the name is told by its text; of several languages with one text, English is. */
export function ownLabel(text: string, preferred: readonly LanguageText[]): LanguageText {
  const same = preferred.filter((label) => label.text === text);
  const first = [...same].sort((a, b) => (a.language < b.language ? -1 : 1))[0];
  return same.find(({ language }) => language === 'en') ?? first ?? { language: 'en', text };
}
