import type { FrameworkEntry, LanguageText } from '../content/framework-content.js';
import { uriKey } from '../identifier/entry-keys.js';
import { ChangeRefused } from './framework-change.js';

/** The entries of a framework while it is edited, by uri in one spelling. */
export type Entries = Map<string, FrameworkEntry>;

export const put = (entries: Entries, entry: FrameworkEntry): void => void entries.set(uriKey(entry.uri), entry);

/**
 * @param reference uri or code
 * @param member of the change that names it
 * @throws {ChangeRefused} `entry-unknown`
 */
export function found(entries: Entries, reference: string, member: string): FrameworkEntry {
  const entry = entries.get(uriKey(reference)) ?? [...entries.values()].find(({ code }) => code === reference);
  if (entry !== undefined) return entry;
  throw new ChangeRefused('entry-unknown', member, `There is no entry "${reference.slice(0, 100)}".`);
}

/** What was narrower than entries that go is from now on narrower than another one. */
export function moveNarrower(entries: Entries, gone: ReadonlySet<string>, to: FrameworkEntry): void {
  for (const entry of [...entries.values()]) {
    if (gone.has(entry.uri) || !entry.broader.some((uri) => gone.has(uri))) continue;
    const broader = entry.broader.map((uri) => (gone.has(uri) ? to.uri : uri)).filter((uri) => uri !== entry.uri);
    put(entries, { ...entry, broader: [...new Set(broader)] });
  }
}

/** The alternative labels of an entry with further names, each once. */
export function withNames(into: FrameworkEntry, names: readonly LanguageText[]): LanguageText[] {
  const keyOf = ({ language, text }: LanguageText): string => `${language} ${text}`;
  const known = new Set([into.label, ...into.translations, ...into.alternativeLabels].map(keyOf));
  return [...into.alternativeLabels, ...names.filter((name) => !known.has(keyOf(name)) && known.add(keyOf(name)))];
}
