import { type KeyObject, constants, verify } from 'node:crypto';
import type { KeyFamily } from '../keys/index.js';

export interface JwsAlgorithm {
  takesKey(family: KeyFamily): boolean;
  keyName: string;
  verify(key: KeyObject, bytes: Buffer, signature: Buffer): boolean;
}

function edDsa(): JwsAlgorithm {
  return {
    takesKey: ({ kty, crv }) => kty === 'OKP' && crv === 'Ed25519',
    keyName: 'Ed25519',
    verify: (key, bytes, signature) => signature.length === 64 && verify(null, bytes, key, signature),
  };
}

function ecDsa(curve: string, hash: string, signatureBytes: number): JwsAlgorithm {
  return {
    takesKey: ({ kty, crv }) => kty === 'EC' && crv === curve,
    keyName: curve,
    verify: (key, bytes, signature) =>
      signature.length === signatureBytes && verify(hash, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature),
  };
}

function rsa(padding: number, saltLength?: number): JwsAlgorithm {
  return {
    takesKey: ({ kty }) => kty === 'RSA',
    keyName: 'RSA',
    verify: (key, bytes, signature) =>
      verify('sha256', bytes, { key, padding, ...(saltLength !== undefined && { saltLength }) }, signature),
  };
}

/**
 * The JWS algorithms that are verified, each bound to one kind of key: what the header claims never picks how a key is
 * used.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.1 and RFC 9864 for the name `Ed25519`
 */
export const jwsAlgorithms: ReadonlyMap<string, JwsAlgorithm> = new Map([
  ['EdDSA', edDsa()],
  ['Ed25519', edDsa()],
  ['ES256', ecDsa('P-256', 'sha256', 64)],
  ['ES384', ecDsa('P-384', 'sha384', 96)],
  ['ES512', ecDsa('P-521', 'sha512', 132)],
  ['RS256', rsa(constants.RSA_PKCS1_PADDING)],
  ['PS256', rsa(constants.RSA_PKCS1_PSS_PADDING, 32)],
]);
