import { ECDH, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';

/** A fresh key pair with every public spelling of it. */
export interface SigningKey {
  privateKey: KeyObject;
  publicKey: KeyObject;
  jwk: JsonWebKey;
  /** base58btc Multikey; absent for RSA. */
  multibase: string;
  /** Multicodec prefix and key, before base58. */
  bytes: Buffer;
}

const curves = {
  'P-256': { prefix: '8024', name: 'prime256v1' },
  'P-384': { prefix: '8124', name: 'secp384r1' },
  'P-521': { prefix: '8224', name: 'secp521r1' },
} as const;

export function anEd25519Key(): SigningKey {
  const pair = generateKeyPairSync('ed25519');
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const bytes = Buffer.concat([Buffer.from('ed01', 'hex'), Buffer.from(jwk.x ?? '', 'base64url')]);
  return { ...pair, jwk, bytes, multibase: `z${base58(bytes)}` };
}

export function anEcKey(crv: keyof typeof curves): SigningKey {
  const { prefix, name } = curves[crv];
  const pair = generateKeyPairSync('ec', { namedCurve: name });
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.from('04', 'hex'),
    Buffer.from(jwk.x ?? '', 'base64url'),
    Buffer.from(jwk.y ?? '', 'base64url'),
  ]);
  const compressed = ECDH.convertKey(point, name, undefined, undefined, 'compressed') as Buffer;
  const bytes = Buffer.concat([Buffer.from(prefix, 'hex'), compressed]);
  return { ...pair, jwk, bytes, multibase: `z${base58(bytes)}` };
}

export function anRsaKey(modulusLength = 2048): Omit<SigningKey, 'multibase' | 'bytes'> {
  const pair = generateKeyPairSync('rsa', { modulusLength });
  return { ...pair, jwk: pair.publicKey.export({ format: 'jwk' }) };
}

/** A DID document or profile that lists one Multikey for assertions and authentication. */
export function aControllerDocument(id: string, key: Pick<SigningKey, 'multibase'>, fragment = 'key-1'): object {
  const method = { id: `${id}#${fragment}`, type: 'Multikey', controller: id, publicKeyMultibase: key.multibase };
  return { id, verificationMethod: [method], assertionMethod: [method.id], authentication: [method.id] };
}

/** Slow and plain on purpose: the counterpart of the decoder under test. */
export function base58(bytes: Buffer): string {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = BigInt(`0x0${bytes.toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = `${alphabet.charAt(Number(number % 58n))}${text}`;
  let zeros = 0;
  while (bytes[zeros] === 0) zeros += 1;
  return '1'.repeat(zeros) + text;
}
