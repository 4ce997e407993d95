import type { DocumentSource } from '../document-source.js';
import { parseJsonObject, type JsonObject } from './json-object.js';
import type { UnresolvableKey } from './key-resolution.js';
import { quoted } from './quoted.js';
import { unresolvable } from './unresolvable.js';
import { originOf } from './web-origin.js';

const accept =
  'application/did+json, application/did+ld+json, application/jwk-set+json, application/jwk+json, ' +
  'application/ld+json, application/json';
/** Profiles may carry an image as a data URL beside their keys. */
const maxBytes = 512 * 1024;

export type KeyDocumentLoad = { ok: true; content: JsonObject } | { ok: false; problem: UnresolvableKey };

/**
 * One look-up of a JSON document that may list keys.
 *
 * The answer must come from the origin that was asked: an open redirect of a university would otherwise let anyone
 * publish keys in its name.
 */
export async function loadKeyDocument(
  url: string,
  source: DocumentSource,
  maxRedirects?: number,
): Promise<KeyDocumentLoad> {
  const loaded = await source.load(url, { accept, maxBytes, ...(maxRedirects !== undefined && { maxRedirects }) });
  if (!loaded.ok) {
    const { detail, retryable } = loaded;
    const told = detail.includes(url) ? detail : `${detail} (${url})`;
    return { ok: false, problem: unresolvable('document-unavailable', told, { url, retryable }) };
  }
  if (originOf(loaded.url) === undefined || originOf(loaded.url) !== originOf(url)) {
    const detail = `${quoted(url)} led to another origin, ${quoted(loaded.url)}`;
    return { ok: false, problem: unresolvable('redirected-elsewhere', detail, { url }) };
  }
  const content = loaded.body.length <= maxBytes ? parseJsonObject(loaded.body) : undefined;
  if (!content) {
    const detail = `what lies at ${quoted(url)} is no JSON object of at most ${maxBytes} bytes`;
    return { ok: false, problem: unresolvable('malformed-document', detail, { url }) };
  }
  return { ok: true, content };
}
