import { type KeyObject, verify } from 'node:crypto';
import type { KeyFamily } from '../keys/index.js';
import type { HashName } from './rdf-signed-bytes.js';

interface Curve {
  hash: HashName;
  signatureBytes: number;
}

/** The curves of the ECDSA suites; each is used with one hash, so a proof cannot choose a weaker one. */
const curves: Readonly<Record<string, Curve>> = {
  'P-256': { hash: 'sha256', signatureBytes: 64 },
  'P-384': { hash: 'sha384', signatureBytes: 96 },
};

export const ecdsaSignatureLengths: readonly number[] = Object.values(curves).map((it) => it.signatureBytes);

export function isEcdsaKey({ kty, crv }: KeyFamily): boolean {
  return kty === 'EC' && crv !== undefined && Object.hasOwn(curves, crv);
}

/** SHA-384 with keys of P-384, else SHA-256. */
export function hashOfCurve({ crv }: KeyFamily): HashName {
  return curves[crv ?? '']?.hash ?? 'sha256';
}

/** The signature is the two numbers r and s side by side, as long as the curve has them. */
export function verifyEcdsa(key: KeyObject, bytes: Buffer, signature: Buffer, family: KeyFamily): boolean {
  const curve = curves[family.crv ?? ''];
  if (!curve || !isEcdsaKey(family) || signature.length !== curve.signatureBytes) return false;
  return verify(curve.hash, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
