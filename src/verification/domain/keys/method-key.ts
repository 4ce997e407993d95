import { asArray, type JsonObject } from './json-object.js';
import { badKey, type KeyReading } from './key-reading.js';
import { decodeBase58 } from './multibase.js';
import { readEd25519, readMultikey } from './multikey.js';
import { publishesSecret } from './controller-document.js';
import { importPublicJwk } from './public-jwk.js';

const materials = ['publicKeyMultibase', 'publicKeyJwk', 'publicKeyBase58'] as const;

/**
 * The public key that a verification method describes: `publicKeyMultibase` (Multikey, Ed25519VerificationKey2020 and
 * kin), `publicKeyJwk`, or `publicKeyBase58` of Ed25519VerificationKey2018. Exactly one of them must be stated.
 */
export function readMethodKey(method: JsonObject): KeyReading {
  if (publishesSecret(method)) return badKey('private-key', 'the verification method publishes a private key');
  const stated = materials.filter((name) => method[name] !== undefined);
  if (stated.length !== 1)
    return badKey('malformed-key', `the verification method states ${stated.length} keys instead of one`);
  const reading = readMaterial(method);
  if (reading.ok && isEd25519Type(method) && reading.material.jwk.crv !== 'Ed25519')
    return badKey('malformed-key', 'the verification method claims to be Ed25519 but holds another key');
  return reading;
}

function readMaterial(method: JsonObject): KeyReading {
  if (method.publicKeyJwk !== undefined) return importPublicJwk(method.publicKeyJwk);
  if (typeof method.publicKeyMultibase === 'string') return readMultikey(method.publicKeyMultibase);
  if (typeof method.publicKeyBase58 !== 'string') return badKey('malformed-key', 'the stated key is no text');
  if (!asArray(method.type).includes('Ed25519VerificationKey2018'))
    return badKey('unsupported-key', 'publicKeyBase58 is read for Ed25519VerificationKey2018 only');
  const raw = decodeBase58(method.publicKeyBase58);
  return raw ? readEd25519(raw) : badKey('malformed-key', 'the key is no base58btc text');
}

function isEd25519Type(method: JsonObject): boolean {
  return asArray(method.type).some((type) => typeof type === 'string' && type.startsWith('Ed25519VerificationKey'));
}
