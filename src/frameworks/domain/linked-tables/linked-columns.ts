import type { ShapeColumn, TableShape } from './table-shape.js';
import { listsHeadings, listsMaterials, listsTools, singular, wordsOf } from './table-name.js';

/** A column that refers to entries of a table, its own or another. */
export interface LinkColumn extends ShapeColumn {
  /** What the entry is a kind of, what are kinds of it, what stands beside it, what it uses. */
  readonly kind: 'parent' | 'children' | 'related' | 'uses';
  /** Undefined where any table may be meant. */
  readonly target: string | undefined;
  /** Whether the column is named after several: `skills`, not `skill`. */
  readonly isPlural: boolean;
}

// What is put behind the name of a table to say how its entries are named.
const ENDINGS = new Set(['code', 'id', 'identifier', 'key', 'name', 'slug', 'uri']);

/**
 * Which of a table's columns refer to which of the tables; the others say something of the entry itself.
 *
 * @param table what the rows list
 * @param tables what all tables of the upload list
 * @param isBelow whether rows of the one table name what of the other they belong to
 */
export function linkColumns(
  { others }: TableShape,
  table: string,
  tables: readonly string[],
  isBelow: (one: string, other: string) => boolean = () => false,
): LinkColumn[] {
  return others.flatMap((column): LinkColumn[] => {
    const words = wordsOf(column.name);
    if (words.length > 1 && ENDINGS.has(words.at(-1) ?? '')) words.pop();
    const [first = '', ...rest] = words;
    const isPlural = singular(words).join('_') !== words.join('_');
    const named = first === 'related' ? 'related' : /^(?:parents?|broader)$/.test(first) ? 'parent' : undefined;
    if (named !== undefined) {
      const target = tableNamed(rest, tables);
      return rest.length === 0 || target !== undefined ? [{ ...column, kind: named, target, isPlural }] : [];
    }
    const target = tableNamed(words, tables);
    if (target === undefined || target === table || listsMaterials(target)) return [];
    if (listsTools(target) && !listsTools(table)) return [{ ...column, kind: 'uses', target, isPlural }];
    // Several of a narrower table are what the entry is made of, several of any other what it belongs to.
    const isAbove = isBelow(target, table) || (listsHeadings(table) && !listsHeadings(target));
    return [{ ...column, kind: isPlural && isAbove ? 'children' : 'parent', target, isPlural }];
  });
}

/** The table of this name, else the only one whose name ends so: `domain` is `competency_domain`. */
function tableNamed(words: readonly string[], tables: readonly string[]): string | undefined {
  const name = singular(words).join('_');
  if (name === '') return undefined;
  const ending = tables.filter((table) => table.endsWith(`_${name}`));
  return tables.includes(name) ? name : ending.length === 1 ? ending[0] : undefined;
}
