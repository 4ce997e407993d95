import { promisify } from 'node:util';
import { gunzip as gunzipWithCallback } from 'node:zlib';

const gunzip = promisify(gunzipWithCallback);

/** A megabyte of gzip can be a gigabyte of zeros; this is 134 million statuses. */
const maxListBytes = 16 * 1024 * 1024;
const maxEncodedLetters = 4 * 1024 * 1024;

export type BitList = { ok: true; bytes: Buffer } | { ok: false; detail: string };

/** The bits of an `encodedList`: gzip in base64url, with the multibase letter `u` in front (2021 lists had none). */
export async function decodeList(encoded: unknown): Promise<BitList> {
  if (typeof encoded !== 'string' || encoded === '' || encoded.length > maxEncodedLetters)
    return { ok: false, detail: 'the list has no encoded bits or too many' };
  const text = (encoded.startsWith('u') ? encoded.slice(1) : encoded).replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return { ok: false, detail: 'the bits of the list are not base64url' };
  try {
    return { ok: true, bytes: await gunzip(Buffer.from(text, 'base64url'), { maxOutputLength: maxListBytes }) };
  } catch {
    return { ok: false, detail: `the bits of the list are no gzip, or more than ${maxListBytes} bytes` };
  }
}

/**
 * The status at an index: `size` bits from `index * size` on, the first bit being the left-most of the first byte.
 *
 * @returns undefined past the end of the list
 */
export function statusAt(bytes: Buffer, index: number, size: number): number | undefined {
  const start = index * size;
  if (!Number.isSafeInteger(start) || start + size > bytes.length * 8) return undefined;
  let status = 0;
  for (let bit = start; bit < start + size; bit += 1) {
    const byte = bytes[Math.floor(bit / 8)] ?? 0;
    status = status * 2 + ((byte >> (7 - (bit % 8))) & 1);
  }
  return status;
}
