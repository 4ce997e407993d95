import type { DocumentSource } from '../document-source.js';
import { andThen, type Eventually } from '../eventually.js';
import { Recent } from '../recent.js';
import { findMethod } from './find-method.js';
import { keyInFragment } from './key-in-fragment.js';
import type { KeyPurpose, KeyResolution, ResolvedKey, UnresolvableKey } from './key-resolution.js';
import { loadKeyDocument } from './load-key-document.js';
import { pickByMethodId } from './pick-listed.js';
import { quoted } from './quoted.js';
import { resolveDidUrlDocument } from './resolve-did-url-document.js';
import { unresolvable } from './unresolvable.js';

/** A did:jwk of the largest RSA key that is taken is the longest id. */
const maxIdLength = 5000;

/**
 * The public key behind the `verificationMethod` of a proof, or behind a `kid` that is a DID URL.
 *
 * A key counts only if its controller's own document lists it for `purpose`: as a reference, a relative reference
 * (`#key-1`) or an embedded method. `resolved.controller` is that document's id and still has to be compared with the
 * issuer. An id without a fragment (`did:key:z...` alone) names the only key that is listed; `resolved.fragment` is
 * absent then.
 *
 * Look-ups: did:key and did:jwk none. did:web: its `did.json`, no redirects. http(s): the id without its fragment; if a
 * verification method lies there instead of its controller's document, also the document of the `controller` it names.
 * Nothing else is fetched. A key that stands only in the fragment of an http(s) or urn id is `unproven`.
 *
 * @see https://www.w3.org/TR/cid-1.0/#retrieve-verification-method
 */
export function resolveVerificationMethod(
  id: string,
  purpose: KeyPurpose,
  source: DocumentSource,
): Eventually<KeyResolution> {
  if (id.length > maxIdLength || id.indexOf('#') !== id.lastIndexOf('#'))
    return unresolvable('malformed-id', `${quoted(id)} is no id of a verification method`);
  const resolve = /^https?:\/\//i.test(id) ? resolveWebMethod : resolveDidMethod;
  return andThen(resolve(id, purpose, source), (found): KeyResolution => {
    if (found.kind === 'unresolvable') return keyInFragment(id, found) ?? found;
    return id.includes('#') ? found : withoutFragment(found);
  });
}

async function resolveWebMethod(
  id: string,
  purpose: KeyPurpose,
  source: DocumentSource,
): Promise<ResolvedKey | UnresolvableKey> {
  const url = id.split('#', 1)[0] ?? id;
  const loaded = await loadKeyDocument(url, source);
  return loaded.ok ? findMethod(loaded.content, { id, url }, purpose, source) : loaded.problem;
}

function resolveDidMethod(
  id: string,
  purpose: KeyPurpose,
  source: DocumentSource,
): Eventually<ResolvedKey | UnresolvableKey> {
  const isItsOwnKey = id.startsWith('did:key:') || id.startsWith('did:jwk:');
  return isItsOwnKey ? ofItself[purpose].of(id, () => lookUp(id, purpose, source)) : lookUp(id, purpose, source);
}

type Found = Eventually<ResolvedKey | UnresolvableKey>;

/** A DID that is its own key leads to the same key whenever it is asked, without any look-up. */
const ofItself: Readonly<Record<KeyPurpose, Recent<Found>>> = {
  assertionMethod: new Recent(1_000),
  authentication: new Recent(1_000),
};

function lookUp(id: string, purpose: KeyPurpose, source: DocumentSource): Found {
  return andThen(resolveDidUrlDocument(id, source), (resolution) => {
    if (resolution.kind === 'unresolvable') return resolution;
    const found = pickByMethodId(resolution.document, id, purpose);
    return found.kind === 'unresolvable' && resolution.url !== undefined ? { ...found, url: resolution.url } : found;
  });
}

function withoutFragment(found: ResolvedKey): ResolvedKey {
  const { fragment: _implied, ...rest } = found;
  return rest;
}
