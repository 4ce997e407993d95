import type { DocumentSource } from '../document-source.js';
import { keyAtUrl } from './key-at-url.js';
import { keyOfIssuer } from './key-of-issuer.js';
import type { KeyPurpose, KeyResolution, PublicKeyMaterial } from './key-resolution.js';
import { unprovenKey } from './key-in-fragment.js';

/**
 * The key that a JWT means, of an issuer whose keys lie at web addresses.
 *
 * `kid` an http(s) URL: what lies there (without the fragment), a JWK, a JWK Set, a controller document or a
 * verification method. It counts for the issuer when it has the issuer's origin (on shared hosts: also lies in the
 * issuer's folder), or when the issuer's own controller document names it in `assertionMethod` or as `jwks_uri`; that
 * document is looked up only then. A key that counts for nobody is `unproven`, one that a document of another id lists
 * is resolved with that id as its controller.
 *
 * Any other `kid`, or none: the places of {@link keyPlacesOf}, one after the other until one lists the key, and the
 * `jwks_uri` of issuer metadata. Without a `kid`: the key equal to `headerKey`, else the only usable one.
 *
 * A key that stands in the JWT's own header (`headerKey`) proves nothing by itself: when no look-up lists the wanted
 * key it comes back as `unproven`. At most seven look-ups.
 *
 * @param issuer `iss`, equal to the credential's issuer id; its controller in the answer when the key is resolved
 * @see https://www.rfc-editor.org/rfc/rfc7517
 */
export async function resolveJwksKey(
  { issuer, kid, purpose = 'assertionMethod' }: { issuer: string; kid: string | undefined; purpose?: KeyPurpose },
  source: DocumentSource,
  headerKey?: PublicKeyMaterial,
): Promise<KeyResolution> {
  const found =
    kid !== undefined && /^https?:\/\//i.test(kid)
      ? await keyAtUrl({ kid, purpose }, issuer, source)
      : await keyOfIssuer(issuer, { names: namesOf(kid), purpose, ...(headerKey && { same: headerKey.key }) }, source);
  if (found.kind !== 'unresolvable' || !headerKey || found.code === 'private-key') return found;
  return { ...unprovenKey(kid ?? 'jwk', found, 'the key stands only in the header of the JWT'), ...headerKey };
}

function namesOf(kid: string | undefined): string[] {
  if (kid === undefined) return [];
  return kid.startsWith('#') ? [kid.slice(1), kid] : [kid];
}
