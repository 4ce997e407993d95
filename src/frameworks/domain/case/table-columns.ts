import { type JsonObject, withoutEmpty } from '../json/json-members.js';
import { bareName, type TableHeader } from '../table/table-header.js';
import { isAssociationType } from './case-associations.js';

/** One row about an item. */
export interface ItemRow {
  readonly identifier: string;
  readonly uri: string;
  readonly code: string;
  /** Place in an outline, `1.2.3`. */
  readonly outline: string;
  readonly sequence: number | undefined;
  /** As a package would say it. */
  readonly members: JsonObject;
  /** Columns named after types of associations. */
  readonly links: readonly { readonly type: string; readonly cell: string }[];
}

/** One row about an association; the ends by everything that they are called. */
export interface StatedLink {
  readonly type: string;
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
}

const TEXTS = [
  'identifier',
  'fullStatement',
  'humanCodingScheme',
  'abbreviatedStatement',
  'alternativeLabel',
  'listEnumeration',
  'notes',
  'language',
  'CFItemType',
  'statusStartDate',
  'statusEndDate',
  'lastChangeDateTime',
] as const;

const LISTS = ['conceptKeywords', 'educationLevel', 'subject'] as const;

/** Other names that the columns have in spreadsheets, compared without case, blanks and punctuation. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  CFItemType: ['itemType', 'type'],
  listEnumeration: ['listEnumInSource', 'listEnumerationInSource'],
  educationLevel: ['educationalAlignment', 'educationalLevel', 'grade', 'gradeLevel'],
  conceptKeywords: ['conceptKeyword', 'keywords'],
  notes: ['note'],
};

type Cell = (cells: readonly string[]) => string;

export function itemReader(header: TableHeader): (cells: readonly string[]) => ItemRow {
  const nameOf = (name: string): string => [name, ...(OTHER_NAMES[name] ?? [])].find((one) => header.has(one)) ?? name;
  const texts = TEXTS.map((name) => [name, header.column(nameOf(name))] as const);
  const lists = LISTS.map((name) => [name, header.column(nameOf(name))] as const);
  const links = header.names.filter(isAssociationType).map((name) => [name.replace(/\s+/g, ''), header.column(name)] as const); // prettier-ignore
  const [uri, outline, sequence] = [header.column('uri'), header.column('smartLevel'), header.column('sequenceNumber')];
  const [identifier, code] = [header.column('identifier'), header.column('humanCodingScheme')];
  const others = otherColumns(header, [...TEXTS, ...LISTS, 'uri', 'smartLevel', 'sequenceNumber'].map(nameOf));
  return (cells) => ({
    identifier: identifier(cells),
    uri: uri(cells),
    code: code(cells),
    outline: outline(cells),
    sequence: numberOf(sequence(cells)),
    members: {
      ...Object.fromEntries(texts.map(([name, of]) => [name, of(cells)])),
      ...Object.fromEntries(
        lists.map(([name, of]) => [
          name,
          of(cells)
            .split(/\s*[,|;]\s*/)
            .filter(Boolean),
        ]),
      ),
      extensions: withoutEmpty(Object.fromEntries(others.map(([name, of]) => [name, of(cells)]))),
    },
    links: links.map(([type, of]) => ({ type, cell: of(cells) })).filter(({ cell }) => cell !== ''),
  });
}

/** Columns that CASE has no member for are kept like extensions of a package. */
function otherColumns(header: TableHeader, known: readonly string[]): (readonly [string, Cell])[] {
  const taken = new Set(known.map(bareName));
  return header.names
    .filter((name) => name.trim() !== '' && !taken.has(bareName(name)) && !isAssociationType(name))
    .map((name) => [name.trim().slice(0, 100), header.column(name)] as const);
}

export function associationReader(header: TableHeader): (cells: readonly string[]) => StatedLink {
  const type = header.column('associationType');
  const [from, to] = ['origin', 'destination'].map((end) =>
    ['NodeIdentifier', 'NodeURI', 'NodeHumanCodingScheme'].map((name) => header.column(`${end}${name}`)),
  ) as [Cell[], Cell[]];
  const said = (columns: readonly Cell[], cells: readonly string[]): string[] =>
    columns.map((of) => of(cells)).filter((text) => text !== '');
  return (cells) => ({ type: type(cells).replace(/\s+/g, ''), origins: said(from, cells), destinations: said(to, cells) }); // prettier-ignore
}

const DOCUMENT = ['identifier', 'uri', 'title', 'creator', 'publisher', 'description', 'officialSourceURL', 'language', 'version', 'adoptionStatus', 'statusStartDate', 'statusEndDate', 'licenseURI', 'notes', 'lastChangeDateTime'] as const; // prettier-ignore

export function documentReader(header: TableHeader): (cells: readonly string[]) => JsonObject {
  const columns = DOCUMENT.map((name) => [name, header.column(name)] as const);
  const subject = header.column('subject');
  return (cells) =>
    withoutEmpty({
      ...Object.fromEntries(columns.map(([name, of]) => [name, of(cells)])),
      subject: subject(cells)
        .split(/\s*\|\s*/)
        .filter(Boolean),
    });
}

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? undefined : number;
}
