import { promisify } from 'node:util';
import { inflate as inflateWithCallback } from 'node:zlib';
import type { BitList } from './encoded-list.js';

const inflate = promisify(inflateWithCallback);

/** A megabyte of zlib can be a gigabyte of zeros. */
const maxListBytes = 16 * 1024 * 1024;

/** The bytes of `lst`: zlib (RFC 1950) in base64url. */
export async function decodeTokenStatusList(lst: unknown): Promise<BitList> {
  if (typeof lst !== 'string' || !/^[\w-]+$/.test(lst)) return { ok: false, detail: 'its bits are not base64url' };
  try {
    return { ok: true, bytes: await inflate(Buffer.from(lst, 'base64url'), { maxOutputLength: maxListBytes }) };
  } catch {
    return { ok: false, detail: `its bits are no zlib, or more than ${maxListBytes} bytes` };
  }
}

/**
 * The status at an index, which is counted from the right-most bits of the first byte on; `bits` is 1, 2, 4 or 8.
 *
 * @returns undefined past the end of the list
 */
export function tokenStatusAt(bytes: Buffer, index: number, bits: number): number | undefined {
  const byte = bytes[Math.floor((index * bits) / 8)];
  return byte === undefined ? undefined : (byte >> ((index * bits) % 8)) & (2 ** bits - 1);
}
