import { decode } from 'cborg';

/** Some 500 signatures and labels in base64url. */
export const maxProofLetters = 128 * 1024;

/** What a derived proof of ecdsa-sd-2023 holds. */
export interface DerivedProof {
  baseSignature: Buffer;
  /** Multikey bytes of the throw-away key. */
  publicKey: Buffer;
  /** One for each statement that is not mandatory, in the order of the statements. */
  signatures: Buffer[];
  /** Label of the issuer for each label of the canonical form; no two are the same. */
  labels: ReadonlyMap<string, string>;
  /** Positions of the mandatory statements. */
  mandatoryIndexes: number[];
}

const basePrefix = 'd95d00';
const derivedPrefix = 'd95d01';
const signatureBytes = 64;
const publicKeyBytes = 35;
const labelBytes = 32;
const uint8ArrayTag = 64;

export function isBaseProof(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).toString('hex') === basePrefix;
}

/** @returns undefined for anything that is not exactly a derived proof */
export function readDerivedProof(bytes: Buffer): DerivedProof | undefined {
  if (bytes.subarray(0, 3).toString('hex') !== derivedPrefix) return undefined;
  const parts = decoded(bytes.subarray(3));
  if (!Array.isArray(parts) || parts.length !== 5) return undefined;
  const [baseSignature, publicKey, signatures, labelMap, indexes] = parts as unknown[];
  if (!isBytes(baseSignature, signatureBytes) || !isBytes(publicKey, publicKeyBytes)) return undefined;
  if (!Array.isArray(signatures) || !signatures.every((it) => isBytes(it, signatureBytes))) return undefined;
  const labels = readLabels(labelMap);
  if (!labels || !Array.isArray(indexes) || !indexes.every(isIndex)) return undefined;
  return {
    baseSignature: Buffer.from(baseSignature),
    publicKey: Buffer.from(publicKey),
    signatures: signatures.map((it) => Buffer.from(it)),
    labels,
    mandatoryIndexes: indexes,
  };
}

function decoded(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, {
      useMaps: true,
      strict: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      tags: { [uint8ArrayTag]: (content) => content() },
    });
  } catch {
    return undefined;
  }
}

/** Two nodes under one label would let a holder join what the issuer said of one thing to what it said of another. */
function readLabels(map: unknown): ReadonlyMap<string, string> | undefined {
  if (!(map instanceof Map)) return undefined;
  const labels = new Map<string, string>();
  for (const [key, value] of map as Map<unknown, unknown>) {
    if (!isIndex(key) || !isBytes(value, labelBytes)) return undefined;
    labels.set(`c14n${key}`, `u${Buffer.from(value).toString('base64url')}`);
  }
  return new Set(labels.values()).size === labels.size ? labels : undefined;
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
