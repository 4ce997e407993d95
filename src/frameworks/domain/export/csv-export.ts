import type { Crosswalk, CrosswalkRelation, FrameworkEntry, LanguageText } from '../content/framework-content.js';
import { type CsvColumn, CSV_COLUMNS } from '../csv/csv-columns.js';
import { languageText, listCell } from '../csv/csv-lists.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { canonicalReference } from '../identifier/identifier.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { type EntryPart, partOf } from './entry-part.js';
import type { FrameworkPart } from './framework-part.js';

/** What no column of its own says. */
const MORE = ['translations', 'hiddenLabels', 'position', 'links', 'collections', 'otherKeys', 'details'] as const;
const MATCHES: readonly (readonly [CrosswalkRelation, CsvColumn])[] = [
  ['exact', 'exact_match'],
  ['close', 'close_match'],
  ['broader', 'broad_match'],
  ['narrower', 'narrow_match'],
  ['related', 'related_match'],
];

/** The head of the table, and the row that speaks of the framework itself where there is something to say. */
export function csvHead(name: string, part: FrameworkPart): string[][] {
  if (part.about === undefined && part.scale === undefined) return [[...CSV_COLUMNS]];
  return [[...CSV_COLUMNS], inColumns({ label: name, type: 'framework', more: JSON.stringify(part) })];
}

/** Rows of the `csv` format; what the columns cannot say stands in `more`, also a code that another entry has. */
export class CsvRows {
  private readonly codes = new Set<string>();

  of(entry: FrameworkEntry): string[] {
    const { code } = entry;
    const isTaken = code !== undefined && this.codes.has(code);
    if (code !== undefined) this.codes.add(code);
    return csvRow(entry, isTaken);
  }
}

function csvRow(entry: FrameworkEntry, isCodeTaken: boolean): string[] {
  const { language } = entry.label;
  const left = { ...partOf(entry, isCodeTaken ? ['code', ...MORE] : MORE), ...leftOver(entry) };
  const alternatives = entry.alternativeLabels.map((label) => tagged(label, language));
  const cells: Partial<Record<CsvColumn, string>> = {
    uri: entry.uri,
    code: isCodeTaken ? '' : (entry.code ?? ''),
    label: entry.label.text,
    language,
    alternative_labels: left.alternativeLabels === undefined ? listCell(alternatives) : '',
    definition: entry.definition ?? '',
    type: entry.type,
    assignable: entry.assignable ? 'yes' : 'no',
    broader: listCell(entry.broader),
    related: listCell(entry.related),
    ...Object.fromEntries(Object.entries(entry.levelAnchors).map(([level, anchor]) => [`level_${level}`, anchor])),
    status: entry.status,
    replaced_by: entry.replacedBy ?? '',
    notes: entry.notes ?? '',
    more: Object.keys(left).length === 0 ? '' : JSON.stringify(left),
  };
  const others = new Set(left.crosswalks);
  for (const [relation, column] of MATCHES) {
    const told = entry.crosswalks.filter((crosswalk) => crosswalk.relation === relation && !others.has(crosswalk));
    cells[column] = listCell(told.map(({ key }) => referenceOf(key)));
  }
  return inColumns(cells);
}

/** What a column has for, but not in this case: matches with a name, texts that a cell would change. */
function leftOver({ alternativeLabels, crosswalks, label }: FrameworkEntry): EntryPart {
  const isLong = alternativeLabels.length > IMPORT_LIMITS.maxListItems;
  const isTold = alternativeLabels.every((one) => {
    const read = languageText(tagged(one, label.language), label.language);
    return read.text === one.text && read.language === one.language;
  });
  const isCellTooLong =
    alternativeLabels.reduce((sum, { text }) => sum + text.length + 10, 0) > IMPORT_LIMITS.maxListCell;
  const untold = crosswalks.filter((crosswalk) => !isToldByColumn(crosswalk));
  const told = crosswalks.length - untold.length;
  const matches = told > IMPORT_LIMITS.maxListItems ? crosswalks : untold;
  return {
    ...(isLong || !isTold || isCellTooLong ? { alternativeLabels } : {}),
    ...(matches.length === 0 ? {} : { crosswalks: matches }),
  };
}

function isToldByColumn({ key, label }: Crosswalk): boolean {
  const read = canonicalReference(referenceOf(key));
  return label === undefined && read !== undefined && canonicalKey(read) === key;
}

const referenceOf = (key: string): string => (key.startsWith('uri:') ? key.slice(4) : key);

/** In the row's language only what could not be taken for another one. */
function tagged({ text, language }: LanguageText, rowLanguage: string): string {
  return language === rowLanguage && !text.includes('@') ? text : `${text}@${language}`;
}

const inColumns = (cells: Partial<Record<CsvColumn, string>>): string[] =>
  CSV_COLUMNS.map((column) => cells[column] ?? '');
