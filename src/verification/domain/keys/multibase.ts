const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const noDigit = 255;
/** The value of each letter by its code. */
const digits = new Uint8Array(128).fill(noDigit);
for (const [value, letter] of [...alphabet].entries()) digits[letter.charCodeAt(0)] = value;

/** Above this no public key of a known kind fits, and base58 takes time that grows with the square of the length. */
const maxLetters = 256;

/**
 * Bytes of a base58btc text (the Bitcoin alphabet, without a multibase prefix).
 *
 * @returns undefined for an empty or over-long text or a letter outside the alphabet
 */
export function decodeBase58(text: string): Buffer | undefined {
  if (text.length === 0 || text.length > maxLetters) return undefined;
  const limbs: number[] = [];
  let zeros = 0;
  for (let at = 0; at < text.length;) {
    let [part, power] = [0, 1];
    for (const end = Math.min(at + atOnce, text.length); at < end; at += 1) {
      const digit = digits[text.charCodeAt(at)] ?? noDigit;
      if (digit === noDigit) return undefined;
      if (digit === 0 && zeros === at) zeros += 1;
      part = part * 58 + digit;
      power *= 58;
    }
    multiplyAndAdd(limbs, power, part);
  }
  return bytesOfLimbs(limbs, zeros);
}

/** Four digits are below 2^24, so that a product with a limb is kept exactly. */
const atOnce = 4;
/** Bytes of a limb. */
const limbBytes = 3;
const limbSize = 2 ** (8 * limbBytes);

/** @param limbs a large number, the lowest limb first */
function multiplyAndAdd(limbs: number[], factor: number, summand: number): void {
  let carry = summand;
  for (let at = 0; at < limbs.length; at += 1) {
    const product = (limbs[at] ?? 0) * factor + carry;
    carry = Math.floor(product / limbSize);
    limbs[at] = product - carry * limbSize;
  }
  if (carry > 0) limbs.push(carry);
}

function bytesOfLimbs(limbs: readonly number[], leadingZeros: number): Buffer {
  const bytes = Buffer.alloc(leadingZeros + limbs.length * limbBytes);
  let end = bytes.length;
  for (const limb of limbs) {
    bytes[end - 1] = limb & 0xff;
    bytes[end - 2] = (limb >>> 8) & 0xff;
    bytes[end - 3] = limb >>> 16;
    end -= limbBytes;
  }
  let first = leadingZeros;
  while (first < bytes.length && bytes[first] === 0) first += 1;
  return bytes.subarray(first - leadingZeros);
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
