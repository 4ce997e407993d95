import { type JsonObject, isObject } from '../json.js';
import { parseStrictJson, textOf } from './strict-json.js';

/** A JWS in compact form (RFC 7515), taken apart; its signature has not been checked. */
export interface CompactJws {
  header: JsonObject;
  claims: JsonObject;
  /** The JSON text of the claims. */
  payloadText: string;
  /** What the signature covers, as ASCII. */
  signingInput: string;
  signature: Buffer;
}

export type JwsReading = { ok: true; jws: CompactJws } | { ok: false; code: string; detail: string };

/** Whether a text has the three parts of a compact JWS and begins like the JSON object of a header. */
export function looksLikeCompactJws(text: string): boolean {
  return /^e[wy][\w-]*\.[\w-]*\.[\w-]*$/.test(text);
}

export function parseCompactJws(text: string): JwsReading {
  const [header = '', payload = '', signature = ''] = text.split('.');
  const headerReading = parseJwsPart(header, 'header');
  if (!headerReading.ok) return headerReading;
  const payloadReading = parseJwsPart(payload, 'payload');
  if (!payloadReading.ok) return payloadReading;
  const signatureBytes = canonicalBase64url(signature);
  if (!signatureBytes) return malformed('signature', 'is not base64url');
  return {
    ok: true,
    jws: {
      header: headerReading.value,
      claims: payloadReading.value,
      payloadText: payloadReading.text,
      signingInput: `${header}.${payload}`,
      signature: signatureBytes,
    },
  };
}

/** The JSON object that a part of a JWS is, with its text. */
export function parseJwsPart(
  text: string,
  name: string,
): { ok: true; value: JsonObject; text: string } | (JwsReading & { ok: false }) {
  const bytes = canonicalBase64url(text);
  const json = bytes && textOf(bytes);
  if (json === undefined) return malformed(name, 'is not UTF-8 in base64url');
  const reading = parseStrictJson(json);
  if (!reading.ok) return { ok: false, code: reading.code, detail: `the ${name} of the JWT: ${reading.detail}` };
  return isObject(reading.value)
    ? { ok: true, value: reading.value, text: json }
    : malformed(name, 'is no JSON object');
}

/** One text for the same bytes, so that a JWT cannot be changed without changing what is signed. */
export function canonicalBase64url(text: string): Buffer | undefined {
  return isCanonical(text) ? Buffer.from(text, 'base64url') : undefined;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bits of the last letter that belong to no byte are zero: four of six after one byte, two after two. */
function isCanonical(text: string): boolean {
  const over = text.length % 4;
  if (over === 1 || !/^[\w-]*$/.test(text)) return false;
  const bits = letters.indexOf(text.charAt(text.length - 1));
  return over === 0 || bits % (over === 2 ? 16 : 4) === 0;
}

function malformed(name: string, what: string): JwsReading & { ok: false } {
  return { ok: false, code: 'malformed-jwt', detail: `the ${name} of the JWT ${what}` };
}
