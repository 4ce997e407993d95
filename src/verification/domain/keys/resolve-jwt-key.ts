import type { DocumentSource } from '../document-source.js';
import { andThen, type Eventually } from '../eventually.js';
import { type ChainReport, type NamesIssuer, certifiedKey } from './certified-key.js';
import { isSameKey } from './is-same-key.js';
import type { WantedKey } from './json-web-key-set.js';
import { unprovenKey } from './key-in-fragment.js';
import type { KeyPurpose, KeyResolution, PublicKeyMaterial, ResolvedKey, UnresolvableKey } from './key-resolution.js';
import { type OrganizationKeys, pickPinned } from './organization-keys.js';
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
  /** `x5c` of the protected header. */
  x5c?: unknown;
  /** `x5t#S256` of the protected header. */
  thumbprint?: unknown;
  /** What the key must be listed for; assertions when absent. */
  purpose?: KeyPurpose;
}

/** What an organization adds to what issuers publish. Without it neither `x5c` nor pinned keys are looked at. */
export interface KeyTrust {
  /** Absent: nothing is pinned and no authority is trusted. */
  keys?: OrganizationKeys | undefined;
  /** What the dates of certificates are held against. */
  at: Date;
  /** Whether a certificate names the issuer, for formats whose issuers are no web addresses. */
  names?: NamesIssuer;
}

const maxLength = 5000;

/**
 * The key of a VC-JWT, whatever kind of issuer and key id it has.
 *
 * - a key that the organization pinned for the issuer comes first, without any look-up.
 * - `x5c`: the key of its first certificate, when the chain is sound, ends at an anchor of the organization and names
 *   the issuer; no look-up either.
 * - `kid` a DID URL: {@link resolveVerificationMethod}; its controller may be another than the issuer, to be compared.
 * - `kid` an http(s) URL, or an http(s) issuer: {@link resolveJwksKey}.
 * - a DID as issuer with any other `kid`: the method `<issuer>#<kid>` or the one whose JWK has that `kid`; without a
 *   `kid` the method with the header's `jwk`, else the only one; of the issuer's own document, for the purpose.
 * - any other issuer: `unproven` with the header's `jwk`, else `unresolvable`.
 *
 * A key of the header (`jwk`, `x5c`) never counts by itself: it is `unproven` unless the issuer's documents list the
 * same key. `jku` and `x5u` are never followed.
 */
export function resolveJwtKey(hints: JwtKeyHints, source: DocumentSource, trust?: KeyTrust): Eventually<KeyResolution> {
  const { issuer, kid } = hints;
  if (issuer.length > maxLength || (kid !== undefined && kid.length > maxLength))
    return unresolvable('malformed-id', 'the issuer or the key id is too long');
  const header = readHeaderKey(hints, trust);
  if (!header.ok) return header.problem;
  const keys = trust?.keys;
  if (!keys) return unpinnedKey(hints, header, source);
  const wanted = { names: kid === undefined ? [] : [kid], ...(header.key && { same: header.key.key }) };
  return andThen(keys.pinnedFor(issuer), (all) => {
    const pinned = pickPinned(all, wanted, issuer);
    if (!pinned) return unpinnedKey(hints, header, source);
    return header.chain ? { ...pinned, chain: header.chain } : pinned;
  });
}

/** The key that the certificates vouch for or that the issuer publishes. */
function unpinnedKey(
  hints: JwtKeyHints,
  { key: headerKey, chain }: HeaderKey & { ok: true },
  source: DocumentSource,
): Eventually<KeyResolution> {
  if (headerKey && chain?.outcome === 'trusted')
    return { kind: 'resolved', ...headerKey, controller: hints.issuer, method: hints.kid ?? 'x5c', chain };
  const looked = lookUp(hints, headerKey, source);
  if (!chain) return looked;
  return andThen(looked, (found): KeyResolution => {
    if (found.kind === 'unresolvable') return found;
    if (found.kind === 'resolved') return { ...found, chain };
    return { ...found, detail: chain.detail, chain };
  });
}

type HeaderKey =
  { ok: true; key: PublicKeyMaterial | undefined; chain?: ChainReport } | { ok: false; problem: UnresolvableKey };

function readHeaderKey(hints: JwtKeyHints, trust: KeyTrust | undefined): HeaderKey {
  const stated = hints.jwk === undefined ? undefined : importPublicJwk(hints.jwk);
  if (stated && !stated.ok)
    return { ok: false, problem: unresolvable(stated.code, `the jwk of the header: ${stated.detail}`) };
  if (hints.x5c === undefined || !trust) return { ok: true, key: stated?.material };
  const { keys, at, names } = trust;
  const certified = certifiedKey({ x5c: hints.x5c, thumbprint: hints.thumbprint }, hints.issuer, {
    anchors: keys?.anchors ?? [],
    at,
    ...(names && { names }),
  });
  if (!certified.ok) return { ok: false, problem: unresolvable('malformed-key', certified.detail) };
  if (stated && !isSameKey(stated.material.key, certified.material.key))
    return { ok: false, problem: unresolvable('malformed-key', 'jwk and x5c of the header are different keys') };
  return { ok: true, key: certified.material, chain: certified.report };
}

function lookUp(
  { issuer, kid, purpose = 'assertionMethod' }: JwtKeyHints,
  headerKey: PublicKeyMaterial | undefined,
  source: DocumentSource,
): Eventually<KeyResolution> {
  if (kid?.startsWith('did:')) {
    const looked = resolveVerificationMethod(kid, purpose, source);
    return headerKey ? andThen(looked, (found) => withHeaderKey(found, kid, headerKey)) : looked;
  }
  const isWeb = /^https?:\/\//i;
  if (isWeb.test(issuer) || (kid !== undefined && isWeb.test(kid)))
    return resolveJwksKey({ issuer, kid, purpose }, source, headerKey);
  const names = kid === undefined ? [] : [kid.replace(/^#/, '')];
  const wanted = { names, purpose, ...(headerKey && { same: headerKey.key }) };
  return andThen(keyOfDid(issuer, wanted, source), (found) => withHeaderKey(found, kid ?? 'jwk', headerKey));
}

function keyOfDid(
  issuer: string,
  wanted: WantedKey,
  source: DocumentSource,
): Eventually<ResolvedKey | UnresolvableKey> {
  if (!issuer.startsWith('did:'))
    return unresolvable('unknown-method', `${quoted(issuer)} is neither a DID nor a web address where keys could lie`);
  return andThen(resolveDidUrlDocument(issuer, source), (resolution) => {
    if (resolution.kind === 'unresolvable') return resolution;
    const found = pickWanted(resolution.document, wanted);
    return found.kind === 'unresolvable' && resolution.url !== undefined ? { ...found, url: resolution.url } : found;
  });
}

function withHeaderKey(found: KeyResolution, method: string, headerKey: PublicKeyMaterial | undefined): KeyResolution {
  if (found.kind !== 'unresolvable' || !headerKey || found.code === 'private-key') return found;
  return { ...unprovenKey(method, found, 'the key stands only in the header of the JWT'), ...headerKey };
}
