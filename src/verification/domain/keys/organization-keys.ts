import type { Certificate } from './certificates/certificate.js';
import { isSameKey } from './is-same-key.js';
import type { JsonObject } from './json-object.js';
import type { WantedKey } from './json-web-key-set.js';
import type { ResolvedKey } from './key-resolution.js';
import { importPublicJwk } from './public-jwk.js';
import { thumbprintOf } from './thumbprint.js';

/** A key that an organization vouches for as that of an issuer. */
export interface PinnedKey {
  /** A public JSON Web Key; its `kid` is the name under which signatures may ask for it. */
  jwk: JsonObject;
  /** The instant from which on it no longer counts, as of the certificate that it came in. */
  expires?: Date;
}

/** What an organization knows of keys by itself, beside what issuers publish. */
export interface OrganizationKeys {
  /** The keys pinned for an issuer id; empty for most. */
  pinnedFor(issuer: string): Promise<readonly PinnedKey[]>;
  /** Certificates of authorities whose word the organization takes for who holds a key. */
  anchors: readonly Certificate[];
}

/**
 * The wanted one among the keys that are pinned for an issuer: by its key id (the whole, what stands after `#`, or its
 * RFC 7638 thumbprint), by being equal to a stated key, or the only one where the signature says nothing of its key.
 */
export function pickPinned(pinned: readonly PinnedKey[], wanted: WantedKey, issuer: string): ResolvedKey | undefined {
  if (pinned.length === 0) return undefined;
  const { same } = wanted;
  const names = wanted.names.flatMap((name) => [name, name.slice(name.indexOf('#') + 1)]);
  const keys = pinned.flatMap(({ jwk, expires }) => {
    const reading = importPublicJwk(jwk);
    return reading.ok ? [{ ...reading.material, kid: jwk.kid, thumbprint: thumbprintOf(jwk), expires }] : [];
  });
  const named = keys.filter(
    ({ kid, thumbprint }) => (typeof kid === 'string' && names.includes(kid)) || names.includes(thumbprint),
  );
  const equal = same ? keys.filter(({ key }) => isSameKey(key, same)) : [];
  const unnamed = names.length === 0 && !same ? keys : [];
  const fitting = named.length > 0 ? named : equal.length > 0 ? equal : unnamed;
  const [first] = fitting;
  if (!first || fitting.some(({ key }) => !isSameKey(key, first.key))) return undefined;
  const { key, jwk, thumbprint, expires } = first;
  const method = wanted.names[0] ?? thumbprint;
  return { kind: 'resolved', key, jwk, controller: issuer, method, pinned: true, ...(expires && { expires }) };
}
