import type { FrameworkEntry, LanguageText } from './framework-content.js';

/** What a newer version changed for those who use the framework; every list by uri, in the order of uris. */
export interface FrameworkDiff {
  readonly added: readonly { readonly uri: string; readonly label: string }[];
  readonly relabelled: readonly { readonly uri: string; readonly before: string; readonly after: string }[];
  readonly alternativeLabelsChanged: readonly {
    readonly uri: string;
    readonly added: string[];
    readonly removed: string[];
  }[];
  /** No longer to be used and succeeded by another entry, since this version. */
  readonly replaced: readonly { readonly uri: string; readonly label: string; readonly by: string }[];
  readonly removed: readonly { readonly uri: string; readonly label: string }[];
}

export type DiffCounts = Readonly<Record<keyof FrameworkDiff, number>>;

export const diffCounts = (diff: FrameworkDiff): DiffCounts => ({
  added: diff.added.length,
  relabelled: diff.relabelled.length,
  alternativeLabelsChanged: diff.alternativeLabelsChanged.length,
  replaced: diff.replaced.length,
  removed: diff.removed.length,
});

/** The part of an entry that a diff looks at, as a file or the database gives it. */
export type DiffedEntry = Pick<FrameworkEntry, 'uri' | 'label' | 'translations' | 'alternativeLabels' | 'replacedBy'>;

export function diffFrameworks(before: readonly DiffedEntry[], after: readonly DiffedEntry[]): FrameworkDiff {
  const old = new Map(before.map((entry) => [entry.uri, entry]));
  const kept = new Set(after.map(({ uri }) => uri));
  const inOrder = [...after].sort(byUri);
  const pairs = inOrder.flatMap((now) => {
    const was = old.get(now.uri);
    return was === undefined ? [] : [{ was, now }];
  });
  return {
    added: inOrder.filter(({ uri }) => !old.has(uri)).map(named),
    relabelled: pairs
      .filter(({ was, now }) => was.label.text !== now.label.text)
      .map(({ was, now }) => ({
        uri: now.uri,
        before: was.label.text,
        after: now.label.text,
      })),
    alternativeLabelsChanged: pairs.flatMap(({ was, now }) => {
      const [removed, added] = [
        missingIn(otherLabels(was), otherLabels(now)),
        missingIn(otherLabels(now), otherLabels(was)),
      ];
      return removed.length + added.length === 0 ? [] : [{ uri: now.uri, added, removed }];
    }),
    replaced: inOrder.flatMap((now) => {
      const by = now.replacedBy;
      return by === undefined || by === old.get(now.uri)?.replacedBy ? [] : [{ ...named(now), by }];
    }),
    removed: [...before]
      .filter(({ uri }) => !kept.has(uri))
      .sort(byUri)
      .map(named),
  };
}

/** `text@language` of what the source lists beside the label; it may list the label once more. */
function otherLabels({ label, translations, alternativeLabels }: DiffedEntry): Set<string> {
  const translated = translations.map(tagged).filter((text) => text !== tagged(label));
  return new Set([...translated, ...alternativeLabels.map(tagged)]);
}

const tagged = ({ language, text }: LanguageText): string => `${text}@${language}`;
const missingIn = (labels: Set<string>, others: Set<string>): string[] =>
  [...labels].filter((l) => !others.has(l)).sort();
const named = ({ uri, label }: DiffedEntry) => ({ uri, label: label.text });
const byUri = (a: DiffedEntry, b: DiffedEntry): number => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);
