import { composeSecret as composeStandard, standardKeyOf } from '../../../webhooks/index.js';
import type { SignatureScheme } from './scheme.js';

/** Characters of a secret that is used as it is written. Printable ones only: others do not survive copying. */
const WRITTEN = /^[\x20-\x7e]{8,200}$/;

/** A secret from random bytes, in the form that the scheme reads. */
export const composeSecret = (random: Buffer, key: SignatureScheme['key']): string =>
  key === 'standard' ? composeStandard(random) : random.toString('base64url');

/**
 * The key that a secret stands for: for Standard Webhooks what its base64 says, else its own characters, of which there are 8
 * to 200.
 *
 * @returns undefined when it is no such secret
 */
export function keyOfSecret(secret: string, key: SignatureScheme['key']): Buffer | undefined {
  if (key === 'standard') return standardKeyOf(secret);
  return WRITTEN.test(secret) ? Buffer.from(secret, 'latin1') : undefined;
}
