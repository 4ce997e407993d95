import { isSameKey } from './is-same-key.js';
import { methodsFor, type ControllerDocument, type ListedMethod } from './controller-document.js';
import type { WantedKey } from './json-web-key-set.js';
import { isJsonObject } from './json-object.js';
import type { KeyPurpose, ResolvedKey, UnresolvableKey } from './key-resolution.js';
import { listedKey } from './listed-key.js';
import { quoted } from './quoted.js';
import { unresolvable } from './unresolvable.js';

/** The key that a document lists for the purpose under exactly this id; the only one where the id is the document's. */
export function pickByMethodId(
  document: ControllerDocument,
  id: string,
  purpose: KeyPurpose,
): ResolvedKey | UnresolvableKey {
  const listed = methodsFor(document, purpose);
  const fitting = id === document.id ? listed : listed.filter((method) => method.id === id);
  return onlyKey(document, fitting, `${quoted(id)} for ${purpose}`);
}

/** The key that a document lists for the wanted purpose and that a JWT means by its key id or its header's own key. */
export function pickWanted(document: ControllerDocument, wanted: WantedKey): ResolvedKey | UnresolvableKey {
  const listed = methodsFor(document, wanted.purpose ?? 'assertionMethod');
  if (wanted.names.length > 0) {
    const fitting = listed.filter((method) => wanted.names.some((name) => isNamed(method, name, document.id)));
    return onlyKey(document, fitting, `a key ${quoted(wanted.names[0] ?? '')}`);
  }
  const { same } = wanted;
  if (!same) return onlyKey(document, listed, 'a key for that purpose');
  const equal = listed.filter((method) => {
    const key = listedKey(document, method);
    return key.kind === 'resolved' && isSameKey(key.key, same);
  });
  return onlyKey(document, equal, 'the stated key');
}

function isNamed(method: ListedMethod, name: string, base: string): boolean {
  if (method.id === name || method.id === `${base}#${name}`) return true;
  const jwk = method.description?.publicKeyJwk;
  return isJsonObject(jwk) && jwk.kid === name;
}

function onlyKey(document: ControllerDocument, fitting: ListedMethod[], what: string): ResolvedKey | UnresolvableKey {
  const keys = fitting.map((method) => listedKey(document, method));
  const [first] = keys;
  if (!first) return unresolvable('not-listed', `${quoted(document.id)} does not list ${what}`);
  if (!keys.every((key) => isOneKey(key, first)))
    return unresolvable('ambiguous-key', `${quoted(document.id)} lists several keys where one is meant: ${what}`);
  return first;
}

/** A method may be listed twice, by reference and embedded; that is no contradiction while the key is the same. */
function isOneKey(one: ResolvedKey | UnresolvableKey, other: ResolvedKey | UnresolvableKey): boolean {
  return one === other || (one.kind === 'resolved' && other.kind === 'resolved' && isSameKey(one.key, other.key));
}
