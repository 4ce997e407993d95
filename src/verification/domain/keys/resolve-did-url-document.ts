import type { DocumentSource } from '../document-source.js';
import type { Eventually } from '../eventually.js';
import { readControllerDocument, type ControllerDocument } from './controller-document.js';
import type { MadeDocument } from './did-key.js';
import { documentMethods } from './document-methods.js';
import type { UnresolvableKey } from './key-resolution.js';
import { loadKeyDocument } from './load-key-document.js';
import { quoted } from './quoted.js';
import { unresolvable } from './unresolvable.js';

/** The document of an id, with the URL it was loaded from where one was. */
export type DocumentResolution = { kind: 'document'; document: ControllerDocument; url?: string } | UnresolvableKey;

/**
 * The controller document of a DID, a DID URL or an https id; a fragment is ignored.
 *
 * Look-ups: did:key and did:jwk none; did:web one, `did.json` of its host, without redirects; http(s) one, the id
 * itself, redirects within its origin only. Other schemes and DID methods, and DID URLs with a path or a query, are
 * `unknown-method`. The document must state the very id that was asked for.
 */
export function resolveDidUrlDocument(id: string, source: DocumentSource): Eventually<DocumentResolution> {
  const base = id.split('#', 1)[0] ?? '';
  if (/^did:[a-z0-9]+:[^/?]+[/?]/.test(base))
    return unresolvable('unknown-method', `${quoted(base)} has a path or a query, which are not supported`);
  const method = documentMethods.find((it) => it.isOf(base));
  if (!method) return unresolvable('unknown-method', `${quoted(base)} is of no known scheme or DID method`);
  const place = method.placeOf(base);
  if (place.kind === 'made') return madeDocument(base, place.made);
  if (place.kind === 'malformed') return unresolvable('malformed-id', `${quoted(base)} ${place.detail}`);
  return resolveWebDocument(base, place.url, source, place.maxRedirects);
}

async function resolveWebDocument(
  id: string,
  url: string,
  source: DocumentSource,
  maxRedirects?: number,
): Promise<DocumentResolution> {
  const loaded = await loadKeyDocument(url, source, maxRedirects);
  if (!loaded.ok) return loaded.problem;
  const reading = readControllerDocument(loaded.content, id);
  if (!reading.ok) return unresolvable(reading.code, `${reading.detail} (${url})`, { url });
  return { kind: 'document', document: reading.document, url };
}

function madeDocument(did: string, made: MadeDocument): DocumentResolution {
  if (!made.ok) return unresolvable(made.code, `${quoted(did)}: ${made.detail}`);
  return { kind: 'document', document: { id: did, content: made.content } };
}
