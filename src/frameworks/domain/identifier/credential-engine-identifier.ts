import type { CanonicalIdentifier } from './canonical-identifier.js';
import { guidOf } from './guid.js';
import type { ParsedUrl } from './parsed-url.js';

/** The CTID in an address of a credential registry or finder, whatever the host. */
export function ctidFromUrl(url: ParsedUrl): CanonicalIdentifier | undefined {
  return url.segments.map(ctidFromCode).find((found) => found !== undefined);
}

/** `ce-<uuid>` in either case. */
export function ctidFromCode(code: string): CanonicalIdentifier | undefined {
  const text = code.trim();
  const guid = /^ce-/i.test(text) ? guidOf(text.slice(3)) : undefined;
  return guid === undefined ? undefined : { scheme: 'ctid', id: `ce-${guid}` };
}
