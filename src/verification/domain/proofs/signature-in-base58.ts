import type { JsonObject } from '../json.js';
import { decodeBase58 } from '../keys/multibase.js';

/** The bytes of a `proofValue` in base58btc; undefined when it is none, or not of one of the given lengths. */
export function signatureInBase58({ proofValue }: JsonObject, lengths: readonly number[]): Buffer | undefined {
  const bytes =
    typeof proofValue === 'string' && proofValue.startsWith('z') ? decodeBase58(proofValue.slice(1)) : undefined;
  return bytes && lengths.includes(bytes.length) ? bytes : undefined;
}
