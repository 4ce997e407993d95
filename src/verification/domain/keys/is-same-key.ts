import type { KeyObject } from 'node:crypto';

/**
 * Whether two keys are one. Keys of different types are not handed to OpenSSL: it would leave an error behind that the next
 * reading of a key in PEM or DER on this thread takes for its own.
 */
export function isSameKey(one: KeyObject, other: KeyObject): boolean {
  return one.asymmetricKeyType === other.asymmetricKeyType && one.equals(other);
}
