import type { KeyObject } from 'node:crypto';
import { isSameKey } from './is-same-key.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import type { KeyPurpose } from './key-resolution.js';
import { badKey, type BadKey, type KeyReading } from './key-reading.js';
import { importPublicJwk, isSecretJwk } from './public-jwk.js';
import { quoted } from './quoted.js';

const maxKeys = 100;

/** Which key of an issuer is wanted: by key id, or the same key as one that is known. Neither: the only one. */
export interface WantedKey {
  /** Key id and its other spellings; empty when the signature names none. */
  names: string[];
  same?: KeyObject;
  /** What a controller document must list it for; key sets do not say. Assertions when absent. */
  purpose?: KeyPurpose;
}

/**
 * The keys of a JWK Set (RFC 7517 section 5), or the one of a document that is a JWK itself.
 *
 * @returns undefined when the document is neither; a set that publishes a secret is refused as a whole
 */
export function readKeySet(content: JsonObject): { ok: true; keys: JsonObject[] } | BadKey | undefined {
  const keys = Array.isArray(content.keys)
    ? content.keys.filter(isJsonObject)
    : 'kty' in content
      ? [content]
      : undefined;
  if (!keys) return undefined;
  if (keys.length > maxKeys) return badKey('malformed-document', `the key set holds over ${maxKeys} keys`);
  if (keys.some(isSecretJwk)) return badKey('private-key', 'the key set publishes private or symmetric keys');
  return { ok: true, keys };
}

/** The wanted key of a set. */
export function chooseKey(keys: JsonObject[], wanted: WantedKey): KeyReading {
  return wanted.names.length > 0 ? chooseNamed(keys, wanted.names) : chooseUnnamed(keys, wanted.same);
}

function chooseNamed(keys: JsonObject[], names: string[]): KeyReading {
  const named = keys.filter((key) => typeof key.kid === 'string' && names.includes(key.kid));
  const [first, ...others] = named;
  if (!first) return badKey('not-listed', `the key set holds no key ${quoted(names[0] ?? '')}`);
  if (others.length > 0) return badKey('ambiguous-key', `the key set holds several keys ${quoted(names[0] ?? '')}`);
  return importPublicJwk(first);
}

function chooseUnnamed(keys: JsonObject[], same: KeyObject | undefined): KeyReading {
  const usable = keys.map(importPublicJwk).filter((reading) => reading.ok);
  const fitting = same ? usable.filter((reading) => isSameKey(reading.material.key, same)) : usable;
  const [first, ...others] = fitting;
  if (!first)
    return badKey('not-listed', same ? 'the key set does not hold the stated key' : 'the key set holds no usable key');
  if (others.some((other) => !isSameKey(other.material.key, first.material.key)))
    return badKey('ambiguous-key', 'the key set holds several keys and no key id says which is meant');
  return first;
}
