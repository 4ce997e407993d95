import type { JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { jwsAlgorithms } from './jws-algorithms.js';
import type { ProofFinding } from './proof-finding.js';

export type CheckedSignature = Omit<ProofFinding, 'subject' | 'suite'>;

/**
 * What is wrong with the protected header of a JWS, before anything is calculated: no algorithm or none at all, a shared
 * secret, critical parameters (none is understood here, RFC 7515 section 4.1.11), an unencoded payload (RFC 7797), a key id
 * that is no text.
 */
export function problemOfHeader(header: JsonObject): CheckedSignature | undefined {
  const { alg, kid, crit, b64 } = header;
  if (typeof alg !== 'string') return malformed('alg', 'the header of the JWT names no algorithm');
  if (/^none$/i.test(alg)) return { ...malformed('alg', 'the JWT says that it is not signed'), objection: 'unsigned' };
  if (/^HS\d+$/i.test(alg))
    return malformed('alg', `${quoted(alg)} is made with a shared secret, which shows nobody who made it`);
  if (crit !== undefined)
    return malformed('crit', 'the header of the JWT has critical parameters that are not understood here');
  if (b64 !== undefined && b64 !== true) return malformed('b64', 'the payload of the JWT is not base64url encoded');
  if (kid !== undefined && typeof kid !== 'string') return malformed('kid', 'the key id of the JWT is no text');
  if (!jwsAlgorithms.has(alg))
    return {
      signature: 'unsupported',
      code: 'unknown-algorithm',
      detail: `signatures with ${quoted(alg)} are not verified`,
    };
  return undefined;
}

/** The header or the layout is wrong; nothing was calculated. */
export function malformed(code: string, detail: string): CheckedSignature {
  return { signature: 'unchecked', code: `malformed-${code}`, detail, objection: 'malformed' };
}
