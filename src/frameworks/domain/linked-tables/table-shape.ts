import type { Place } from '../import/framework-draft.js';
import { bareName, cleanCell, type TableHeader } from '../table/table-header.js';
import { tableName } from './table-name.js';

type Cell = (cells: readonly string[]) => string;

/** What columns are called by those who make such tables; the first that is there counts. */
const ROLES = {
  uri: ['uri'],
  key: ['slug', 'code', 'key', 'id', 'identifier'],
  code: ['code', 'slug', 'key', 'id', 'identifier'],
  name: ['name', 'label', 'title', 'preferred label'],
  description: ['description', 'definition', 'long description', 'short description'],
  alternatives: ['alternative labels', 'alternative names', 'alt labels', 'aliases', 'synonyms', 'also known as'],
  notes: ['notes', 'note', 'comment', 'scope note'],
  type: ['type'],
  status: ['status'],
  language: ['language'],
  position: ['rank', 'order', 'position', 'sequence', 'sort order', 'display order'],
  level: ['level'],
} as const;

type Role = keyof typeof ROLES;

/** Columns by which other tables may name an entry. */
const KEYS = ['slug', 'code', 'key', 'id', 'identifier', 'uri'] as const;

/** A table by what its columns say. */
export interface TableShape {
  /** Entries by rows; entries whose names stand in a column for each step of the hierarchy; levels of a scale. */
  readonly form: 'entries' | 'steps' | 'levels';
  readonly table: string;
  /** Names and keys and nothing else, which tells only beside other tables what they are for. */
  readonly isBare: boolean;
  readonly read: Readonly<Record<Role, Cell>>;
  /** Columns with a step of the hierarchy each, the highest first. */
  readonly steps: readonly ShapeColumn[];
  /** Everything that a row may be called by elsewhere, beside its name. */
  readonly keysOf: (cells: readonly string[]) => string[];
  /** All other columns. */
  readonly others: readonly ShapeColumn[];
}

export interface ShapeColumn {
  readonly name: string;
  readonly of: Cell;
}

/** A table as it was read, before it is known what the others are. */
export interface LinkedTable {
  readonly shape: TableShape;
  readonly rows: { readonly place: Place; readonly cells: readonly string[] }[];
}

/** @returns undefined for a table that is nothing of the kind */
export function tableShape(header: TableHeader, file: string): TableShape | undefined {
  const has = (role: Role): boolean => header.has(nameOf(header, role));
  const table = tableName(file);
  const isIdentified = has('uri') || has('key');
  const isOfLevels = /(?:^|_)(?:level|scale|proficiency)$/.test(table);
  if (has('name') && header.has('level') && (!isIdentified || isOfLevels)) return shapeOf(header, table, 'levels', []);
  // A number alone would let any list in.
  const isTelling = has('description') || ['slug', 'code', 'key', 'uri'].some((name) => header.has(name));
  if (has('name')) return isIdentified && isTelling ? shapeOf(header, table, 'entries', []) : undefined;
  const steps = stepsOf(header);
  if (!isIdentified || !has('description') || steps.length < 2) return undefined;
  return shapeOf(header, table, 'steps', steps);
}

function shapeOf(header: TableHeader, table: string, form: TableShape['form'], steps: readonly number[]): TableShape {
  const roles = Object.keys(ROLES) as Role[];
  const taken = new Set(roles.filter((role) => role !== 'level' || form === 'levels').map((role) => nameOf(header, role)).map(bareName)); // prettier-ignore
  const columns = header.names.map((name, at) => ({
    name: name.trim(),
    of: (cells: readonly string[]) => cleanCell(cells[at] ?? ''),
  }));
  const keys = KEYS.filter((name) => header.has(name)).map((name) => header.column(name));
  const isBare = form === 'entries' && header.names.filter((name) => name.trim() !== '').length <= keys.length + 1;
  return {
    form,
    table,
    isBare,
    keysOf: (cells) => keys.map((of) => of(cells)).filter((key) => key !== ''),
    read: Object.fromEntries(roles.map((role) => [role, header.column(nameOf(header, role))])) as Record<Role, Cell>,
    steps: columns.filter((_, at) => steps.includes(at)),
    others: columns.filter(({ name }, at) => name !== '' && !steps.includes(at) && !taken.has(bareName(name))),
  };
}

/** The first columns beside each other that have no other meaning: `area, category, skill, description, code`. */
function stepsOf({ names }: TableHeader): number[] {
  const known = new Set(Object.values(ROLES).flat().map(bareName));
  const isStep = (at: number): boolean => (names[at] ?? '').trim() !== '' && !known.has(bareName(names[at] ?? ''));
  const first = names.findIndex((_, at) => isStep(at));
  if (first < 0) return [];
  const after = names.findIndex((_, at) => at > first && !isStep(at));
  return names.map((_, at) => at).slice(first, after < 0 ? names.length : after);
}

const nameOf = (header: TableHeader, role: Role): string =>
  ROLES[role].find((name) => header.has(name)) ?? ROLES[role][0];
