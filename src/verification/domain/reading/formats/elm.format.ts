import { type JsonObject, hasType } from '../../json.js';
import { aboutFormat, credentialFormat, type Format } from '../format.js';
import { detachedContentOf, looksLikeJades, readJades } from '../jades/jades.js';

const isElm = (value: JsonObject): boolean => hasType(value, 'EuropeanDigitalCredential');
const plain = credentialFormat('elm', isElm);

/**
 * European Learning Model: the credential itself, also as a JWT, or signed as a JWS in JSON form (JAdES), which every
 * Europass credential is.
 */
export const elm: Format = {
  about: aboutFormat('elm', 'verified'),
  read(document) {
    const { json, jws } = document;
    const detached = json && detachedContentOf(json);
    if (detached !== undefined) return { kind: 'unsupported', format: 'elm', detail: detached };
    if (!json || jws || !looksLikeJades(json)) return plain.read(document);
    if (!mentionsElm(String(json.payload))) return undefined;
    const reading = readJades(json);
    if (!reading.ok) return { kind: 'malformed', format: 'elm', code: 'malformed-jws', detail: reading.detail };
    const { jades } = reading;
    if (!isElm(jades.document)) return undefined;
    return { kind: 'credential', format: 'elm', securing: 'jwt', credential: jades.document, jades };
  },
};

/** With `b64: false` the payload is the text itself, else base64url of it. */
function mentionsElm(payload: string): boolean {
  const name = 'EuropeanDigitalCredential';
  return payload.includes(name) || Buffer.from(payload, 'base64url').includes(name);
}
