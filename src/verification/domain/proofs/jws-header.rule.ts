import type { JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { jwsAlgorithms } from './jws-algorithms.js';
import type { ProofFinding } from './proof-finding.js';

export type CheckedSignature = Omit<ProofFinding, 'subject' | 'suite'>;

export interface HeaderRules {
  /** Critical parameters that the format understands; any other is refused, as RFC 7515 section 4.1.11 asks. */
  understood?: readonly string[];
  /** Whether the payload may be signed as it stands (`b64: false`, RFC 7797). */
  mayBeUnencoded?: boolean;
}

/**
 * What is wrong with the protected header of a JWS, before anything is calculated: no algorithm or none at all, a shared
 * secret, critical parameters that nobody understands, an unencoded payload, a key id that is no text.
 */
export function problemOfHeader(header: JsonObject, rules: HeaderRules = {}): CheckedSignature | undefined {
  const { alg, kid } = header;
  if (typeof alg !== 'string') return malformed('alg', 'the header of the JWT names no algorithm');
  if (/^none$/i.test(alg)) return { ...malformed('alg', 'the JWT says that it is not signed'), objection: 'unsigned' };
  if (/^HS\d+$/i.test(alg))
    return malformed('alg', `${quoted(alg)} is made with a shared secret, which shows nobody who made it`);
  const problem = problemOfCritical(header, rules.understood ?? []) ?? problemOfEncoding(header, rules);
  if (problem) return problem;
  if (kid !== undefined && typeof kid !== 'string') return malformed('kid', 'the key id of the JWT is no text');
  if (!jwsAlgorithms.has(alg))
    return {
      signature: 'unsupported',
      code: 'unknown-algorithm',
      detail: `signatures with ${quoted(alg)} are not verified`,
    };
  return undefined;
}

function problemOfCritical(header: JsonObject, understood: readonly string[]): CheckedSignature | undefined {
  const { crit } = header;
  if (crit === undefined) return undefined;
  const isSound =
    Array.isArray(crit) &&
    crit.length > 0 &&
    new Set(crit).size === crit.length &&
    crit.every((name) => typeof name === 'string' && understood.includes(name) && Object.hasOwn(header, name));
  return isSound
    ? undefined
    : malformed('crit', 'the header of the JWT has critical parameters that are not understood here');
}

function problemOfEncoding(header: JsonObject, { mayBeUnencoded = false }: HeaderRules): CheckedSignature | undefined {
  const { b64, crit } = header;
  if (b64 === undefined || b64 === true) return undefined;
  const isAnnounced = Array.isArray(crit) && crit.includes('b64');
  return mayBeUnencoded && b64 === false && isAnnounced
    ? undefined
    : malformed('b64', 'the payload of the JWT is not base64url encoded');
}

/** The header or the layout is wrong; nothing was calculated. */
export function malformed(code: string, detail: string): CheckedSignature {
  return { signature: 'unchecked', code: `malformed-${code}`, detail, objection: 'malformed' };
}
