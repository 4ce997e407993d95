import { guidOf } from '../identifier/guid.js';
import { plainUri } from '../identifier/plain-uri.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import type { JsonObject } from '../json/json-members.js';
import type { OpenTable } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import { type CaseAssociations, isAssociationType } from './case-associations.js';
import type { CaseItems, PackageContext } from './case-items.js';
import { sharedNames } from './case-names.js';
import { CaseDefinitions, type CasePackage } from './case-package.js';
import { linkKey, nodeLink } from './node-link.js';
import { associationReader, documentReader, type ItemRow, itemReader, type StatedLink } from './table-columns.js';
import { TableItemIndex } from './table-item-index.js';

/** Which sheet of a spreadsheet a table is; undefined for a table of another kind. */
export function caseTableKind(header: TableHeader): 'items' | 'associations' | 'document' | undefined {
  const hasOne = (...names: readonly string[]): boolean => names.some((name) => header.has(name));
  if (header.has('fullStatement') && hasOne('identifier', 'humanCodingScheme', 'uri')) return 'items';
  const isOfEnds = hasOne('originNodeIdentifier', 'originNodeURI', 'originNodeHumanCodingScheme');
  if (header.has('associationType') && isOfEnds) return 'associations';
  return header.has('title', 'creator', 'adoptionStatus') ? 'document' : undefined;
}

/**
 * Frameworks as the spreadsheets of CASE tools hold them: a table of items, whose columns also name what items belong to,
 * and where there are, one of associations and one of the document.
 */
export class CaseTables {
  private readonly rows: { readonly place: Place; readonly row: ItemRow }[] = [];
  private readonly links: { readonly place: Place; readonly link: StatedLink }[] = [];
  readonly documents: JsonObject[] = [];

  constructor(
    private readonly draft: FrameworkDraft,
    private readonly items: CaseItems,
    private readonly associations: CaseAssociations,
    private readonly baseUri: string,
  ) {}

  readonly open: OpenTable = (header) => {
    const kind = caseTableKind(header);
    if (kind === undefined) return undefined;
    if (kind === 'items') {
      const read = itemReader(header);
      return { kind: 'case table items', take: (cells, place) => void this.rows.push({ place, row: read(cells) }) };
    }
    if (kind === 'associations') {
      const read = associationReader(header);
      return { kind: 'case table associations', take: (cells, place) => void this.links.push({ place, link: read(cells) }) }; // prettier-ignore
    }
    const read = documentReader(header);
    return { kind: 'case table document', take: (cells) => void this.documents.push(read(cells)) };
  };

  /**
   * When all tables were read: a name counts where no other item has it, and rows may name each other in any order.
   *
   * @param last is run when all rows were taken
   */
  finish(last: () => void): void {
    const { draft, rows } = this;
    for (const document of this.documents) this.items.takeDocument(packageOf(document));
    const index = new TableItemIndex();
    for (const { row } of rows) index.add(row, this.uriOf(row));
    const isShared = sharedNames(rows.map(({ row }) => row.members));
    const context: PackageContext = {
      casePackage: packageOf(this.documents[0] ?? {}),
      definitions: new CaseDefinitions({}),
      // Some tools write there what the item belongs to.
      isShared: (name) => isShared(name) || index.isKey(name),
    };
    const entries = new Map<ItemRow, DraftEntry>();
    for (const { place, row } of rows) {
      draft.whenRead(() => {
        const entry = this.takeRow(place, row, context);
        if (entry !== undefined) entries.set(row, entry);
      });
    }
    for (const { place, row } of rows) {
      draft.whenRead(() => {
        const entry = entries.get(row);
        if (entry !== undefined) this.joinRow(place, row, entry, index);
      });
    }
    for (const { place, link } of this.links) draft.whenRead(() => this.joinLink(place, link, index));
    draft.whenRead(last);
  }

  private takeRow(place: Place, row: ItemRow, context: PackageContext): DraftEntry | undefined {
    const uri = this.uriOf(row);
    const isNew = this.draft.entry(uri) === undefined;
    this.items.take(place, { ...row.members, uri }, context);
    const entry = isNew ? this.draft.entry(uri) : undefined;
    if (entry !== undefined && row.sequence !== undefined) entry.position ??= row.sequence;
    return entry;
  }

  private uriOf({ identifier, uri, code }: ItemRow): string {
    if (uri !== '') return uri;
    const guid = guidOf(identifier);
    if (guid !== undefined) return `https://caseregistry.imsglobal.org/uri/${guid}`;
    if (plainUri(identifier) !== undefined) return identifier;
    const key = identifier || code;
    return key === '' ? '' : `${this.baseUri}${encodeURIComponent(key)}`;
  }

  private joinRow(place: Place, row: ItemRow, entry: DraftEntry, index: TableItemIndex): void {
    for (const { type, cell } of row.links) {
      const whole = index.find(cell);
      for (const reference of whole === undefined ? cell.split(/\s*[,|]\s*/) : [cell]) {
        if (reference !== '') this.associate(place, type, entry.uri, whole ?? index.find(reference), reference);
      }
    }
    if (row.links.some(({ type }) => /^ischildof$/i.test(type))) return;
    const above = index.above(row);
    if (above !== undefined && above !== entry.uri) this.associate(place, 'isChildOf', entry.uri, above, above);
  }

  private joinLink(place: Place, { type, origins, destinations }: StatedLink, index: TableItemIndex): void {
    const [from, to] = [origins, destinations].map((names) => names.map((name) => index.find(name)).find((uri) => uri !== undefined)); // prettier-ignore
    if (!isAssociationType(type)) {
      this.draft.report(place, 'error', 'association-unknown', `"${type.slice(0, 60)}" is no type of association.`);
    } else if (from === undefined) {
      this.draft.report(place, 'error', 'origin-unknown', 'The association starts from no item of the tables.');
    } else this.associate(place, type, from, to, destinations[0] ?? '');
  }

  private associate(place: Place, type: string, from: string, to: string | undefined, reference: string): void {
    const destination = nodeLink(to ?? reference.slice(0, IMPORT_LIMITS.maxUri));
    if (to === undefined && linkKey(destination) === undefined && !this.items.isDocument(destination)) {
      const message = `There is no item "${reference.slice(0, 100)}" in the tables, and it is no address.`;
      this.draft.report(place, 'warning', /^ischildof$/i.test(type) ? 'broader-unknown' : 'match-unreadable', message);
      return;
    }
    this.associations.take(place, { associationType: type, originNodeURI: from, destinationNodeURI: to ?? reference });
  }
}

/** What rows of a spreadsheet have in common with the items of a package. */
export const packageOf = (document: JsonObject): CasePackage => ({
  version: '1.0',
  pointer: '',
  members: {},
  document,
});
