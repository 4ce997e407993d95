import { subjectsOf } from '../reading/achievements.js';
import { firstMember, isObject, listAt, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';

/**
 * Where evidence is attached to the credential or to its subject: entries that lead somewhere (`id`) or tell something
 * (`narrative`). An entry with neither shows nothing.
 */
export function evidencePlaces(credential: JsonObject): string[] {
  const owners: Located<JsonObject>[] = [{ value: credential, path: '' }, ...subjectsOf(credential)];
  const entries = owners.flatMap((owner) => listAt(owner, 'evidence'));
  return [...new Set(entries.filter(showsSomething).map((entry) => entry.path))];
}

function showsSomething({ value, path }: Located): boolean {
  if (!isObject(value)) return plainString(value) !== undefined;
  const entry = { value, path };
  const id = plainString(firstMember(entry, ['id', '@id'])?.value);
  // A blank node (`_:b1`) is a name inside the document and leads nowhere.
  if (id !== undefined && !id.startsWith('_:')) return true;
  return localisedText(firstMember(entry, ['narrative'])) !== undefined;
}
