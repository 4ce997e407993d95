import type { CrosswalkRelation } from '../content/framework-content.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { canonicalReference } from '../identifier/identifier.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import type { CtdlNode } from './ctdl-documents.js';
import { linkedUris } from './ctdl-competencies.js';

/**
 * Alignments to competencies of other frameworks. The broad one leads to a competency that covers all of this one and
 * more, the major one covers most of it, the minor one some.
 *
 * @see https://credreg.net/ctdlasn/terms
 */
const ALIGNMENTS: Readonly<Record<string, CrosswalkRelation>> = {
  exactAlignment: 'exact',
  exactMatch: 'exact',
  majorAlignment: 'close',
  closeMatch: 'close',
  broadAlignment: 'broader',
  broadMatch: 'broader',
  narrowAlignment: 'narrower',
  narrowMatch: 'narrower',
  minorAlignment: 'related',
  relatedMatch: 'related',
  alignTo: 'related',
  alignFrom: 'related',
};

/** Joins competencies when all are known. */
export class CtdlRelations {
  /** Uris of what is kept, by the ids of their nodes; blank ids count within their file. */
  private readonly kept = new Map<string, string>();
  private readonly frameworks = new Set<string>();

  constructor(private readonly draft: FrameworkDraft) {}

  know(file: string, id: string, uri: string): void {
    this.kept.set(scoped(file, id), uri);
  }

  /** Competencies name their framework as if it were a parent, which says that they stand on top. */
  knowFramework(file: string, id: string): void {
    this.frameworks.add(scoped(file, id));
  }

  takeCompetency(place: Place, { members }: CtdlNode, uri: string): void {
    for (const parent of linkedUris(members.isChildOf)) this.below(place, uri, parent);
    for (const [at, child] of linkedUris(members.hasChild).entries()) this.above(place, uri, child, at);
    for (const needed of linkedUris(members.prerequisiteAlignment)) this.needs(place, uri, needed);
    for (const part of linkedUris(members.comprisedOf)) {
      if (this.find(place.file, part) === undefined) this.align(place, uri, 'narrower', part);
      else this.draft.relate(place, 'part-of', this.find(place.file, part) ?? part, uri);
    }
    for (const [name, relation] of Object.entries(ALIGNMENTS))
      for (const other of linkedUris(members[name])) this.align(place, uri, relation, other);
  }

  /** The order in which a framework names those on top. */
  takeFramework(place: Place, { members }: CtdlNode): void {
    for (const [at, child] of linkedUris(members.hasTopChild).entries()) this.put(place, child, at);
  }

  /** The uri that a competency is kept under, by what its file calls it; undefined where no file has it. */
  uriOf(file: string, id: string): string | undefined {
    return this.find(file, id);
  }

  private below(place: Place, uri: string, parent: string): void {
    if (this.frameworks.has(scoped(place.file, parent))) return;
    this.draft.relate(place, 'broader', uri, this.find(place.file, parent) ?? parent);
  }

  private above(place: Place, uri: string, child: string, at: number): void {
    const own = this.find(place.file, child);
    if (own === undefined) {
      this.draft.report(place, 'warning', 'child-unknown', `There is no competency "${child.slice(0, 100)}".`);
      return;
    }
    this.put(place, child, at);
    this.draft.relate(place, 'broader', own, uri);
  }

  private put(place: Place, child: string, at: number): void {
    const entry = this.entry(place.file, child);
    if (entry !== undefined) entry.position ??= at + 1;
  }

  private needs(place: Place, uri: string, needed: string): void {
    const own = this.find(place.file, needed);
    if (own === undefined) this.align(place, uri, 'related', needed);
    else this.draft.relate(place, 'requires', uri, own);
  }

  private align(place: Place, uri: string, relation: CrosswalkRelation, other: string): void {
    const entry = this.draft.entry(uri);
    const identifier = canonicalReference(other);
    if (entry === undefined) return;
    if (identifier === undefined) {
      this.draft.report(place, 'warning', 'match-unreadable', `"${other.slice(0, 100)}" is no URI.`);
    } else this.draft.match(place, entry, { relation, key: canonicalKey(identifier) });
  }

  private entry(file: string, id: string): DraftEntry | undefined {
    return this.draft.entry(this.find(file, id) ?? id);
  }

  private find(file: string, id: string): string | undefined {
    return this.kept.get(scoped(file, id)) ?? this.draft.entry(id)?.uri;
  }
}

/** A blank id names something in its own file only. */
export const scoped = (file: string, id: string): string => (id.startsWith('_:') ? `${file} ${id}` : id);
