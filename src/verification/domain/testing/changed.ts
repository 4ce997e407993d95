import { type JsonObject, isObject } from '../json.js';

export interface Change {
  /** Which value was changed, as a JSON pointer. */
  place: string;
  changed: JsonObject;
}

/** A document once for each text in it outside its contexts, with this one text changed by a letter. */
export function everyChangeOf(document: JsonObject): Change[] {
  return changesOf(document, '').map(({ place, value }) => ({ place, changed: value as JsonObject }));
}

function changesOf(value: unknown, place: string): { place: string; value: unknown }[] {
  if (typeof value === 'string') return [{ place, value: `${value}x` }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) =>
      changesOf(item, `${place}/${index}`).map((it) => ({ place: it.place, value: value.with(index, it.value) })),
    );
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([name]) => name !== '@context')
    .flatMap(([name, member]) =>
      changesOf(member, `${place}/${name}`).map((it) => ({ place: it.place, value: { ...value, [name]: it.value } })),
    );
}
