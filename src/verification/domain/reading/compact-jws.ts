import { type JsonObject, isObject } from '../json.js';
import { Recent } from '../recent.js';
import { passingBytesOf } from './scratch.js';
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
  return hasOutline(text) && /^[\w.-]*$/.test(text);
}

/** The JWS that a text is, or its fault; undefined where it does not look like one. */
export function readCompactJws(text: string): JwsReading | undefined {
  if (!hasOutline(text)) return undefined;
  const reading = parseCompactJws(text);
  // What can be taken apart has been looked at letter by letter.
  return reading.ok || looksLikeCompactJws(text) ? reading : undefined;
}

function hasOutline(text: string): boolean {
  if (!text.startsWith('ey') && !text.startsWith('ew')) return false;
  const afterHeader = text.indexOf('.');
  const afterPayload = text.indexOf('.', afterHeader + 1);
  return afterHeader > 0 && afterPayload > 0 && !text.includes('.', afterPayload + 1);
}

export function parseCompactJws(text: string): JwsReading {
  const [header, payload, signature] = partsOf(text);
  const headerReading = headerOf(header);
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
      signingInput: text.slice(0, header.length + 1 + payload.length),
      signature: signatureBytes,
    },
  };
}

/** What stands between the dots; what stands after a third one is left out. */
function partsOf(text: string): [header: string, payload: string, signature: string] {
  const afterHeader = text.indexOf('.');
  if (afterHeader < 0) return [text, '', ''];
  const afterPayload = text.indexOf('.', afterHeader + 1);
  if (afterPayload < 0) return [text.slice(0, afterHeader), text.slice(afterHeader + 1), ''];
  const end = text.indexOf('.', afterPayload + 1);
  const signature = text.slice(afterPayload + 1, end < 0 ? undefined : end);
  return [text.slice(0, afterHeader), text.slice(afterHeader + 1, afterPayload), signature];
}

type PartReading = { ok: true; value: JsonObject; text: string } | (JwsReading & { ok: false });

/** All tokens of a key have the same header, so those read lately are kept; nobody may change one. */
const headers = new Recent<PartReading>(512);
const longestKeptHeader = 1_024;

function headerOf(text: string): PartReading {
  if (text.length > longestKeptHeader) return parseJwsPart(text, 'header');
  return headers.of(text, () => frozen(parseJwsPart(text, 'header')));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The JSON object that a part of a JWS is, with its text. */
export function parseJwsPart(text: string, name: string): PartReading {
  const bytes = passingBytesOf(text, 'base64url');
  const json = isWrittenAs(bytes, text) ? textOf(bytes) : undefined;
  if (json === undefined) return malformed(name, 'is not UTF-8 in base64url');
  const reading = parseStrictJson(json);
  if (!reading.ok) return { ok: false, code: reading.code, detail: `the ${name} of the JWT: ${reading.detail}` };
  return isObject(reading.value)
    ? { ok: true, value: reading.value, text: json }
    : malformed(name, 'is no JSON object');
}

/** One text for the same bytes, so that a JWT cannot be changed without changing what is signed. */
export function canonicalBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return isWrittenAs(bytes, text) ? bytes : undefined;
}

function isWrittenAs(bytes: Buffer, text: string): boolean {
  return bytes.toString('base64url') === text;
}

function malformed(name: string, what: string): JwsReading & { ok: false } {
  return { ok: false, code: 'malformed-jwt', detail: `the ${name} of the JWT ${what}` };
}
