const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const digits = new Map([...alphabet].map((letter, value) => [letter, value]));

/** Above this no public key of a known kind fits, and base58 takes time that grows with the square of the length. */
const maxLetters = 256;

/**
 * Bytes of a base58btc text (the Bitcoin alphabet, without a multibase prefix).
 *
 * @returns undefined for an empty or over-long text or a letter outside the alphabet
 */
export function decodeBase58(text: string): Buffer | undefined {
  if (text.length === 0 || text.length > maxLetters) return undefined;
  let number = 0n;
  for (let at = 0; at < text.length; at += atOnce) {
    const letters = text.slice(at, at + atOnce);
    const part = smallNumberOf(letters);
    if (part === undefined) return undefined;
    number = number * 58n ** BigInt(letters.length) + BigInt(part);
  }
  const leadingZeros = text.length - text.replace(/^1+/, '').length;
  const hex = number === 0n ? '' : number.toString(16);
  return Buffer.concat([Buffer.alloc(leadingZeros), Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')]);
}

/** So many digits are below 2^53 together, so that large numbers are needed for few steps only. */
const atOnce = 9;

function smallNumberOf(letters: string): number | undefined {
  let number = 0;
  for (const letter of letters) {
    const digit = digits.get(letter);
    if (digit === undefined) return undefined;
    number = number * 58 + digit;
  }
  return number;
}

/**
 * Bytes of a base64url text without padding, canonical only: one text for the same bytes.
 *
 * @param maxLength longest text taken
 */
export function decodeBase64url(text: string, maxLength: number): Buffer | undefined {
  if (text.length === 0 || text.length > maxLength || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/** Bytes of a multibase text: base58btc (`z`) or base64url without padding (`u`), the two that key documents use. */
export function decodeMultibase(text: string): Buffer | undefined {
  if (text.startsWith('z')) return decodeBase58(text.slice(1));
  if (text.startsWith('u')) return decodeBase64url(text.slice(1), maxLetters);
  return undefined;
}
