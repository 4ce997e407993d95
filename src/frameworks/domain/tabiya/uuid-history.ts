import { guidOf } from '../identifier/guid.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { splitLines } from '../import/split-lists.js';

/** Every id that an entity had, the newest first; the last is the one that it began with. */
export interface UuidHistory {
  /** Of a very long history the newest, and the first of all. */
  readonly kept: readonly string[];
  readonly isCut: boolean;
}

/** @see https://github.com/tabiya-tech/taxonomy-model-application, the documentation of its csv format */
export function listedUuids(cell: string): UuidHistory {
  const all = [...new Set(splitLines(cell).flatMap((text) => guidOf(text) ?? []))];
  const isCut = all.length > IMPORT_LIMITS.maxListItems;
  return { kept: isCut ? [...all.slice(0, IMPORT_LIMITS.maxListItems - 1), ...all.slice(-1)] : all, isCut };
}
