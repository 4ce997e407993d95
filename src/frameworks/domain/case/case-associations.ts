import type { CrosswalkRelation, LinkType } from '../content/framework-content.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import { fittingDetails } from '../import/draft-texts.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { type JsonObject, textOf } from '../json/json-members.js';
import type { CaseItems } from './case-items.js';
import { linkKey, nodeLink, type NodeLink } from './node-link.js';

/** What an association means between two items of the upload, and to something outside of it. */
interface Meaning {
  readonly inside: 'broader' | 'related' | 'replaced' | 'match' | LinkType;
  readonly outside?: CrosswalkRelation;
}

/** By association type, without regard to case: https://www.imsglobal.org/sites/default/files/CASE/casev1p0 section 4.1.3. */
const MEANINGS = new Map<string, Meaning>(
  Object.entries({
    isChildOf: { inside: 'broader' },
    isPartOf: { inside: 'part-of' },
    isPeerOf: { inside: 'related', outside: 'related' },
    isRelatedTo: { inside: 'related', outside: 'related' },
    exactMatchOf: { inside: 'match', outside: 'exact' },
    isTranslationOf: { inside: 'translation', outside: 'exact' },
    replacedBy: { inside: 'replaced' },
    precedes: { inside: 'precedes' },
    exemplar: { inside: 'exemplar' },
    hasSkillLevel: { inside: 'skill-level' },
  } satisfies Record<string, Meaning>).map(([name, meaning]) => [name.toLowerCase(), meaning]),
);

/** Whether a text, with blanks or not, names a type of association of CASE. */
export const isAssociationType = (name: string): boolean => MEANINGS.has(name.replace(/[\s_-]+/g, '').toLowerCase());

/** Reads associations once all items are known. */
export class CaseAssociations {
  private readonly kept = new Map<DraftEntry, { readonly place: Place; readonly items: JsonObject[] }>();

  constructor(
    private readonly draft: FrameworkDraft,
    private readonly items: CaseItems,
  ) {}

  take(place: Place, association: JsonObject): void {
    const { draft, items } = this;
    const [from, to] = [nodeLink(association.originNodeURI), nodeLink(association.destinationNodeURI)];
    const [origin, destination] = [items.find(from), items.find(to)];
    const type = textOf(association.associationType);
    const meaning = MEANINGS.get(type.toLowerCase());
    if (origin !== undefined && items.isWhole(origin)) {
      // All else stands in what the export wrote of the entry.
      const isPlace = meaning?.inside === 'broader' || meaning?.inside === 'related';
      if (isPlace && destination !== undefined) draft.relate(place, meaning.inside, origin.uri, destination.uri);
    } else if (meaning === undefined && !/^ext:/i.test(type)) {
      draft.report(place, 'error', 'association-unknown', `"${type.slice(0, 60)}" is no type of association.`);
    } else if (meaning?.inside === 'broader' && origin !== undefined && items.isDocument(to)) {
      placeAmong(origin, association);
    } else if (origin !== undefined && destination !== undefined) {
      this.inside(place, meaning, association, origin, destination);
    } else if (origin !== undefined) {
      this.outside(place, meaning, association, origin, to);
    } else if (destination !== undefined && meaning?.outside !== undefined) {
      // Exact and related say the same from either side.
      this.outside(place, meaning, association, destination, from);
    } else {
      draft.report(place, 'error', 'origin-unknown', 'The association starts from no item of the package.');
    }
  }

  /** What has no place of its own is kept with its origin. */
  finish(): void {
    for (const [entry, { place, items }] of this.kept) {
      const details = fittingDetails(this.draft, place, { ...entry.details, associations: items });
      if (details !== undefined) entry.details = details;
    }
  }

  private inside(
    place: Place,
    meaning: Meaning | undefined,
    association: JsonObject,
    origin: DraftEntry,
    destination: DraftEntry,
  ): void {
    const { draft } = this;
    if (meaning === undefined) {
      this.keep(place, origin, association, nodeLink(association.destinationNodeURI));
    } else if (meaning.inside === 'replaced') {
      origin.replacedBy = destination.uri;
      origin.status = 'deprecated';
    } else if (meaning.inside === 'match') {
      this.outside(place, meaning, association, origin, nodeLink(association.destinationNodeURI));
    } else {
      draft.relate(place, meaning.inside, origin.uri, destination.uri, undefined);
      if (meaning.inside !== 'broader') return;
      placeAmong(origin, association);
      describeLevel(origin, destination);
    }
  }

  private outside(
    place: Place,
    meaning: Meaning | undefined,
    association: JsonObject,
    entry: DraftEntry,
    other: NodeLink,
  ): void {
    const key = linkKey(other);
    if (key === undefined) {
      this.draft.report(place, 'error', 'match-unreadable', 'The other side of the association is no identifier.');
    } else if (meaning?.outside !== undefined) {
      const label = isName(other.title) ? other.title.slice(0, IMPORT_LIMITS.maxLabel) : undefined;
      this.draft.match(place, entry, { relation: meaning.outside, key, ...(label === undefined ? {} : { label }) });
    } else {
      if (meaning?.inside === 'replaced') entry.status = 'deprecated';
      if (meaning?.inside === 'broader') {
        this.draft.report(place, 'warning', 'broader-unknown', 'The parent is no item of the files.');
      }
      this.keep(place, entry, association, other);
    }
  }

  private keep(place: Place, entry: DraftEntry, association: JsonObject, other: NodeLink): void {
    const known = this.kept.get(entry) ?? { place, items: [] };
    known.items.push({
      type: textOf(association.associationType),
      uri: other.uri,
      ...(isName(other.title) ? { title: other.title } : {}),
    });
    this.kept.set(entry, known);
  }
}

function placeAmong(entry: DraftEntry, { sequenceNumber }: JsonObject): void {
  const position = Number(sequenceNumber ?? entry.details?.listEnumeration);
  if (entry.position === undefined && Number.isFinite(position)) entry.position = position;
}

function describeLevel(level: DraftEntry, parent: DraftEntry): void {
  const at = level.details?.level;
  const anchor = level.definition?.slice(0, IMPORT_LIMITS.maxAnchor).toWellFormed();
  if (typeof at !== 'string' || anchor === undefined || parent.levelAnchors[at] !== undefined) return;
  parent.levelAnchors = { ...parent.levelAnchors, [at]: anchor };
}

// What tools write where they know no title.
const isName = (title: string): boolean => !/^(?:(?:destination|origin)(?: node)?)?$/i.test(title);
