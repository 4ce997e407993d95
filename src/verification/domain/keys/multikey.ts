import { ECDH } from 'node:crypto';
import { Recent } from '../recent.js';
import { badKey, type KeyReading } from './key-reading.js';
import { importPublicJwk } from './public-jwk.js';
import { decodeMultibase } from './multibase.js';

interface Codec {
  /** Multicodec number as unsigned varint, hex. */
  prefix: string;
  crv: string;
  /** Length of the key after the prefix. */
  bytes: number;
  /** OpenSSL's name, for the curves whose points come compressed. */
  curve?: string;
}

const codecs: Codec[] = [
  { prefix: 'ed01', crv: 'Ed25519', bytes: 32 },
  { prefix: '8024', crv: 'P-256', bytes: 33, curve: 'prime256v1' },
  { prefix: '8124', crv: 'P-384', bytes: 49, curve: 'secp384r1' },
  { prefix: '8224', crv: 'P-521', bytes: 67, curve: 'secp521r1' },
];

/** Multicodec prefixes of secret keys: Ed25519, P-256, P-384, P-521 and their kin all lie in 0x1300..0x130f. */
const secretPrefix = /^8[0-9a-f]26/;

/**
 * The public key in a `publicKeyMultibase` or a did:key: multicodec prefix, then the raw or compressed key.
 *
 * @see https://www.w3.org/TR/cid-1.0/#Multikey
 */
export function readMultikey(text: string): KeyReading {
  return text.length > longest ? read(text) : readings.of(text, () => read(text));
}

/** Longer texts hold no key, and are not worth keeping. */
const longest = 200;

/** A point has to be decompressed, and that takes as long as checking a signature. */
const readings = new Recent<KeyReading>(2_000);

function read(text: string): KeyReading {
  const bytes = decodeMultibase(text);
  if (!bytes) return badKey('malformed-key', 'the key is no base58btc or base64url multibase text');
  const prefix = bytes.subarray(0, 2).toString('hex');
  if (secretPrefix.test(prefix)) return badKey('private-key', 'a secret key is published');
  const codec = codecs.find((one) => one.prefix === prefix);
  if (!codec) return badKey('unsupported-key', 'the key is neither Ed25519 nor P-256, P-384 or P-521');
  const raw = bytes.subarray(2);
  if (raw.length !== codec.bytes)
    return badKey('malformed-key', `${codec.crv} keys have ${codec.bytes} bytes here, not ${raw.length}`);
  return codec.curve ? readCompressedPoint(raw, codec.crv, codec.curve) : readEd25519(raw);
}

/** The Ed25519 public key of 32 raw bytes. */
export function readEd25519(raw: Buffer): KeyReading {
  if (raw.length !== 32) return badKey('malformed-key', `Ed25519 keys have 32 bytes, not ${raw.length}`);
  return importPublicJwk({ kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') });
}

function readCompressedPoint(raw: Buffer, crv: string, curve: string): KeyReading {
  let point: Buffer;
  try {
    point = ECDH.convertKey(raw, curve, undefined, undefined, 'uncompressed') as Buffer;
  } catch {
    return badKey('malformed-key', `the bytes are no point of ${crv}`);
  }
  const half = (point.length - 1) / 2;
  return importPublicJwk({
    kty: 'EC',
    crv,
    x: point.subarray(1, 1 + half).toString('base64url'),
    y: point.subarray(1 + half).toString('base64url'),
  });
}
