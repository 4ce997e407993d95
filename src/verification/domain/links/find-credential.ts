import type { DocumentSource } from '../document-source.js';
import { loadOverHttps } from '../load-over-https.js';
import { quoted } from '../quoted.js';
import { readDocument } from '../read-document.js';
import { textOf } from '../reading/strict-json.js';
import { leadsOf } from './page-leads.js';

/** A document that an address led to. */
export interface FoundDocument {
  bytes: Uint8Array;
  contentType: string;
  /** Where it was, after redirects; of one in a page, the page. */
  url: string;
}

export type LinkResult =
  | { kind: 'found'; documents: FoundDocument[] }
  | { kind: 'none'; detail: string }
  | { kind: 'unreachable'; detail: string; retryable: boolean };

/** Largest document or page at the end of a link, in bytes. */
const maxBytes = 1024 * 1024;
const acceptJson = 'application/ld+json, application/json;q=0.9, application/vc+jwt;q=0.8, application/jwt;q=0.8';
const acceptAnything = `${acceptJson}, text/html;q=0.5, image/png;q=0.4, image/svg+xml;q=0.4, */*;q=0.1`;
const acceptImages = 'image/png, image/svg+xml';

/**
 * The credential at an address: the document itself, an image that carries one, or what a page offers to machines. Pages
 * are followed one step and no further; the first credential counts, or all that stand in the page itself.
 */
export async function findCredential(address: string, source: DocumentSource): Promise<LinkResult> {
  const loaded = await loadOverHttps(source, address, { accept: acceptAnything, maxBytes });
  if (!loaded.ok) {
    const detail = `${quoted(address)} could not be loaded: ${loaded.detail}`;
    return { kind: 'unreachable', detail, retryable: loaded.retryable };
  }
  const { body, contentType, url } = loaded;
  if (isCredential(body)) return { kind: 'found', documents: [{ bytes: body, contentType, url }] };
  const html = textOf(body);
  if (html === undefined || !html.includes('<')) return nothingAt(url);
  return inPage(html, url, source);
}

async function inPage(html: string, pageUrl: string, source: DocumentSource): Promise<LinkResult> {
  const { embedded, addresses } = leadsOf(html, pageUrl);
  const documents = embedded
    .map((text) => ({ bytes: Buffer.from(text), contentType: 'application/ld+json', url: pageUrl }))
    .filter(({ bytes }) => isCredential(bytes));
  if (documents.length > 0) return { kind: 'found', documents };
  // Some hosts answer a page as soon as one is accepted at all.
  const leads = [{ url: pageUrl, kind: 'json' as const }, ...addresses];
  let failure: { detail: string; retryable: boolean } | undefined;
  for (const { url, kind } of leads) {
    const accept = kind === 'json' ? acceptJson : acceptImages;
    const loaded = await loadOverHttps(source, url, { accept, maxBytes });
    if (loaded.ok && isCredential(loaded.body))
      return { kind: 'found', documents: [{ bytes: loaded.body, contentType: loaded.contentType, url: loaded.url }] };
    if (!loaded.ok && loaded.retryable)
      failure ??= { detail: `${quoted(url)} could not be loaded: ${loaded.detail}`, retryable: true };
  }
  return failure ? { kind: 'unreachable', ...failure } : nothingAt(pageUrl);
}

const nothing: readonly string[] = ['unknown', 'link', 'baked-png', 'baked-svg'];

/** Whether some bytes are a credential of any format, well-formed or not, or a list of several. */
function isCredential(bytes: Uint8Array): boolean {
  const read = readDocument(bytes);
  return (
    read.kind === 'credential' || read.kind === 'badge' || (read.kind !== 'link' && !nothing.includes(read.format))
  );
}

function nothingAt(url: string): LinkResult {
  return { kind: 'none', detail: `at ${quoted(url)} there is no credential, nor does a page there lead to one` };
}
