import { EVENT_TYPES, PING } from './event-types.js';

const NAMES = EVENT_TYPES.map(({ type }) => type).filter((type) => type !== PING);
const GROUPS = [...new Set(NAMES.map((name) => `${name.slice(0, name.indexOf('.'))}.*`))];

/** What may stand in a filter: the name of a type, or a group such as `credential.*`. */
export const FILTERS: readonly string[] = [...GROUPS, ...NAMES];

/** Whether an endpoint hears of a type; one without filters hears of everything. */
export function isWanted(filters: readonly string[], type: string): boolean {
  if (filters.length === 0 || type === PING) return true;
  return filters.includes(type) || filters.includes(`${type.slice(0, type.indexOf('.'))}.*`);
}

/** The names of all types that an endpoint hears of. */
export const wantedTypes = (filters: readonly string[]): string[] => NAMES.filter((name) => isWanted(filters, name));
