import { formats } from './reading/formats.js';
import { lookAt, maxDocumentBytes } from './reading/raw-document.js';
import type { BakedText, ReadResult } from './reading/read-result.js';

/**
 * Says what some bytes are, and reads them where they are a credential of a format that is verified.
 *
 * Only the bytes decide. The declared content type is not looked at: senders get it wrong, and an attacker chooses it.
 * Never throws. At most `maxBytes` (512 KiB) of text are taken, 64 levels deep; see {@link parseStrictJson} for the rest.
 * A credential that is baked into an image is read as if it had been handed in by itself, and keeps its own format.
 *
 * @param _contentTypeHint what the sender called it; accepted so that callers need not drop it, and ignored
 */
export function readDocument(
  bytes: Uint8Array,
  _contentTypeHint?: string,
  maxBytes: number = maxDocumentBytes,
): ReadResult {
  const read = readAs(bytes, maxBytes);
  return read.kind === 'baked' ? readBaked(read, maxBytes) : read;
}

function readAs(bytes: Uint8Array, maxBytes: number): ReadResult | BakedText {
  const document = lookAt(bytes, maxBytes);
  for (const format of formats) {
    const result = format.read(document);
    if (result) return result;
  }
  if (document.fault) return { kind: 'malformed', format: 'unknown', ...document.fault };
  return { kind: 'unsupported', format: 'unknown', detail: 'the document is of no format known here' };
}

/** An image inside an image is not opened, so that nobody can nest them. */
function readBaked({ carrier, text }: BakedText, maxBytes: number): ReadResult {
  const read = readAs(text, maxBytes);
  if (read.kind === 'baked' || read.format === 'baked-png' || read.format === 'baked-svg')
    return {
      kind: 'malformed',
      format: carrier,
      code: 'image-in-image',
      detail: 'the image holds another image where a credential should be',
      carrier,
    };
  if (read.kind === 'credential' || read.kind === 'badge') return { ...read, carrier };
  const format = read.format === 'unknown' ? carrier : read.format;
  return { ...read, format, detail: `the text in the image: ${read.detail}`, carrier };
}
