import {
  type Crosswalk,
  type EntryLink,
  type FrameworkEntry,
  LINK_TYPES,
  type LinkType,
} from '../content/framework-content.js';
import { uriKey } from '../identifier/entry-keys.js';
import { stepsThatCloseACircle } from './hierarchy-cycles.js';
import { IMPORT_LIMITS } from './import-limits.js';
import { turns } from './in-turns.js';
import type { ProblemList } from './parsed-framework.js';
import { type ProblemSeverity, UnreadableSource } from './source-problem.js';

/** Where something stands in the files. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  /** RFC 6901 pointer to the item in a JSON document. */
  readonly pointer?: string;
}

/** An entry while its files are being read; later rows may say more of it. */
export type DraftEntry = Writable<Omit<FrameworkEntry, 'broader' | 'related' | 'links'>>;

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

export type Relation = 'broader' | 'related' | LinkType;

/** A uri as a file spells it, once for all places that name it, with the key that it is compared by. */
interface NamedUri {
  readonly uri: string;
  readonly key: string;
}

interface Reference {
  readonly place: Place;
  readonly relation: Relation;
  readonly from: NamedUri;
  readonly to: NamedUri;
  readonly detail: Readonly<Record<string, unknown>> | undefined;
  /** Said by the way, in a file about something else: no loss where the other entry is not there. */
  readonly byTheWay?: true;
}

/**
 * A framework that is put together from rows in any order: entries first of all or between their relations. What names
 * an entry that does not come is reported with its place when all has been read.
 */
export class FrameworkDraft {
  private readonly entries = new Map<string, DraftEntry>();
  private readonly places = new Map<string, Place>();
  private readonly references: Reference[] = [];
  private readonly named = new Map<string, NamedUri>();
  private readonly matches = new Map<DraftEntry, Map<string, Crosswalk>>();
  private readonly waiting: (() => void)[] = [];
  private items = 0;

  constructor(readonly problems: ProblemList) {}

  /** The entry with this uri, in any spelling. */
  entry(uri: string): DraftEntry | undefined {
    return this.entries.get(this.keyOf(uri));
  }

  all(): Iterable<DraftEntry> {
    return this.entries.values();
  }

  placeOf(uri: string): Place {
    return this.places.get(this.keyOf(uri)) ?? { file: '' };
  }

  /** @returns false, and reports it, when the uri came before */
  add(place: Place, entry: DraftEntry): boolean {
    const key = this.keyOf(entry.uri);
    if (this.entries.has(key)) {
      this.report(place, 'error', 'uri-repeated', `The entry stands already ${worded(this.placeOf(entry.uri))}.`);
      return false;
    }
    this.entries.set(key, entry);
    this.places.set(key, place);
    this.count(place, 1 + entry.alternativeLabels.length + entry.crosswalks.length);
    return true;
  }

  relate(place: Place, relation: Relation, from: string, to: string, detail?: Readonly<Record<string, unknown>>): void {
    this.references.push({ place, relation, from: this.nameOf(from), to: this.nameOf(to), detail });
    this.count(place, 1);
  }

  /** A relation that another file states as well, and that is nothing to report where the other entry is not there. */
  relateWhereKnown(place: Place, relation: Relation, from: string, to: string): void {
    const [own, other] = [this.nameOf(from), this.nameOf(to)];
    this.references.push({ place, relation, from: own, to: other, detail: undefined, byTheWay: true });
    this.count(place, 1);
  }

  /** Something elsewhere that stands to the entry in this way; said twice it counts once. */
  match(place: Place, entry: DraftEntry, crosswalk: Crosswalk): void {
    const known = this.matches.get(entry) ?? new Map<string, Crosswalk>();
    known.set(`${crosswalk.relation} ${crosswalk.key}`, crosswalk);
    this.matches.set(entry, known);
    this.count(place, 1);
  }

  /** What can only be done when every file was read. */
  whenRead(run: () => void): void {
    this.waiting.push(run);
  }

  report(place: Place, severity: ProblemSeverity, code: string, message: string): void {
    this.problems.add({ ...place, severity, code, message });
  }

  /**
   * What was read as entries whose references all name entries; a reference given twice counts once, and of a circle in
   * the hierarchy one step is left out.
   *
   * @throws {UnreadableSource} `no-entries`
   */
  async settle(): Promise<FrameworkEntry[]> {
    const giveWay = turns(2_000);
    for (const run of this.waiting) {
      await giveWay();
      run();
    }
    const positions = new Map([...this.entries.keys()].map((key, at) => [key, at]));
    const drafts = [...this.entries.values()];
    const settled = drafts.map(() => ({ broader: new Set<number>(), related: new Set<number>(), links: NO_LINKS }));
    for (const reference of this.references) {
      await giveWay();
      const from = this.positionOf(reference, reference.from, positions);
      const to = from === undefined ? undefined : this.positionOf(reference, reference.to, positions);
      if (from === undefined || to === undefined) continue;
      if (from === to) {
        this.report(reference.place, 'warning', `${reference.relation}-self`, 'The entry names itself.');
        continue;
      }
      const [own, other] = [settled[from], settled[to]];
      if (own === undefined || other === undefined) continue;
      if (reference.relation === 'broader') own.broader.add(to);
      else if (reference.relation === 'related') {
        own.related.add(to);
        other.related.add(from);
      } else {
        if (own.links === NO_LINKS) own.links = new Map();
        own.links.set(`${reference.relation} ${to}`, linkOf(reference, drafts[to]?.uri ?? ''));
      }
    }
    const broader = settled.map((own) => [...own.broader]);
    this.openCircles(broader, drafts);
    const uriAt = (at: number): string => drafts[at]?.uri ?? '';
    const entries = drafts.map((draft, at) => ({
      ...draft,
      crosswalks: [...draft.crosswalks, ...(this.matches.get(draft)?.values() ?? [])],
      broader: (broader[at] ?? []).map(uriAt),
      related: [...(settled[at]?.related ?? [])].map(uriAt),
      links: [...(settled[at]?.links ?? NO_LINKS).values()],
    }));
    if (entries.length > 0) return this.withKnownReplacements(entries);
    const first = this.problems.listed[0]?.message ?? '';
    throw new UnreadableSource({
      file: '',
      severity: 'fatal',
      code: 'no-entries',
      message: first === '' ? 'The files hold no competency.' : `No row could be taken. ${first}`,
    });
  }

  private positionOf(
    { place, relation, byTheWay }: Reference,
    { uri, key }: NamedUri,
    positions: ReadonlyMap<string, number>,
  ): number | undefined {
    const at = positions.get(key);
    if (at === undefined && byTheWay === undefined)
      this.report(place, 'warning', `${relation}-unknown`, `There is no entry "${short(uri)}".`);
    return at;
  }

  private openCircles(broader: number[][], drafts: readonly DraftEntry[]): void {
    for (const { child, parent } of stepsThatCloseACircle(broader)) {
      broader[child] = broader[child]?.filter((other) => other !== parent) ?? [];
      const message = `"${short(drafts[parent]?.label.text ?? '')}" is also narrower than this entry.`;
      this.report(this.placeOf(drafts[child]?.uri ?? ''), 'warning', 'hierarchy-circle', message);
    }
  }

  private withKnownReplacements(entries: FrameworkEntry[]): FrameworkEntry[] {
    return entries.map((entry) => {
      if (entry.replacedBy === undefined) return entry;
      const { replacedBy, ...rest } = entry;
      const successor = this.entry(replacedBy);
      if (successor !== undefined && successor.uri !== entry.uri) return { ...rest, replacedBy: successor.uri };
      const message = `There is no other entry "${short(replacedBy)}".`;
      this.report(this.placeOf(entry.uri), 'warning', 'replacement-unknown', message);
      return rest;
    });
  }

  private keyOf(uri: string): string {
    return this.nameOf(uri).key;
  }

  /** A file names the same uris over and over, and a large one would be kept as a whole for the sake of its spellings. */
  private nameOf(uri: string): NamedUri {
    let named = this.named.get(uri);
    if (named === undefined) {
      named = { uri, key: uriKey(uri) };
      this.named.set(uri, named);
    }
    return named;
  }

  private count(place: Place, items: number): void {
    this.items += items;
    if (this.items <= IMPORT_LIMITS.maxItems) return;
    const message = `A framework may have at most ${IMPORT_LIMITS.maxItems} entries, labels and relations.`;
    throw new UnreadableSource({ ...place, severity: 'fatal', code: 'too-many-items', message });
  }
}

function worded({ file, line, pointer }: Place): string {
  if (line !== undefined) return `on line ${line} of ${file}`;
  return pointer === undefined ? `in ${file}` : `at ${pointer} of ${file}`;
}

const NO_LINKS = new Map<string, EntryLink>();
const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}...` : text);

function linkOf({ relation, detail }: Reference, to: string): EntryLink {
  const type = LINK_TYPES.find((known) => known === relation) as LinkType;
  return detail === undefined ? { type, to } : { type, to, detail };
}
