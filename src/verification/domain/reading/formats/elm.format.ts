import { hasType } from '../../json.js';
import { recognisedFormat } from '../format.js';

/** European Learning Model: the credential itself, or signed as a JWS in JSON form (JAdES). */
export const elm = recognisedFormat(
  'elm',
  'credentials of the European Learning Model are not verified',
  ({ json }) =>
    hasType(json, 'EuropeanDigitalCredential') ||
    (typeof json?.payload === 'string' &&
      (json.signatures !== undefined || json.signature !== undefined) &&
      mentionsElm(json.payload)),
);

/** With `b64: false` the payload is the text itself, else base64url of it. */
function mentionsElm(payload: string): boolean {
  const name = 'EuropeanDigitalCredential';
  return payload.includes(name) || Buffer.from(payload, 'base64url').includes(name);
}
