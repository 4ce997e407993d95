import { CROSSWALK_RELATIONS, type CrosswalkRelation } from '../content/framework-content.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { MAX_KEY_BYTES } from '../identifier/entry-keys.js';
import { canonicalReference } from '../identifier/identifier.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { UnreadableSource } from '../import/source-problem.js';
import type { SourceFile } from '../table/source-text.js';
import { bareName, TableHeader } from '../table/table-header.js';
import { tableRecords } from '../table/table-records.js';
import { type CrosswalkColumns, crosswalkColumns } from './crosswalk-columns.js';

export const MAX_CROSSWALK_ROWS = 20_000;
/** Notes may stand above the header row. */
const MAX_NOTES = 50;

/** The names that SKOS and this service have for the relations, compared as `bareName` gives them. */
const RELATION_NAMES: ReadonlyMap<string, CrosswalkRelation> = new Map([
  ...CROSSWALK_RELATIONS.map((relation): [string, CrosswalkRelation] => [relation, relation]),
  ['exactmatch', 'exact'],
  ['closematch', 'close'],
  ['broadmatch', 'broader'],
  ['narrowmatch', 'narrower'],
  ['relatedmatch', 'related'],
]);

/** A row that states a crosswalk. */
export interface StatedRow {
  /** Counted from 1. */
  readonly line: number;
  /** As it is written: an id, a URI, or a code with its framework before it. */
  readonly competency: string;
  readonly relation: CrosswalkRelation;
  /** Canonical key of the other side. */
  readonly key: string;
  readonly label: string | null;
  /** Percent. */
  readonly confidence: number | null;
}

/** Why a row is not taken. */
export interface RowProblem {
  readonly line: number;
  readonly column: string | null;
  /** Stable, kebab-case. */
  readonly code: string;
  readonly message: string;
}

/** What a table states. */
export interface CrosswalkTable {
  readonly rows: StatedRow[];
  readonly problems: RowProblem[];
  /** Columns that mean nothing here. */
  readonly unreadColumns: readonly string[];
}

/**
 * The crosswalks of a table, each row read for itself.
 *
 * @param bytes the most that are read
 * @throws {UnreadableSource} for what is no such table, or a longer one than {@link MAX_CROSSWALK_ROWS}
 */
export async function readCrosswalkTable(source: SourceFile, bytes: number): Promise<CrosswalkTable> {
  const { file } = source;
  let columns: CrosswalkColumns | undefined;
  let notes = 0;
  const rows: StatedRow[] = [];
  const problems: RowProblem[] = [];
  for await (const { line, cells } of tableRecords(source, { bytes })) {
    if (columns === undefined) {
      columns = cells.length > IMPORT_LIMITS.maxColumns ? undefined : crosswalkColumns(new TableHeader(cells));
      notes += 1;
      if (columns === undefined && notes > MAX_NOTES) break;
      continue;
    }
    if (rows.length + problems.length >= MAX_CROSSWALK_ROWS) {
      const message = `The file has more than ${MAX_CROSSWALK_ROWS} rows; send it in parts.`;
      throw new UnreadableSource({ file, line, severity: 'fatal', code: 'too-many-rows', message });
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = rowOf(columns, line, cells);
    if ('code' in row) problems.push(row);
    else rows.push(row);
  }
  if (columns !== undefined) return { rows, problems, unreadColumns: columns.unread };
  const message = 'A row at the top must name the columns competency, relation, to, or those of a table known here.';
  throw new UnreadableSource({ file, severity: 'fatal', code: 'column-missing', message });
}

function rowOf(columns: CrosswalkColumns, line: number, cells: readonly string[]): StatedRow | RowProblem {
  const problem = (column: keyof CrosswalkColumns['names'], code: string, message: string): RowProblem => ({
    line,
    column: columns.names[column],
    code,
    message,
  });
  const [competency, to, label] = [columns.competency(cells), columns.to(cells), columns.label(cells)];
  const relation = RELATION_NAMES.get(bareName(columns.relation(cells)));
  const confidence = columns.confidence(cells);
  const key = keyOf(to);
  if (competency === '') return problem('competency', 'cell-empty', 'Name the competency by id, URI, or code.');
  if (competency.length > IMPORT_LIMITS.maxUri) return problem('competency', 'cell-too-long', tooLong('maxUri'));
  if (relation === undefined) {
    return problem('relation', 'relation-unknown', `The relation must be one of ${CROSSWALK_RELATIONS.join(', ')}.`);
  }
  if (key === undefined) {
    const message = 'Name the other side by a URI, or a code with its framework before it, like ESCO:S5.6.1.';
    return problem('to', 'reference-unreadable', message);
  }
  if (label.length > IMPORT_LIMITS.maxLabel) return problem('label', 'cell-too-long', tooLong('maxLabel'));
  if (confidence === undefined) return problem('confidence', 'confidence-invalid', columns.confidenceRule);
  return { line, competency, relation, key, label: label === '' ? null : label, confidence };
}

const tooLong = (limit: 'maxUri' | 'maxLabel'): string => `It has more than ${IMPORT_LIMITS[limit]} characters.`;

function keyOf(to: string): string | undefined {
  const identifier = to === '' || to.length > IMPORT_LIMITS.maxUri ? undefined : canonicalReference(to);
  const key = identifier === undefined ? undefined : canonicalKey(identifier);
  return key !== undefined && Buffer.byteLength(key) <= MAX_KEY_BYTES ? key : undefined;
}
