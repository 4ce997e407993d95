/** Longest identifier that is looked up, in bytes. */
const MOST_BYTES = 2048;

/**
 * The one form under which an issuer is looked up in registries: a DID without its fragment, a web address without slashes
 * at its end; anything else as it is.
 *
 * @returns undefined for what is too long to be listed anywhere
 */
export function registryKey(identifier: string): string | undefined {
  const plain = identifier.startsWith('did:') ? (identifier.split('#')[0] ?? '') : identifier.replace(/\/+$/, '');
  return plain === '' || Buffer.byteLength(plain) > MOST_BYTES ? undefined : plain;
}
