import type { FrameworkEntry } from '../content/framework-content.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { canonicalReference } from '../identifier/identifier.js';
import { turns } from './in-turns.js';
import type { ProblemList } from './parsed-framework.js';

/** An entry with the place it came from. */
export interface LocatedEntry {
  readonly file: string;
  readonly line: number;
  readonly entry: FrameworkEntry;
  /** Other entries have its code too, so that nothing is found by it. */
  readonly sharesCode?: boolean;
}

/** Entries that stand once, and where each stands by what the others call it. */
export interface UniqueEntries {
  readonly kept: readonly LocatedEntry[];
  /** Position of the entry with this code or uri, in any spelling of the uri. */
  readonly positionOf: (reference: string) => number | undefined;
}

/** Leaves out, and reports, an entry whose code or uri came before. */
export async function uniqueEntries(located: readonly LocatedEntry[], problems: ProblemList): Promise<UniqueEntries> {
  const kept: LocatedEntry[] = [];
  const byCode = new Map<string, number>();
  const byUri = new Map<string, number>();
  const giveWay = turns();
  for (const item of located) {
    await giveWay();
    const { uri } = item.entry;
    const code = item.sharesCode === true ? undefined : item.entry.code;
    const key = sameUri(uri);
    const earlier = kept[(code === undefined ? undefined : byCode.get(code)) ?? byUri.get(key) ?? -1];
    if (earlier !== undefined) {
      const what = code !== undefined && byCode.has(code) ? 'code' : 'uri';
      const message = `The ${what} stands already on line ${earlier.line} of ${earlier.file}.`;
      problems.add({ file: item.file, line: item.line, severity: 'error', code: `${what}-repeated`, message });
      continue;
    }
    if (code !== undefined) byCode.set(code, kept.length);
    byUri.set(key, kept.length);
    kept.push(item);
  }
  return { kept, positionOf: (reference) => byCode.get(reference) ?? byUri.get(sameUri(reference)) };
}

function sameUri(uri: string): string {
  const identifier = canonicalReference(uri);
  return identifier === undefined ? uri : canonicalKey(identifier);
}
