import { type JsonObject, isObject } from '../../json.js';
import { quoted } from '../../quoted.js';
import { type CompactJws, parseJwsPart, canonicalBase64url } from '../compact-jws.js';
import { parseStrictJson } from '../strict-json.js';

/** A document that was signed as a JWS in JSON form, as JAdES has it (ETSI TS 119 182-1); nothing has been checked. */
export interface Jades {
  document: JsonObject;
  /** One for each signature; the claims are the document. */
  signatures: CompactJws[];
}

export type JadesReading = { ok: true; jades: Jades } | { ok: false; detail: string };

/** Each may cost a chain of certificates. */
const mostSignatures = 8;

/** Whether an object has the form of a JWS in JSON form (RFC 7515 section 7.2). */
export function looksLikeJades(json: JsonObject): boolean {
  return typeof json.payload === 'string' && (json.signatures !== undefined || json.signature !== undefined);
}

/**
 * Reads a JWS in JSON form, general or flattened, around a JSON document. With `b64: false` (RFC 7797) the payload is the
 * text itself, which is then what was signed, else base64url of it.
 */
export function readJades(json: JsonObject): JadesReading {
  const { payload, signatures = [json] } = json;
  if (typeof payload !== 'string' || !Array.isArray(signatures) || signatures.length === 0)
    return no('the signature in JSON form has no payload or no signatures');
  if (signatures.length > mostSignatures)
    return no(`there are ${signatures.length} signatures; ${mostSignatures} are the most`);
  const read: CompactJws[] = [];
  let document: JsonObject | undefined;
  for (const signature of signatures as unknown[]) {
    const part = readSignature(signature, payload);
    if ('problem' in part) return no(part.problem);
    document ??= part.claims;
    read.push(part);
  }
  return document ? { ok: true, jades: { document, signatures: read } } : no('nothing is signed');
}

function readSignature(value: unknown, payload: string): CompactJws | { problem: string } {
  const { protected: header, signature }: JsonObject = isObject(value) ? value : {};
  const headerPart = typeof header === 'string' ? parseJwsPart(header, 'header') : undefined;
  const signatureBytes = typeof signature === 'string' ? canonicalBase64url(signature) : undefined;
  if (!headerPart?.ok || !signatureBytes) return { problem: 'a signature has no protected header or is not base64url' };
  const content = headerPart.value.b64 === false ? plainPayload(payload) : encodedPayload(payload);
  if (!content) return { problem: 'the payload of the signature is no JSON object' };
  return {
    header: headerPart.value,
    claims: content.value,
    payloadText: content.text,
    signingInput: `${String(header)}.${payload}`,
    signature: signatureBytes,
  };
}

/**
 * What a JWS in JSON form without a payload says of where the content lies that it signs (`sigD`, ETSI TS 119 182-1 clause
 * 5.2.8): the mechanism and the number of parts. Nothing of it is fetched, since the signer chooses the addresses.
 */
export function detachedContentOf(json: JsonObject): string | undefined {
  const { payload, signatures = [json] } = json;
  if (payload !== undefined || !Array.isArray(signatures)) return undefined;
  for (const signature of signatures.slice(0, mostSignatures) as unknown[]) {
    const header: unknown = isObject(signature) ? signature.protected : undefined;
    const reading = typeof header === 'string' ? parseJwsPart(header, 'header') : undefined;
    const detached = reading?.ok ? reading.value.sigD : undefined;
    if (!isObject(detached)) continue;
    const mechanism = quoted(typeof detached.mId === 'string' ? detached.mId : 'no mechanism');
    const count = Array.isArray(detached.pars) ? detached.pars.length : 0;
    return `it is a detached signature (sigD by ${mechanism}, ${count} parts): what it signs lies elsewhere`;
  }
  return undefined;
}

interface Content {
  value: JsonObject;
  text: string;
}

function plainPayload(text: string): Content | undefined {
  const reading = parseStrictJson(text);
  return reading.ok && isObject(reading.value) ? { value: reading.value, text } : undefined;
}

function encodedPayload(encoded: string): Content | undefined {
  const reading = parseJwsPart(encoded, 'payload');
  return reading.ok ? reading : undefined;
}

function no(detail: string): JadesReading {
  return { ok: false, detail };
}
