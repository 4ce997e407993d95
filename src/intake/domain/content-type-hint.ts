const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]*$/;
/** Beginnings are enough: the content itself is looked at when the document is verified. */
const LOOKED_AT_BYTES = 512;

/** The media type that a document's beginning suggests, for documents that come without one. */
export function contentTypeHint(bytes: Buffer): string {
  if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return 'image/png';
  const text = bytes.subarray(0, LOOKED_AT_BYTES).toString('utf8').trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return 'application/json';
  if (text.startsWith('<')) return 'image/svg+xml';
  const [issued = '', ...disclosures] = bytes.toString('latin1').trim().split('~');
  if (!COMPACT_JWS.test(issued)) return 'text/plain';
  return disclosures.length > 0 ? 'application/vc+sd-jwt' : 'application/jwt';
}
