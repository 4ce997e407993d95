import { formats } from './reading/formats.js';
import { lookAt, maxDocumentBytes } from './reading/raw-document.js';
import type { ReadResult } from './reading/read-result.js';

/**
 * Says what some bytes are, and reads them where they are a credential of a format that is verified.
 *
 * Only the bytes decide. The declared content type is not looked at: senders get it wrong, and an attacker chooses it.
 * Never throws. At most `maxBytes` (512 KiB) of text are taken, 64 levels deep; see {@link parseStrictJson} for the rest.
 *
 * @param _contentTypeHint what the sender called it; accepted so that callers need not drop it, and ignored
 */
export function readDocument(
  bytes: Uint8Array,
  _contentTypeHint?: string,
  maxBytes: number = maxDocumentBytes,
): ReadResult {
  const document = lookAt(bytes, maxBytes);
  for (const format of formats) {
    const result = format.read(document);
    if (result) return result;
  }
  if (document.fault) return { kind: 'malformed', format: 'unknown', ...document.fault };
  return { kind: 'unsupported', format: 'unknown', detail: 'the document is of no format known here' };
}
