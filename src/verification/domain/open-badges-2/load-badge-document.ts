import type { DocumentSource } from '../document-source.js';
import { type JsonObject, isObject } from '../json.js';
import { loadOverHttps } from '../load-over-https.js';
import { quoted } from '../quoted.js';
import { parseStrictJson, textOf } from '../reading/strict-json.js';
import { isSameAuthority } from './badge-address.js';

const accept = 'application/ld+json, application/json;q=0.9, */*;q=0.1';
/** Largest assertion, BadgeClass, profile or key document, in bytes. */
const mostBytes = 512 * 1024;

/** A part of a badge as its host serves it, or why it could not be had. */
export type BadgeDocument =
  | { ok: true; document: JsonObject }
  | {
      ok: false;
      /** The host says that it was here and is no more (HTTP 410), which is how a hosted badge is revoked. */
      gone: boolean;
      retryable: boolean;
      detail: string;
    };

/**
 * The JSON object at an address. Plain http is not spoken, so such an address is asked for over https; an answer that
 * another host gave after a redirect is not taken, since open redirects would let anyone speak for the first one.
 */
export async function loadBadgeDocument(
  source: DocumentSource,
  address: string,
  maxBytes = mostBytes,
): Promise<BadgeDocument> {
  const text = await loadBadgeText(source, address, maxBytes);
  if (!text.ok) return text;
  const reading = parseStrictJson(text.text);
  if (!reading.ok || !isObject(reading.value))
    return unusable(`what ${quoted(address)} serves is no JSON object${reading.ok ? '' : ` (${reading.code})`}`);
  return { ok: true, document: reading.value };
}

/** The text at an address, such as a key in PEM. */
export async function loadBadgeText(
  source: DocumentSource,
  address: string,
  maxBytes = mostBytes,
): Promise<{ ok: true; text: string } | (BadgeDocument & { ok: false })> {
  const loaded = await loadOverHttps(source, address, { accept, maxBytes });
  if (!loaded.ok) {
    const { retryable, status, detail } = loaded;
    return { ok: false, gone: status === 410, retryable, detail: `${quoted(address)} could not be loaded: ${detail}` };
  }
  if (!isSameAuthority(withoutWww(loaded.url), withoutWww(address)))
    return unusable(`${quoted(address)} leads to another host, ${quoted(loaded.url)}, which does not speak for it`);
  const text = textOf(loaded.body);
  return text === undefined ? unusable(`what ${quoted(address)} serves is no text`) : { ok: true, text };
}

function withoutWww(address: string): string {
  return address.replace(/^(https?:\/\/)www\./i, '$1');
}

function unusable(detail: string): BadgeDocument & { ok: false } {
  return { ok: false, gone: false, retryable: false, detail };
}
