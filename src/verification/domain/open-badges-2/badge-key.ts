import { createPublicKey } from 'node:crypto';
import type { DocumentSource } from '../document-source.js';
import { type JsonObject, idOf, isObject } from '../json.js';
import { type PublicKeyMaterial, importPublicJwk } from '../keys/index.js';
import { quoted } from '../quoted.js';
import { parseStrictJson } from '../reading/strict-json.js';
import { isWebAddress } from './badge-address.js';
import { loadBadgeText } from './load-badge-document.js';

const longestPem = 16_384;

/** A key that a badge may be signed with, as its document states it. */
export interface BadgeKey {
  material: PublicKeyMaterial;
  /** Where it was loaded, or its id where it is written out. */
  id?: string;
  /** The profile that it says it belongs to; absent for a bare key in PEM. */
  owner?: string;
}

export type BadgeKeyReading = { ok: true; key: BadgeKey } | { ok: false; retryable: boolean; detail: string };

/**
 * The key at an address: a CryptographicKey document, or a bare PEM as Open Badges 1 has it.
 *
 * @param stated an address, or the document written out
 */
export async function readBadgeKey(stated: unknown, source: DocumentSource): Promise<BadgeKeyReading> {
  if (isObject(stated) && (stated.publicKeyPem !== undefined || stated.publicKeyJwk !== undefined))
    return keyIn(stated, idOf(stated));
  const address = idOf(stated);
  if (!isWebAddress(address)) return unusable('the key is neither at an address nor written out');
  const loaded = await loadBadgeText(source, address);
  if (!loaded.ok) return { ok: false, retryable: loaded.retryable, detail: `the key at ${loaded.detail}` };
  if (loaded.text.trimStart().startsWith('-----BEGIN')) return keyIn({ publicKeyPem: loaded.text }, address);
  const reading = parseStrictJson(loaded.text);
  return reading.ok && isObject(reading.value)
    ? keyIn(reading.value, address)
    : unusable(`what ${quoted(address)} serves is neither a key document nor a key in PEM`);
}

function keyIn(document: JsonObject, id: string | undefined): BadgeKeyReading {
  const { publicKeyPem, publicKeyJwk } = document;
  const reading = publicKeyPem === undefined ? importPublicJwk(publicKeyJwk) : ofPem(publicKeyPem);
  if (!reading.ok) return unusable(`the key ${quoted(id ?? 'of the issuer')} cannot be used: ${reading.detail}`);
  const owner = idOf(document.owner);
  return {
    ok: true,
    key: { material: reading.material, ...(id !== undefined && { id }), ...(owner !== undefined && { owner }) },
  };
}

/** Held to the rules for every key: its kind, its strength, and that it is public. */
function ofPem(pem: unknown): ReturnType<typeof importPublicJwk> {
  if (typeof pem !== 'string' || pem.length > longestPem)
    return { ok: false, code: 'malformed-key', detail: 'publicKeyPem is no text of at most 16 KiB' };
  if (pem.includes('PRIVATE KEY')) return { ok: false, code: 'private-key', detail: 'a private key is published' };
  try {
    return importPublicJwk(createPublicKey(pem).export({ format: 'jwk' }));
  } catch {
    return { ok: false, code: 'malformed-key', detail: 'publicKeyPem is no public key' };
  }
}

function unusable(detail: string): BadgeKeyReading {
  return { ok: false, retryable: false, detail };
}
