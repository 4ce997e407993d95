import { formats } from './reading/formats.js';
import { lookAt, maxDocumentBytes } from './reading/raw-document.js';
import type { CarriedText, Carrier, FormatName, ReadResult } from './reading/read-result.js';

/**
 * Says what some bytes are, and reads them where they are a credential of a format that is verified.
 *
 * Only the bytes decide. The declared content type is not looked at: senders get it wrong, and an attacker chooses it.
 * Never throws. At most `maxBytes` (512 KiB) of text are taken, 64 levels deep; see {@link parseStrictJson} for the rest.
 * A credential that is baked into an image or put into an envelope is read as if it had been handed in by itself, and keeps
 * its own format.
 *
 * @param _contentTypeHint what the sender called it; accepted so that callers need not drop it, and ignored
 */
export function readDocument(
  bytes: Uint8Array,
  _contentTypeHint?: string,
  maxBytes: number = maxDocumentBytes,
): ReadResult {
  const read = readAs(bytes, maxBytes);
  return read.kind === 'carried' ? readCarried(read, maxBytes) : read;
}

function readAs(bytes: Uint8Array, maxBytes: number): ReadResult | CarriedText {
  const document = lookAt(bytes, maxBytes);
  for (const format of formats) {
    const result = format.read(document);
    if (result) return result;
  }
  if (document.fault) return { kind: 'malformed', format: 'unknown', ...document.fault };
  return { kind: 'unsupported', format: 'unknown', detail: 'the document is of no format known here' };
}

/** What carries something is not opened inside of another carrier, so that nobody can nest them. */
function readCarried({ carrier, text }: CarriedText, maxBytes: number): ReadResult {
  const read = readAs(text, maxBytes);
  if (read.kind === 'carried' || isCarrier(read.format)) {
    const inner = read.kind === 'carried' ? read.carrier : read.format;
    const areImages = inner !== 'enveloped-credential' && carrier !== 'enveloped-credential';
    return {
      kind: 'malformed',
      format: carrier,
      code: areImages ? 'image-in-image' : 'envelope-in-another',
      detail: `it holds another ${areImages ? 'image' : 'image or envelope'} where a credential should be`,
      carrier,
    };
  }
  if (read.kind === 'credential' || read.kind === 'badge' || read.kind === 'link') return { ...read, carrier };
  const format = read.format === 'unknown' ? carrier : read.format;
  return { ...read, format, detail: `the text ${inside[carrier]}: ${read.detail}`, carrier };
}

const inside: Readonly<Record<Carrier, string>> = {
  'baked-png': 'in the image',
  'baked-svg': 'in the image',
  'enveloped-credential': 'in the envelope',
};

function isCarrier(format: FormatName): boolean {
  return Object.hasOwn(inside, format);
}
