import type { DocumentSource } from '../document-source.js';
import type { KeyPurpose, KeyResolution } from './key-resolution.js';
import { type OrganizationKeys, pickPinned } from './organization-keys.js';
import { resolveVerificationMethod } from './resolve-verification-method.js';

/**
 * The key behind the `verificationMethod` of an embedded proof: one that the organization pinned for the issuer, by the
 * id of the method or by being the very key that stands in its fragment; else {@link resolveVerificationMethod}.
 */
export async function resolveProofKey(
  wanted: { method: string; issuer: string | undefined; purpose: KeyPurpose },
  source: DocumentSource,
  keys?: OrganizationKeys,
): Promise<KeyResolution> {
  const { method, issuer, purpose } = wanted;
  const pinned = keys && issuer !== undefined ? await keys.pinnedFor(issuer) : [];
  const named = issuer === undefined ? undefined : pickPinned(pinned, { names: [method] }, issuer);
  if (named) return named;
  const found = await resolveVerificationMethod(method, purpose, source);
  if (found.kind !== 'unproven' || !found.key || issuer === undefined || pinned.length === 0) return found;
  const same = pickPinned(pinned, { names: [], same: found.key }, issuer);
  return same ? { ...same, method } : found;
}
