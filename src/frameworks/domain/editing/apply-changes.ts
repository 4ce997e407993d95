import type { FrameworkEntry } from '../content/framework-content.js';
import { uriKey } from '../identifier/entry-keys.js';
import { plainUri } from '../identifier/plain-uri.js';
import { stepsThatCloseACircle } from '../import/hierarchy-cycles.js';
import { type Entries, found, moveNarrower, put, withNames } from './edited-entries.js';
import { ChangeRefused, type EditedMembers, type FrameworkChange } from './framework-change.js';
import { split } from './split-entry.js';

/**
 * The next version of a framework: the changes made one after the other, each seeing what those before it did. Entries
 * that no change names stay as they are.
 *
 * @param baseUri makes a uri of the code of an entry that is added without one
 * @param refused tells which change cannot be made, and never returns
 */
export function applyChanges(
  entries: readonly FrameworkEntry[],
  changes: readonly FrameworkChange[],
  baseUri: string,
  refused: (at: number, reason: ChangeRefused) => never,
): FrameworkEntry[] {
  const edited: Entries = new Map(entries.map((entry) => [uriKey(entry.uri), entry]));
  for (const [at, change] of changes.entries()) {
    try {
      applyOne(edited, change, baseUri);
      refuseCircles(edited);
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
      refused(at, error);
    }
  }
  return [...edited.values()];
}

function applyOne(entries: Entries, change: FrameworkChange, baseUri: string): void {
  switch (change.op) {
    case 'add':
      return add(entries, change, baseUri);
    case 'edit': {
      const entry = found(entries, change.entry, 'entry');
      return put(entries, { ...entry, ...members(entries, change, entry) });
    }
    case 'retire': {
      const entry = found(entries, change.entry, 'entry');
      const { replacedBy: _before, ...rest } = entry;
      const replacement =
        change.replacedBy === undefined ? {} : { replacedBy: successor(entries, change.replacedBy, entry) };
      return put(entries, { ...rest, status: 'deprecated', ...replacement });
    }
    case 'merge':
      return merge(entries, change);
    case 'split':
      return split(entries, change, (part) => add(entries, part, baseUri));
  }
}

function add(entries: Entries, change: FrameworkChange & { op: 'add' }, baseUri: string): void {
  const { code } = change;
  const uri = change.uri ?? (code === undefined ? undefined : `${baseUri}${encodeURIComponent(code)}`);
  if (uri === undefined) throw new ChangeRefused('identity-missing', 'uri', 'An entry needs a uri or a code.');
  if (plainUri(uri) === undefined) throw new ChangeRefused('uri-invalid', 'uri', 'The uri is not an absolute URI.');
  const isTaken = [...entries.values()].some((entry) => code !== undefined && entry.code === code);
  if (isTaken || entries.has(uriKey(uri))) {
    throw new ChangeRefused(
      'entry-exists',
      code === undefined ? 'uri' : 'code',
      'There is an entry with this uri or code.',
    );
  }
  const type = change.type ?? 'skill';
  const entry: FrameworkEntry = {
    uri,
    ...(code === undefined ? {} : { code }),
    label: { language: 'en', text: change.label },
    translations: [],
    alternativeLabels: [],
    hiddenLabels: [],
    type,
    assignable: type !== 'group' && type !== 'occupation',
    status: 'active',
    broader: [],
    related: [],
    crosswalks: [],
    otherKeys: [],
    levelAnchors: {},
  };
  put(entries, entry);
  put(entries, { ...entry, ...members(entries, change, entry) });
}

/** What a change says of an entry; what it does not name stays. */
function members(entries: Entries, change: EditedMembers, entry: FrameworkEntry): Partial<FrameworkEntry> {
  const { label, alternativeLabels, definition, type, broader, related } = change;
  const { language } = entry.label;
  const uris = (named: readonly string[], member: string): string[] =>
    named.map((reference) => {
      const other = found(entries, reference, member);
      if (other.uri !== entry.uri) return other.uri;
      throw new ChangeRefused('names-itself', member, 'The entry names itself.');
    });
  return {
    ...(label === undefined ? {} : { label: { language, text: label } }),
    ...(alternativeLabels === undefined
      ? {}
      : {
          alternativeLabels: [
            ...entry.alternativeLabels.filter((one) => one.language !== language),
            ...alternativeLabels.map((text) => ({ language, text })),
          ],
        }),
    ...(definition === undefined ? {} : { definition }),
    ...(type === undefined ? {} : { type, assignable: type !== 'group' && type !== 'occupation' }),
    ...(broader === undefined ? {} : { broader: [...new Set(uris(broader, 'broader'))] }),
    ...(related === undefined ? {} : { related: [...new Set(uris(related, 'related'))] }),
  };
}

function merge(entries: Entries, { entry: named, from }: FrameworkChange & { op: 'merge' }): void {
  const merged = from.map((reference) => found(entries, reference, 'from'));
  const into = found(entries, named, 'entry');
  const gone = new Set(merged.map(({ uri }) => uri));
  if (gone.has(into.uri)) throw new ChangeRefused('names-itself', 'from', 'The entry names itself.');
  if (into.status !== 'active') throw new ChangeRefused('not-in-use', 'entry', 'What succeeds others must be in use.');
  const names = merged.flatMap((one) => [one.label, ...one.translations, ...one.alternativeLabels]);
  put(entries, { ...into, alternativeLabels: withNames(into, names) });
  for (const one of merged) {
    put(entries, { ...one, status: 'deprecated', replacedBy: into.uri });
  }
  moveNarrower(entries, gone, into);
}

function successor(entries: Entries, reference: string, entry: FrameworkEntry): string {
  const next = found(entries, reference, 'replacedBy');
  if (next.uri === entry.uri) throw new ChangeRefused('names-itself', 'replacedBy', 'The entry names itself.');
  if (next.status === 'active') return next.uri;
  throw new ChangeRefused('not-in-use', 'replacedBy', 'What succeeds others must be in use.');
}

function refuseCircles(entries: Entries): void {
  const positions = new Map([...entries.values()].map(({ uri }, at) => [uri, at]));
  const broader = [...entries.values()].map((entry) => entry.broader.flatMap((uri) => positions.get(uri) ?? []));
  if (stepsThatCloseACircle(broader).length === 0) return;
  throw new ChangeRefused('hierarchy-circle', 'broader', 'The entry would be broader than itself.');
}
