import type { EntryLink, FrameworkEntry } from '../content/framework-content.js';
import { stepsThatCloseACircle } from './hierarchy-cycles.js';
import { turns } from './in-turns.js';
import type { ProblemList } from './parsed-framework.js';
import { type LocatedEntry, uniqueEntries, type UniqueEntries } from './unique-entries.js';

/**
 * Entries whose references were texts of the file (uris or codes) with references that are uris of entries. What names
 * nothing, the entry itself, or would close a circle is left out; so is an entry whose uri or code came before.
 */
export async function settleReferences(
  located: readonly LocatedEntry[],
  problems: ProblemList,
): Promise<FrameworkEntry[]> {
  const entries = await uniqueEntries(located, problems);
  const { kept } = entries;
  const broader = await positions(entries, 'broader', problems);
  for (const { child, parent } of stepsThatCloseACircle(broader)) {
    broader[child] = broader[child]?.filter((other) => other !== parent) ?? [];
    const label = short(kept[parent]?.entry.label.text ?? '');
    warn(problems, kept[child], 'hierarchy-circle', `"${label}" is also narrower than this entry.`);
  }
  const related = bothWays(await positions(entries, 'related', problems));
  const uriAt = (position: number) => kept[position]?.entry.uri ?? '';
  return kept.map((item, at) => {
    const { replacedBy: _text, ...entry } = item.entry;
    const replacement = replacementOf(item, at, entries, problems);
    const links = knownLinks(item, entries, problems);
    return {
      ...entry,
      ...(links === undefined ? {} : { links }),
      ...(replacement === undefined ? {} : { replacedBy: uriAt(replacement) }),
      broader: (broader[at] ?? []).map(uriAt),
      related: (related[at] ?? []).map(uriAt),
    };
  });
}

/** For each entry the positions of those that it names in a field. */
async function positions(
  { kept, positionOf }: UniqueEntries,
  field: 'broader' | 'related',
  problems: ProblemList,
): Promise<number[][]> {
  const found: number[][] = [];
  const giveWay = turns();
  for (const [own, item] of kept.entries()) {
    await giveWay();
    const named = item.entry[field].flatMap((reference) => {
      const at = positionOf(reference);
      if (at === undefined)
        warn(problems, item, `${field}-unknown`, `${field}: there is no entry "${short(reference)}".`);
      if (at === own) warn(problems, item, `${field}-self`, `${field}: the entry names itself.`);
      return at === undefined || at === own ? [] : [at];
    });
    found.push([...new Set(named)]);
  }
  return found;
}

/** Links to entries of the files, under their own uris. */
function knownLinks(
  item: LocatedEntry,
  { kept, positionOf }: UniqueEntries,
  problems: ProblemList,
): EntryLink[] | undefined {
  return item.entry.links?.flatMap((link) => {
    const at = positionOf(link.to);
    if (at !== undefined) return [{ ...link, to: kept[at]?.entry.uri ?? link.to }];
    warn(problems, item, 'link-unknown', `more: there is no entry "${short(link.to)}".`);
    return [];
  });
}

/** Said by one of two, it holds for both. */
function bothWays(related: readonly (readonly number[])[]): number[][] {
  const both = related.map((others) => new Set(others));
  for (const [own, others] of related.entries()) for (const other of others) both[other]?.add(own);
  return both.map((others) => [...others]);
}

function replacementOf(
  item: LocatedEntry,
  own: number,
  { positionOf }: UniqueEntries,
  problems: ProblemList,
): number | undefined {
  const reference = item.entry.replacedBy;
  if (reference === undefined) return undefined;
  const at = positionOf(reference);
  if (at !== undefined && at !== own) return at;
  warn(problems, item, 'replacement-unknown', `replaced_by: there is no other entry "${short(reference)}".`);
  return undefined;
}

function warn(problems: ProblemList, item: LocatedEntry | undefined, code: string, message: string): void {
  if (item !== undefined) problems.add({ file: item.file, line: item.line, severity: 'warning', code, message });
}

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}...` : text);
