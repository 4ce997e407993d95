import {
  type CompetencyStatus,
  type CompetencyType,
  COMPETENCY_TYPES,
  type Crosswalk,
  type CrosswalkRelation,
  type FrameworkEntry,
} from '../content/framework-content.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { canonicalReference } from '../identifier/identifier.js';
import { plainUri } from '../identifier/plain-uri.js';
import { entryPartOf } from '../export/entry-part.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { jsonOf } from '../json/json-source.js';
import type { CsvCells, CsvColumn } from './csv-columns.js';
import { isLanguage, languageText, listOf } from './csv-lists.js';

/** What is wrong in one row; whoever knows file and line adds them. */
export interface RowProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
}

/**
 * One row as an entry whose references (broader, related, replacedBy) are still texts of the file: uris or codes.
 *
 * @param baseUri makes a uri out of the code of a row that has none
 * @returns no entry when a problem is an error
 */
export function entryOfRow(cells: CsvCells, baseUri: string): { entry?: FrameworkEntry; problems: RowProblem[] } {
  const problems = tooLongCells(cells);
  const warn = (code: string, message: string) => problems.push({ severity: 'warning', code, message });
  const refuse = (code: string, message: string) => problems.push({ severity: 'error', code, message });

  const uri = cells.uri !== '' ? cells.uri : cells.code !== '' ? `${baseUri}${encodeURIComponent(cells.code)}` : '';
  if (cells.label === '') refuse('label-missing', 'The row has no label.');
  if (uri === '') refuse('identity-missing', 'The row has neither a uri nor a code.');
  else if (plainUri(uri) === undefined) refuse('uri-invalid', 'The uri is not an absolute URI.');

  const type = TYPES.get(cells.type.toLowerCase());
  if (type === undefined) refuse('type-unknown', `The type is none of ${COMPETENCY_TYPES.join(', ')}.`);
  const status = STATUSES.get(cells.status.toLowerCase());
  if (status === undefined) refuse('status-unknown', 'The status is none of active, draft, deprecated.');
  const assignable = ASSIGNABLE.get(cells.assignable.toLowerCase());
  if (assignable === undefined) refuse('assignable-unknown', 'Assignable is neither yes nor no.');
  const language = cells.language === '' ? 'en' : cells.language.toLowerCase();
  if (!isLanguage(language)) refuse('language-invalid', 'The language is not a tag like "en" or "de-AT".');

  const more = cells.more === '' ? {} : entryPartOf(jsonOf(cells.more));
  if (more === undefined) refuse('more-invalid', 'The cell "more" is not what an export writes there.');

  if (problems.some(({ severity }) => severity === 'error') || type === undefined || status === undefined)
    return { problems };
  const crosswalks = crosswalksOf(cells, warn);
  const entry: FrameworkEntry = {
    uri,
    ...(cells.code === '' ? {} : { code: cells.code }),
    label: { language, text: oneLine(cells.label) },
    translations: [],
    alternativeLabels: listOf(cells.alternative_labels).map((item) => languageText(oneLine(item), language)),
    hiddenLabels: [],
    ...(cells.definition === '' ? {} : { definition: cells.definition }),
    ...(cells.notes === '' ? {} : { notes: cells.notes }),
    type,
    assignable: assignable ?? type !== 'group',
    status,
    ...(cells.replaced_by === '' ? {} : { replacedBy: cells.replaced_by }),
    broader: listOf(cells.broader),
    related: listOf(cells.related),
    crosswalks,
    otherKeys: [],
    levelAnchors: anchorsOf(cells),
  };
  return { entry: { ...entry, ...more, crosswalks: [...crosswalks, ...(more?.crosswalks ?? [])] }, problems };
}

const TYPES = new Map<string, CompetencyType>([
  ['', 'skill'],
  ...COMPETENCY_TYPES.map((type): [string, CompetencyType] => [type, type]),
  ['skill/competence', 'skill'],
  ['competence', 'skill'],
  ['competency', 'skill'],
]);
const STATUSES = new Map<string, CompetencyStatus>([
  ['', 'active'],
  ['active', 'active'],
  ['released', 'active'],
  ['published', 'active'],
  ['draft', 'draft'],
  ['deprecated', 'deprecated'],
  ['obsolete', 'deprecated'],
  ['retired', 'deprecated'],
  ['archived', 'deprecated'],
]);
const ASSIGNABLE = new Map<string, boolean | null>([
  ['', null],
  ...['yes', 'true', '1', 'y'].map((text): [string, boolean] => [text, true]),
  ...['no', 'false', '0', 'n'].map((text): [string, boolean] => [text, false]),
]);

const MATCHES: readonly (readonly [CsvColumn, CrosswalkRelation])[] = [
  ['exact_match', 'exact'],
  ['close_match', 'close'],
  ['broad_match', 'broader'],
  ['narrow_match', 'narrower'],
  ['related_match', 'related'],
];

function crosswalksOf(cells: CsvCells, warn: (code: string, message: string) => void): Crosswalk[] {
  const found = MATCHES.flatMap(([column, relation]) =>
    listOf(cells[column]).flatMap((item) => {
      const identifier = canonicalReference(item);
      if (identifier === undefined)
        warn('match-unreadable', `${column}: "${item.slice(0, 100)}" is no URI or known code.`);
      return identifier === undefined ? [] : [{ relation, key: canonicalKey(identifier) }];
    }),
  );
  return [...new Map(found.map((crosswalk) => [`${crosswalk.relation} ${crosswalk.key}`, crosswalk])).values()];
}

function anchorsOf(cells: CsvCells): Record<string, string> {
  const levels = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
  const worded = levels.map((level): [string, string] => [level, cells[`level_${level}`]]);
  return Object.fromEntries(worded.filter(([, anchor]) => anchor !== ''));
}

const LISTS: readonly CsvColumn[] = [
  'alternative_labels',
  'broader',
  'related',
  'exact_match',
  'close_match',
  'broad_match',
  'narrow_match',
  'related_match',
];

function tooLongCells(cells: CsvCells): RowProblem[] {
  return (Object.entries(cells) as [CsvColumn, string][]).flatMap(([column, text]): RowProblem[] => {
    if (text.length > maxCharactersOf(column)) {
      const message = `${column} has more than ${maxCharactersOf(column)} characters.`;
      return [{ severity: 'error', code: 'cell-too-long', message }];
    }
    if (text === '' || !LISTS.includes(column)) return [];
    const items = listOf(text);
    const maxItem = column === 'alternative_labels' ? IMPORT_LIMITS.maxLabel : IMPORT_LIMITS.maxUri;
    if (items.length <= IMPORT_LIMITS.maxListItems && items.every((item) => item.length <= maxItem)) return [];
    const message = `${column} may have ${IMPORT_LIMITS.maxListItems} items of ${maxItem} characters each.`;
    return [{ severity: 'error', code: 'cell-too-long', message }];
  });
}

function maxCharactersOf(column: CsvColumn): number {
  if (LISTS.includes(column)) return IMPORT_LIMITS.maxListCell;
  if (column.startsWith('level_')) return IMPORT_LIMITS.maxAnchor;
  if (column === 'more') return IMPORT_LIMITS.maxRowBytes;
  if (column === 'definition' || column === 'notes') return IMPORT_LIMITS.maxDefinition;
  if (column === 'uri' || column === 'replaced_by') return IMPORT_LIMITS.maxUri;
  return column === 'label' ? IMPORT_LIMITS.maxLabel : IMPORT_LIMITS.maxCode;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
