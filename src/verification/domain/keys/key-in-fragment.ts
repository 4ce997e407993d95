import type { UnprovenKey, UnresolvableKey } from './key-resolution.js';
import { readMultikey } from './multikey.js';

/**
 * The key that an http(s) or urn id carries in its own fragment, when no document proved it.
 *
 * Whoever wrote the proof wrote that fragment too, so the key proves nothing about the issuer; it only shows whether
 * the credential was altered after it was signed. The fragment of a DID is not looked at: a DID has a method to resolve.
 *
 * @param problem why no document proved a key
 */
export function keyInFragment(id: string, problem: UnresolvableKey): UnprovenKey | undefined {
  // A controller that published its secret key has no key left that could be proven later.
  if (!/^(https?:\/\/|urn:)/i.test(id) || problem.code === 'private-key') return undefined;
  const fragment = id.slice(id.indexOf('#') + 1);
  const reading = id.includes('#') && fragment.startsWith('z') ? readMultikey(fragment) : undefined;
  if (!reading?.ok) return undefined;
  return {
    ...unprovenKey(id, problem, `the key stands only in the fragment of the id that names it`),
    ...reading.material,
  };
}

/** An {@link UnprovenKey} without its key, for the reason that nothing could prove it. */
export function unprovenKey(method: string, problem: UnresolvableKey, what: string): UnprovenKey {
  const { detail, retryable, url } = problem;
  return { kind: 'unproven', method, detail: `${what}: ${detail}`, retryable, ...(url !== undefined && { url }) };
}
