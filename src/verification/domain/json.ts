export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD lets a single value stand for an array of one; absent and null are the empty array. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** The texts among the values of `type`; empty where it is something else. */
export function typesOf(value: unknown): string[] {
  return isObject(value) ? listOf(value.type).filter((type) => typeof type === 'string') : [];
}

export function hasType(value: unknown, ...names: string[]): boolean {
  if (!isObject(value)) return false;
  const { type } = value;
  if (!Array.isArray(type)) return names.includes(type as string);
  for (const one of type as unknown[]) if (names.includes(one as string)) return true;
  return false;
}

/** The id of a node: the node itself where it is a text, its `id` where it is an object. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value.id === 'string' ? value.id : undefined;
}

/** Context URLs in order; inline contexts are left out. */
export function contextUrlsOf(value: unknown): string[] {
  return isObject(value) ? listOf(value['@context']).filter((entry) => typeof entry === 'string') : [];
}
