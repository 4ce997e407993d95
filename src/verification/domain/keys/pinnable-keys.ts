import { readCertificateText } from './certificates/read-chain.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import type { PinnedKey } from './organization-keys.js';
import { importPublicJwk } from './public-jwk.js';
import { thumbprintOf } from './thumbprint.js';

/** A key that is kept: the public members of its JSON Web Key and nothing else. */
export interface PinnableKey extends PinnedKey {
  jwk: Record<string, string>;
  thumbprint: string;
}

/** Why something cannot be pinned; `pointer` is a JSON pointer into what was stated. */
export interface UnusableKey {
  pointer: string;
  code: string;
  detail: string;
}

export type PinnableReading = { ok: true; keys: PinnableKey[] } | { ok: false; problems: UnusableKey[] };

const keptMembers = ['kty', 'crv', 'x', 'y', 'n', 'e', 'alg', 'use', 'kid'];
const longestKeyId = 500;

/**
 * Reads what an organization wants to pin: JSON Web Keys, and certificates (PEM) whose keys count until they run out. By
 * the rules for keys of issuers: no private, weak or unknown ones. A key id may name one key only.
 */
export function readPinnable(stated: { keys: readonly unknown[]; certificates?: string }): PinnableReading {
  const keys: PinnableKey[] = [];
  const problems: UnusableKey[] = [];
  stated.keys.forEach((jwk, index) => {
    const pointer = `/keys/${index}`;
    const reading = readJwk(jwk);
    if ('code' in reading) problems.push({ ...reading, pointer: pointer + reading.pointer });
    else if (keys.some(({ jwk: { kid } }) => kid !== undefined && kid === reading.jwk.kid))
      problems.push({ pointer: `${pointer}/kid`, code: 'duplicate-kid', detail: 'another key has this kid already' });
    else keys.push(reading);
  });
  if (stated.certificates !== undefined) {
    const reading = readCertificateText(stated.certificates);
    if (!reading.ok) problems.push({ pointer: '/certificates', code: 'malformed-certificate', detail: reading.detail });
    else
      for (const { key, validUntil } of reading.chain) {
        const jwk = publicPartOf(key.key.export({ format: 'jwk' }));
        keys.push({ jwk, thumbprint: thumbprintOf(jwk), expires: validUntil });
      }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, keys };
}

function readJwk(jwk: unknown): PinnableKey | UnusableKey {
  const reading = importPublicJwk(jwk);
  if (!reading.ok) return { pointer: '', code: reading.code, detail: reading.detail };
  const stated = isJsonObject(jwk) ? jwk : {};
  for (const member of ['kid', 'alg']) {
    const value = stated[member];
    if (value === undefined) continue;
    if (typeof value !== 'string' || value === '' || value.length > longestKeyId || /\p{Cc}|\p{Cs}/u.test(value))
      return { pointer: `/${member}`, code: 'malformed-key', detail: `${member} is no text of 1 to 500 characters` };
  }
  const kept = publicPartOf(stated);
  return { jwk: kept, thumbprint: thumbprintOf(kept) };
}

function publicPartOf(jwk: JsonObject): Record<string, string> {
  const kept = keptMembers.flatMap((name) => (typeof jwk[name] === 'string' ? [[name, jwk[name]] as const] : []));
  return Object.fromEntries(kept);
}
