import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { toMultibase58 } from './base58.js';

/** A key pair of an issuer and the names that credentials use for it. */
export interface IssuerKey {
  /** Id of the issuer. */
  controller: string;
  /** Id of the verification method, or `kid`. */
  method: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

const ed25519Prefix = Buffer.from([0xed, 0x01]);
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 key from a seed of one number, the same in every run. */
export function ed25519Pair(seed: number): { privateKey: KeyObject; publicKey: KeyObject } {
  const der = Buffer.concat([pkcs8Prefix, Buffer.alloc(32, seed)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

const curvePrefixes: Record<string, Buffer> = {
  'P-256': Buffer.from([0x80, 0x24]),
  'P-384': Buffer.from([0x81, 0x24]),
  'P-521': Buffer.from([0x82, 0x24]),
};

export function multikeyOf(publicKey: KeyObject): string {
  const { crv = '', x = '', y } = publicKey.export({ format: 'jwk' });
  const first = Buffer.from(x, 'base64url');
  if (y === undefined) return toMultibase58(Buffer.concat([ed25519Prefix, first]));
  const isOdd = ((Buffer.from(y, 'base64url').at(-1) ?? 0) & 1) === 1;
  return toMultibase58(Buffer.concat([curvePrefixes[crv] ?? Buffer.alloc(0), Buffer.from([isOdd ? 3 : 2]), first]));
}

/** An issuer whose id is its key on an elliptic curve; another one in every run. */
export function ecDidKeyIssuer(namedCurve: 'P-256' | 'P-384' | 'P-521'): IssuerKey {
  const pair = generateKeyPairSync('ec', { namedCurve });
  const multikey = multikeyOf(pair.publicKey);
  return { ...pair, controller: `did:key:${multikey}`, method: `did:key:${multikey}#${multikey}` };
}

/** An issuer whose id is its Ed25519 key. */
export function didKeyIssuer(seed: number): IssuerKey {
  const pair = ed25519Pair(seed);
  const multikey = multikeyOf(pair.publicKey);
  return { ...pair, controller: `did:key:${multikey}`, method: `did:key:${multikey}#${multikey}` };
}

/** An issuer with a document on the web; serve {@link didDocumentOf} at its `did.json`. */
export function didWebIssuer(seed: number, did = 'did:web:issuer.example:badges'): IssuerKey {
  return { ...ed25519Pair(seed), controller: did, method: `${did}#key-1` };
}

export function didDocumentOf(key: IssuerKey): object {
  const method = {
    id: key.method,
    type: 'Multikey',
    controller: key.controller,
    publicKeyMultibase: multikeyOf(key.publicKey),
  };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: key.controller,
    name: 'Example Issuer',
    verificationMethod: [method],
    assertionMethod: [key.method],
  };
}

/** An issuer with an https id whose keys lie as a JSON Web Key Set beside it. */
export function webIssuer(kind: 'P-256' | 'RSA', controller = 'https://issuer.example/badges'): IssuerKey {
  const pair =
    kind === 'RSA'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...pair, controller, method: 'key-1' };
}

export function keySetOf(...keys: IssuerKey[]): object {
  return { keys: keys.map((key) => ({ ...key.publicKey.export({ format: 'jwk' }), kid: key.method })) };
}
