import type { SignatureScheme } from './scheme.js';

const PREFIX = 'whsec_';
const MIN_BYTES = 24;
const MAX_BYTES = 64;
/** Characters of a secret that is used as it is written. Printable ones only: others do not survive copying. */
const WRITTEN = /^[\x20-\x7e]{8,200}$/;

/** Random bytes of a secret that we make. */
export const SECRET_BYTES = 32;

/** A secret from random bytes, in the form that the scheme reads. */
export const composeSecret = (random: Buffer, key: SignatureScheme['key']): string =>
  key === 'standard' ? PREFIX + random.toString('base64') : random.toString('base64url');

/**
 * The key that a secret stands for: for Standard Webhooks base64 of 24 to 64 bytes after `whsec_` (which some senders leave
 * out), else its own characters, of which there are 8 to 200.
 *
 * @returns undefined when it is no such secret
 */
export function keyOfSecret(secret: string, key: SignatureScheme['key']): Buffer | undefined {
  if (key === 'text') return WRITTEN.test(secret) ? Buffer.from(secret, 'latin1') : undefined;
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const bytes = Buffer.from(encoded, 'base64');
  // Decoding skips what is no base64; only a text that comes back as it was is taken.
  const same = bytes.toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '');
  return same && bytes.length >= MIN_BYTES && bytes.length <= MAX_BYTES ? bytes : undefined;
}
