import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';

/** Why packed bytes were not unpacked. */
export class GunzipRefused extends Error {
  constructor(
    readonly code: 'too-large' | 'not-gzip',
    message: string,
  ) {
    super(message);
    this.name = 'GunzipRefused';
  }
}

export const isGzip = (bytes: Buffer): boolean => bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;

// A small packed file may unpack to this much at any ratio.
const ALWAYS_ALLOWED_BYTES = 1024 * 1024;

/**
 * Unpacks in pieces and stops as soon as the limits are passed, so that a packed bomb costs little.
 *
 * @param limits `maxBytes` of the result; `maxRatio` of result to packed size, above one mebibyte
 * @throws {GunzipRefused} `too-large`, or `not-gzip` for what is damaged or cut off
 */
export async function* boundedGunzip(
  packed: Buffer,
  limits: { readonly maxBytes: number; readonly maxRatio: number },
): AsyncGenerator<Buffer> {
  const allowed = Math.min(limits.maxBytes, Math.max(ALWAYS_ALLOWED_BYTES, packed.length * limits.maxRatio));
  const unpacking = Readable.from(piecesOf(packed)).pipe(createGunzip());
  let total = 0;
  try {
    for await (const piece of unpacking as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total > allowed) throw new GunzipRefused('too-large', `The packed file holds more than ${allowed} bytes.`);
      yield piece;
    }
  } catch (error) {
    if (error instanceof GunzipRefused || !isZlibError(error)) throw error;
    throw new GunzipRefused('not-gzip', 'The file is not a complete gzip file.');
  } finally {
    unpacking.destroy();
  }
}

const isZlibError = (error: unknown): boolean => /^Z_/.test(String((error as { code?: unknown }).code));

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
