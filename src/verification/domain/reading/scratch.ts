/** Short texts are written here one after the other, so that not every one needs memory of its own. */
const scratch = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * The bytes that a text stands for, good until the next call of the same program: only for what is read or checked at once,
 * without waiting for anything. Longer texts get memory of their own.
 */
export function passingBytesOf(text: string, encoding: 'utf8' | 'base64url'): Buffer {
  // No letter takes more than three bytes.
  if (text.length * 3 > scratch.length) return Buffer.from(text, encoding);
  return scratch.subarray(0, scratch.write(text, encoding));
}
