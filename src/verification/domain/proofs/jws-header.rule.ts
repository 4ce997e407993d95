import type { JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { jwsAlgorithms } from './jws-algorithms.js';
import type { ProofFinding } from './proof-finding.js';

const nothing: ReadonlySet<string> = new Set();

export type CheckedSignature = Omit<ProofFinding, 'subject' | 'suite'>;

/**
 * What is wrong with the protected header of a JWS, before anything is calculated: no algorithm or none at all, a shared
 * secret, critical parameters that are not among the understood ones (RFC 7515 section 4.1.11), an unencoded payload (RFC 7797) where
 * that is not one of them, a key id
 * that is no text.
 */
export function problemOfHeader(
  header: JsonObject,
  understood: ReadonlySet<string> = nothing,
): CheckedSignature | undefined {
  const { alg, kid, crit, b64 } = header;
  if (typeof alg !== 'string') return malformed('alg', 'the header of the JWT names no algorithm');
  // What is verified is neither of the two that are told apart below.
  const isKnown = jwsAlgorithms.has(alg);
  if (!isKnown && /^none$/i.test(alg))
    return { ...malformed('alg', 'the JWT says that it is not signed'), objection: 'unsigned' };
  if (!isKnown && /^HS\d+$/i.test(alg))
    return malformed('alg', `${quoted(alg)} is made with a shared secret, which shows nobody who made it`);
  if (crit !== undefined && !areUnderstood(header, understood))
    return malformed('crit', 'the header of the JWT has critical parameters that are not understood here');
  if (b64 !== undefined && b64 !== true && !(b64 === false && understood.has('b64')))
    return malformed('b64', 'the payload of the JWT is not base64url encoded');
  if (kid !== undefined && typeof kid !== 'string') return malformed('kid', 'the key id of the JWT is no text');
  if (!isKnown)
    return {
      signature: 'unsupported',
      code: 'unknown-algorithm',
      detail: `signatures with ${quoted(alg)} are not verified`,
    };
  return undefined;
}

/** A list of names, each there and known, as RFC 7515 asks for. */
function areUnderstood(header: JsonObject, understood: ReadonlySet<string>): boolean {
  const { crit } = header;
  return (
    Array.isArray(crit) &&
    crit.length > 0 &&
    crit.every((name) => typeof name === 'string' && understood.has(name) && Object.hasOwn(header, name))
  );
}

/** The header or the layout is wrong; nothing was calculated. */
export function malformed(code: string, detail: string): CheckedSignature {
  return { signature: 'unchecked', code: `malformed-${code}`, detail, objection: 'malformed' };
}
