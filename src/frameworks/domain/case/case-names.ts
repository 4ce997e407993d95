import { IMPORT_LIMITS } from '../import/import-limits.js';
import { oneLine, shortened } from '../import/draft-texts.js';
import { type JsonObject, textOf } from '../json/json-members.js';

export interface ItemNames {
  readonly label: string;
  /** The whole statement, where the label is something else. */
  readonly definition: string;
  /** Further names as they stand, statement included where it is short enough for one. */
  readonly others: readonly string[];
  /** The abbreviated statement, where it names nothing. */
  readonly unused: string;
}

/**
 * What an item is called: by its abbreviated statement where no other item of the package has the same (`Evidence 1`
 * stands above dozens of them), else by its statement.
 *
 * @param isShared whether several items have this abbreviated statement
 */
export function itemNames(item: JsonObject, isShared: (abbreviated: string) => boolean): ItemNames {
  const [statement, abbreviated] = [textOf(item.fullStatement), oneLine(textOf(item.abbreviatedStatement))];
  const alternative = oneLine(textOf(item.alternativeLabel));
  const isName =
    abbreviated !== '' &&
    abbreviated.length <= IMPORT_LIMITS.maxLabel &&
    (levelOf(item) !== undefined || !isShared(abbreviated));
  const label = isName ? abbreviated : shortened(statement || abbreviated || alternative);
  const others = [alternative, oneLine(statement)].filter(
    (name) => name !== '' && name !== label && name.length <= IMPORT_LIMITS.maxLabel,
  );
  const unused = isName || label === abbreviated ? '' : textOf(item.abbreviatedStatement);
  return { label, definition: label === statement ? '' : statement, others, unused };
}

/** Items in their places by how often an abbreviated statement is used. */
export function sharedNames(items: readonly JsonObject[]): (abbreviated: string) => boolean {
  const uses = new Map<string, number>();
  for (const item of items) {
    const name = oneLine(textOf(item.abbreviatedStatement));
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return (abbreviated) => (uses.get(abbreviated) ?? 0) > 1;
}

/** An item named `Level 3` says what level 3 of its parent looks like. */
export function levelOf(item: JsonObject): string | undefined {
  return /^level\s*([1-9])$/i.exec(textOf(item.abbreviatedStatement))?.[1];
}

// Words of item types that head other items; what they name is not held by anybody.
const HEADINGS =
  /^(?:(?:sub[- ]?)?(?:section|heading|domain|strand|category|topic|theme|unit|course|subject|discipline|grade|folder|group)|(?:section|conceptual|grade|age)[- ](?:heading|category|level|band|group|range))s?$/i;

export const isHeading = (itemType: string): boolean => HEADINGS.test(itemType);
