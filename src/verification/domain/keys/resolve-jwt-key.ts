import type { DocumentSource } from '../document-source.js';
import type { WantedKey } from './json-web-key-set.js';
import { unprovenKey } from './key-in-fragment.js';
import type { KeyResolution, PublicKeyMaterial, ResolvedKey, UnresolvableKey } from './key-resolution.js';
import { pickWanted } from './pick-listed.js';
import { importPublicJwk } from './public-jwk.js';
import { quoted } from './quoted.js';
import { resolveDidUrlDocument } from './resolve-did-url-document.js';
import { resolveJwksKey } from './resolve-jwks-key.js';
import { resolveVerificationMethod } from './resolve-verification-method.js';
import { unresolvable } from './unresolvable.js';

/** What a signed JWT says about the key that signed it; nothing of it is to be believed yet. */
export interface JwtKeyHints {
  /** The issuer id of the credential (`iss`). */
  issuer: string;
  /** `kid` of the protected header. */
  kid?: string;
  /** `jwk` of the protected header. */
  jwk?: unknown;
}

const maxLength = 5000;

/**
 * The key of a VC-JWT, whatever kind of issuer and key id it has.
 *
 * - `kid` a DID URL: {@link resolveVerificationMethod}; its controller may be another than the issuer, to be compared.
 * - `kid` an http(s) URL, or an http(s) issuer: {@link resolveJwksKey}.
 * - a DID as issuer with any other `kid`: the method `<issuer>#<kid>` or the one whose JWK has that `kid`; without a
 *   `kid` the method with the header's `jwk`, else the only one; of the issuer's own document, for assertionMethod.
 * - any other issuer: `unproven` with the header's `jwk`, else `unresolvable`.
 *
 * The header's `jwk` never counts by itself: it is `unproven` unless the issuer's documents list the same key.
 */
export async function resolveJwtKey(hints: JwtKeyHints, source: DocumentSource): Promise<KeyResolution> {
  const { issuer, kid } = hints;
  if (issuer.length > maxLength || (kid !== undefined && kid.length > maxLength))
    return unresolvable('malformed-id', 'the issuer or the key id is too long');
  const stated = hints.jwk === undefined ? undefined : importPublicJwk(hints.jwk);
  if (stated && !stated.ok) return unresolvable(stated.code, `the jwk of the header: ${stated.detail}`);
  const headerKey = stated?.material;
  if (kid?.startsWith('did:'))
    return withHeaderKey(await resolveVerificationMethod(kid, 'assertionMethod', source), kid, headerKey);
  const isWeb = /^https?:\/\//i;
  if (isWeb.test(issuer) || (kid !== undefined && isWeb.test(kid)))
    return resolveJwksKey(issuer, kid, source, headerKey);
  const wanted = { names: kid === undefined ? [] : [kid.replace(/^#/, '')], ...(headerKey && { same: headerKey.key }) };
  return withHeaderKey(await keyOfDid(issuer, wanted, source), kid ?? 'jwk', headerKey);
}

async function keyOfDid(
  issuer: string,
  wanted: WantedKey,
  source: DocumentSource,
): Promise<ResolvedKey | UnresolvableKey> {
  if (!issuer.startsWith('did:'))
    return unresolvable('unknown-method', `${quoted(issuer)} is neither a DID nor a web address where keys could lie`);
  const resolution = await resolveDidUrlDocument(issuer, source);
  if (resolution.kind === 'unresolvable') return resolution;
  const found = pickWanted(resolution.document, wanted);
  return found.kind === 'unresolvable' && resolution.url !== undefined ? { ...found, url: resolution.url } : found;
}

function withHeaderKey(found: KeyResolution, method: string, headerKey: PublicKeyMaterial | undefined): KeyResolution {
  if (found.kind !== 'unresolvable' || !headerKey || found.code === 'private-key') return found;
  return { ...unprovenKey(method, found, 'the key stands only in the header of the JWT'), ...headerKey };
}
