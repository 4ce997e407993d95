import type { DocumentSource } from '../document-source.js';
import { andThen, type Eventually } from '../eventually.js';
import type { KeyPurpose, KeyResolution } from './key-resolution.js';
import { type OrganizationKeys, type PinnedKey, pickPinned } from './organization-keys.js';
import { resolveVerificationMethod } from './resolve-verification-method.js';

/**
 * The key behind the `verificationMethod` of an embedded proof: one that the organization pinned for the issuer, by the
 * id of the method or by being the very key that stands in its fragment; else {@link resolveVerificationMethod}.
 */
export function resolveProofKey(
  wanted: { method: string; issuer: string | undefined; purpose: KeyPurpose },
  source: DocumentSource,
  keys?: OrganizationKeys,
): Eventually<KeyResolution> {
  const { method, issuer, purpose } = wanted;
  if (!keys || issuer === undefined) return resolveVerificationMethod(method, purpose, source);
  return andThen(
    keys.pinnedFor(issuer),
    (pinned) =>
      pickPinned(pinned, { names: [method] }, issuer) ??
      andThen(resolveVerificationMethod(method, purpose, source), (found) => pinnedAsWell(found, pinned, wanted)),
  );
}

/** A key that nothing else proves counts once it is one of those that the organization pinned. */
function pinnedAsWell(
  found: KeyResolution,
  pinned: readonly PinnedKey[],
  { method, issuer }: { method: string; issuer: string | undefined },
): KeyResolution {
  if (found.kind !== 'unproven' || !found.key || issuer === undefined || pinned.length === 0) return found;
  const same = pickPinned(pinned, { names: [], same: found.key }, issuer);
  return same ? { ...same, method } : found;
}
