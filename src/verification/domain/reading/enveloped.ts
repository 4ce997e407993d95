import { type JsonObject, hasType } from '../json.js';

/** Names of objects that are nothing but a signed document in a `data:` URL. */
const envelopeTypes = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'] as const;

export type Enveloped = { ok: true; text: Buffer; mediaType: string } | { ok: false; detail: string };

export function isEnvelope(value: unknown): boolean {
  return hasType(value, ...envelopeTypes);
}

/**
 * The document that an envelope stands for: the data of its id, a `data:` URL (RFC 2397).
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-credentials
 */
export function openEnvelope({ id }: JsonObject): Enveloped {
  const [, head, data = ''] = typeof id === 'string' ? (/^data:([^,]*),(.*)$/is.exec(id) ?? []) : [];
  if (head === undefined) return { ok: false, detail: 'the id of an envelope is no data: URL with a document' };
  const [mediaType = '', ...parameters] = head.split(';').map((part) => part.trim().toLowerCase());
  const plain = decodePercent(data);
  const text = plain && parameters.includes('base64') ? decodeBase64(plain.toString('latin1')) : plain;
  return text && text.length > 0
    ? { ok: true, text, mediaType }
    : { ok: false, detail: 'the data: URL of an envelope holds nothing that can be read' };
}

function decodeBase64(data: string): Buffer | undefined {
  // White space counts for nothing in the data of a URL.
  const bare = data.replace(/[ \t\r\n]/g, '');
  return /^[A-Za-z0-9+/_-]*={0,2}$/.test(bare) ? Buffer.from(bare, 'base64') : undefined;
}

function decodePercent(data: string): Buffer | undefined {
  try {
    return Buffer.from(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}
