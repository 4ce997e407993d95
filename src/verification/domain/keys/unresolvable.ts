import type { KeyProblemCode, UnresolvableKey } from './key-resolution.js';

/** An {@link UnresolvableKey}; without `options` one that no time mends and that no document was asked for. */
export function unresolvable(
  code: KeyProblemCode,
  detail: string,
  options: { url?: string; retryable?: boolean } = {},
): UnresolvableKey {
  const { url, retryable = false } = options;
  return { kind: 'unresolvable', retryable, code, detail, ...(url !== undefined && { url }) };
}
