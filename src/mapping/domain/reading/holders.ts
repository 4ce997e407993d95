import { childPointer, pointerTokens } from './json-pointer.js';
import { isObject, type JsonObject, type Located } from './json-value.js';

/** The objects on the way to a pointer, innermost first; the whole document comes last. */
export function holdersOf(path: string, document: JsonObject): Located<JsonObject>[] {
  const holders: Located<JsonObject>[] = [{ value: document, path: '' }];
  let place: Located = { value: document, path: '' };
  for (const token of pointerTokens(path)) {
    const holder = place.value;
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, token)) break;
    place = { value: (holder as Record<string, unknown>)[token], path: childPointer(place.path, token) };
    if (isObject(place.value)) holders.unshift({ value: place.value, path: place.path });
  }
  return holders;
}

/** What the innermost holder says that says anything. */
export function fromInnermost<T>(
  holders: readonly Located<JsonObject>[],
  read: (holder: Located<JsonObject>) => T | undefined,
): T | undefined {
  for (const holder of holders) {
    const found = read(holder);
    if (found !== undefined) return found;
  }
  return undefined;
}
