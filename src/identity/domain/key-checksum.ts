import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_LENGTH = 6;

/** Bytes as letters and digits, one each; evenly spread, since bytes that would favour the first letters are skipped. */
export function base62Of(bytes: Iterable<number>, length: number): string {
  const fair = 256 - (256 % ALPHABET.length);
  let text = '';
  for (const byte of bytes) {
    if (text.length === length) break;
    if (byte < fair) text += ALPHABET[byte % ALPHABET.length];
  }
  if (text.length < length) throw new Error('too few bytes');
  return text;
}

/** CRC-32 of a text as six letters and digits: typing errors and made-up keys show without asking the database. */
export function checksumOf(text: string): string {
  let rest = crc32(text);
  let checksum = '';
  for (let i = 0; i < CHECKSUM_LENGTH; i += 1) {
    checksum = (ALPHABET[rest % ALPHABET.length] ?? '') + checksum;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return checksum;
}
