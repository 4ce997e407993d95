import type { DocumentSource } from '../document-source.js';
import { methodsFor } from './controller-document.js';
import { findMethod } from './find-method.js';
import type { JsonObject } from './json-object.js';
import { chooseKey, readKeySet } from './json-web-key-set.js';
import { keyInFragment } from './key-in-fragment.js';
import type { KeyReading } from './key-reading.js';
import type { KeyPurpose, KeyResolution } from './key-resolution.js';
import { loadKeyDocument } from './load-key-document.js';
import { quoted } from './quoted.js';
import { resolveDidUrlDocument } from './resolve-did-url-document.js';
import { speaksFor } from './speaks-for.js';
import { unresolvable } from './unresolvable.js';

/** The key that a `kid` names by its http(s) address, and whether it is the issuer's. */
export async function keyAtUrl(
  { kid, purpose }: { kid: string; purpose: KeyPurpose },
  issuer: string,
  source: DocumentSource,
): Promise<KeyResolution> {
  const url = kid.split('#', 1)[0] ?? kid;
  const loaded = await loadKeyDocument(url, source);
  if (!loaded.ok) return keyInFragment(kid, loaded.problem) ?? loaded.problem;
  const { content } = loaded;
  const reading = readStatedKey(content, kid, url);
  if (reading) {
    if (!reading.ok) return unresolvable(reading.code, `${reading.detail} (${url})`, { url });
    const binding = await bindingOf({ kid, purpose }, url, issuer, source);
    if (binding.bound)
      return { kind: 'resolved', ...reading.material, controller: issuer, method: kid, ...fragmentOf(kid) };
    return {
      kind: 'unproven',
      ...reading.material,
      method: kid,
      url,
      detail: binding.detail,
      retryable: binding.retryable,
    };
  }
  const found = await findMethod(content, { id: kid, url }, purpose, source);
  if (found.kind === 'unresolvable') return keyInFragment(kid, found) ?? found;
  // A document beside the issuer's own page speaks for the issuer; any other only for the id that it states.
  const mayBeBound = found.controller === url && found.controller !== issuer;
  const binding = mayBeBound ? await bindingOf({ kid, purpose }, url, issuer, source) : { bound: false };
  return binding.bound ? { ...found, controller: issuer } : found;
}

function readStatedKey(content: JsonObject, kid: string, url: string): KeyReading | undefined {
  const set = readKeySet(content);
  if (!set?.ok) return set;
  const isSingle = !Array.isArray(content.keys);
  const { fragment } = fragmentOf(kid);
  const names = fragment === undefined ? [url] : [fragment, kid];
  // The address of a single key is its name already, and its own `kid` may be missing or a thumbprint.
  const isNamed = set.keys.some((key) => typeof key.kid === 'string' && names.includes(key.kid));
  const addressed = isSingle && (fragment === undefined || content.kid === undefined);
  return chooseKey(set.keys, { names: addressed || (fragment === undefined && !isNamed) ? [] : names });
}

async function bindingOf(
  { kid, purpose }: { kid: string; purpose: KeyPurpose },
  url: string,
  issuer: string,
  source: DocumentSource,
): Promise<{ bound: true } | { bound: false; detail: string; retryable: boolean }> {
  if (speaksFor(url, issuer)) return { bound: true };
  const resolution = await resolveDidUrlDocument(issuer, source);
  if (resolution.kind === 'unresolvable') {
    const detail = `${quoted(url)} is not the issuer's and the issuer's own document could not be read: ${resolution.detail}`;
    return { bound: false, detail, retryable: resolution.retryable };
  }
  const { document } = resolution;
  const named = methodsFor(document, purpose).some((method) => method.id === kid);
  if (named || document.content.jwks_uri === url) return { bound: true };
  return { bound: false, detail: `${quoted(issuer)} names ${quoted(kid)} nowhere as its key`, retryable: false };
}

function fragmentOf(kid: string): { fragment?: string } {
  const hash = kid.indexOf('#');
  return hash < 0 ? {} : { fragment: kid.slice(hash + 1) };
}
