const PREFIX = 'whsec_';
const MIN_BYTES = 24;
const MAX_BYTES = 64;

/** Random bytes of a secret that we make. */
export const SECRET_BYTES = 32;

/** A Standard Webhooks secret from random bytes. */
export const composeSecret = (random: Buffer): string => PREFIX + random.toString('base64');

/**
 * The key that a secret stands for: base64 of 24 to 64 bytes after `whsec_` (which some senders leave out).
 *
 * @returns undefined when it is no such secret
 */
export function keyOfSecret(secret: string): Buffer | undefined {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const key = Buffer.from(encoded, 'base64');
  // Decoding skips what is no base64; only a text that comes back as it was is taken.
  const same = key.toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '');
  return same && key.length >= MIN_BYTES && key.length <= MAX_BYTES ? key : undefined;
}
