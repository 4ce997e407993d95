import { type JsonObject, isObject } from '../json.js';
import { type CompactJws, type JwsReading, readCompactJws } from './compact-jws.js';
import { credentialOfJwt } from './jwt-credential.js';
import type { JwtEnvelope } from './read-result.js';
import { looksLikeSdJwt, readSdJwt, saysSdJwt, type SdJwtReading } from './sd-jwt/sd-jwt.js';
import { parseStrictJson, textOf } from './strict-json.js';

/** Longest text taken, in bytes. */
export const maxDocumentBytes = 512 * 1024;

/** What can be seen in some bytes before it is known what they are. */
export interface RawDocument {
  bytes: Uint8Array;
  /** Without surrounding white space; absent when the bytes are no UTF-8. */
  text?: string;
  /** The JSON object that the bytes are, or the payload of the JWT. */
  json?: JsonObject;
  /** The text that JSON was read from, a list included: `text` itself or the decoded payload of the JWT. */
  jsonText?: string;
  jws?: CompactJws;
  /** The credential that the JSON or the JWT would hold, if it is one. */
  credential?: JsonObject;
  jwt?: JwtEnvelope;
  /** The SD-JWT that the text is, or why it is none that can be used; the members above are then those of what it discloses. */
  sdJwt?: SdJwtReading;
  fault?: { code: string; detail: string };
}

/** Looks at bytes of any kind; a fault is noted, since for some formats (images) it is none. */
export function lookAt(bytes: Uint8Array, maxBytes = maxDocumentBytes): RawDocument {
  if (bytes.length === 0) return faulty(bytes, 'empty', 'the document has no bytes');
  if (bytes.length > maxBytes)
    return faulty(bytes, 'too-large', `the document has ${bytes.length} bytes; ${maxBytes} are the most`);
  const text = withoutBlanks(textOf(bytes));
  if (text === undefined)
    return opensLikeJson(bytes) ? faulty(bytes, 'invalid-utf8', 'the text is not UTF-8') : { bytes };
  if (text === '') return faulty(bytes, 'empty', 'the document holds nothing but white space');
  if (text.startsWith('{') || text.startsWith('[')) return { bytes, text, ...lookAtJson(text) };
  const jws = readCompactJws(text);
  if (jws) return lookAtJws(bytes, text, jws);
  if (looksLikeSdJwt(text)) return { bytes, text, ...lookAtSdJwt(text) };
  return { bytes, text };
}

function lookAtJson(text: string): Partial<RawDocument> {
  const reading = parseStrictJson(text);
  if (!reading.ok) return { fault: { code: reading.code, detail: reading.detail } };
  const fault = { code: 'not-an-object', detail: 'a credential is one JSON object, and this is a list' };
  if (!isObject(reading.value)) return { jsonText: text, fault };
  return { jsonText: text, json: reading.value, credential: reading.value };
}

function lookAtJws(bytes: Uint8Array, text: string, reading: JwsReading): RawDocument {
  if (!reading.ok) return { bytes, text, fault: { code: reading.code, detail: reading.detail } };
  const { jws } = reading;
  // Without disclosures some leave out the mark at the end; the digests are to be taken out all the same.
  if (saysSdJwt(jws)) return { bytes, text, ...lookAtSdJwt(`${text}~`) };
  const found = credentialOfJwt(jws);
  if (!found && jws.claims.vc !== undefined)
    return { bytes, text, fault: { code: 'malformed-jwt', detail: 'the vc claim of the JWT is no JSON object' } };
  const document: RawDocument = { bytes, text, jws, json: jws.claims, jsonText: jws.payloadText };
  if (!found) return document;
  document.credential = found.credential;
  document.jwt = found.jwt;
  return document;
}

function lookAtSdJwt(text: string): Partial<RawDocument> {
  const sdJwt = readSdJwt(text);
  if (!sdJwt.ok) return { sdJwt };
  const jws = sdJwt.sdJwt.issued;
  return { sdJwt, jws, json: jws.claims, jsonText: JSON.stringify(jws.claims), ...credentialOfJwt(jws) };
}

const blank = /[ \t\r\n]/;

function withoutBlanks(text: string | undefined): string | undefined {
  const isTight = text === undefined || !(blank.test(text.charAt(0)) || blank.test(text.charAt(text.length - 1)));
  return isTight ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function opensLikeJson(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*[{[]/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
}

function faulty(bytes: Uint8Array, code: string, detail: string): RawDocument {
  return { bytes, fault: { code, detail } };
}
