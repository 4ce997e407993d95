import { type KeyObject, createPublicKey } from 'node:crypto';
import { Recent } from '../recent.js';
import { decodeBase64url } from './multibase.js';
import { badKey, type KeyReading } from './key-reading.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import type { KeyFamily } from './key-material.js';

const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const curves: Record<string, { kty: string; bytes: number }> = {
  Ed25519: { kty: 'OKP', bytes: 32 },
  'P-256': { kty: 'EC', bytes: 32 },
  'P-384': { kty: 'EC', bytes: 48 },
  'P-521': { kty: 'EC', bytes: 66 },
};
const minRsaBits = 2048;
/** Checking a signature with a larger modulus costs more than any issuer needs. */
const maxRsaBits = 8192;

/** Whether a JSON object holds key material that must not be public: a private member of a JWK, or a symmetric key. */
export function isSecretJwk(jwk: JsonObject): boolean {
  return jwk.kty === 'oct' || secretMembers.some((member) => Object.hasOwn(jwk, member));
}

/**
 * The public key of a JSON Web Key (RFC 7517): Ed25519, P-256, P-384, P-521 or RSA of 2048 to 8192 bits.
 *
 * Private and symmetric keys, keys for encryption and points off the curve are refused.
 */
export function importPublicJwk(jwk: unknown): KeyReading {
  if (!isJsonObject(jwk)) return badKey('malformed-key', 'the JSON Web Key is no object');
  if (isSecretJwk(jwk)) return badKey('private-key', 'the JSON Web Key holds private or symmetric key material');
  if (!isForSignatures(jwk)) return badKey('unsupported-key', 'the JSON Web Key is not meant to check signatures');
  if (jwk.kty === 'RSA') return importRsa(jwk);
  const curve = typeof jwk.crv === 'string' && Object.hasOwn(curves, jwk.crv) ? curves[jwk.crv] : undefined;
  if (!curve || curve.kty !== jwk.kty)
    return badKey('unsupported-key', 'the JSON Web Key is neither Ed25519, P-256, P-384, P-521 nor RSA');
  const coordinates = curve.kty === 'EC' ? ['x', 'y'] : ['x'];
  const wellSized = coordinates.every((name) => bytesOf(jwk[name])?.length === curve.bytes);
  if (!wellSized)
    return badKey('malformed-key', `a coordinate of the ${String(jwk.crv)} key is missing or of wrong size`);
  return importParts(jwk, ['kty', 'crv', ...coordinates]);
}

function importRsa(jwk: JsonObject): KeyReading {
  const modulus = bytesOf(jwk.n);
  const exponent = bytesOf(jwk.e);
  if (!modulus || !exponent) return badKey('malformed-key', 'the RSA key lacks a modulus or an exponent');
  const bits = bitLength(modulus);
  if (bits < minRsaBits) return badKey('weak-key', `the RSA key has ${bits} bits; 2048 are the least`);
  if (bits > maxRsaBits) return badKey('unsupported-key', `the RSA key has more than ${maxRsaBits} bits`);
  const odd = ((exponent.at(-1) ?? 0) & 1) === 1;
  if (!odd || bitLength(exponent) < 2 || bitLength(exponent) > 32)
    return badKey('malformed-key', 'the exponent of the RSA key is not odd and between 3 and 2^32');
  return importParts(jwk, ['kty', 'n', 'e']);
}

/** The members that a thumbprint is made of (RFC 7638) decide about the key, so they are its name here. */
const keys = new Recent<KeyObject>(2_000);

function importParts(jwk: JsonObject, members: string[]): KeyReading {
  try {
    const parts = Object.fromEntries(members.map((member) => [member, jwk[member]]));
    const key = keys.of(JSON.stringify(parts), () => createPublicKey({ key: parts, format: 'jwk' }));
    return { ok: true, material: { key, jwk: familyOf(jwk) } };
  } catch {
    return badKey('malformed-key', 'the JSON Web Key is no valid public key');
  }
}

function familyOf(jwk: JsonObject): KeyFamily {
  const family: KeyFamily = { kty: String(jwk.kty) };
  if (typeof jwk.crv === 'string' && jwk.kty !== 'RSA') family.crv = jwk.crv;
  if (typeof jwk.alg === 'string') family.alg = jwk.alg;
  return family;
}

function isForSignatures(jwk: JsonObject): boolean {
  if (jwk.use !== undefined && jwk.use !== 'sig') return false;
  return jwk.key_ops === undefined || (Array.isArray(jwk.key_ops) && jwk.key_ops.includes('verify'));
}

function bytesOf(value: unknown): Buffer | undefined {
  return typeof value === 'string' ? decodeBase64url(value, 4096) : undefined;
}

function bitLength(bytes: Buffer): number {
  const significant = bytes.toString('hex').replace(/^0+/, '');
  return significant === '' ? 0 : (significant.length - 1) * 4 + parseInt(significant.charAt(0), 16).toString(2).length;
}
