import type { CanonicalIdentifier } from './canonical-identifier.js';
import { isHostOf, type ParsedUrl } from './parsed-url.js';

const SFIA_CODE = /^([A-Z]{4})(?:\s*(?:-|–|level|l|\s)?\s*[1-7])?$/i;

/** A SFIA skill behind a short address with its code: sfia-online.org/en/shortcode/9/PROG/4. */
export function sfiaFromUrl(url: ParsedUrl): CanonicalIdentifier | undefined {
  if (!isHostOf(url.host, 'sfia-online.org')) return undefined;
  const at = url.segments.findIndex((segment) => segment.toLowerCase() === 'shortcode');
  return at < 0
    ? undefined
    : url.segments
        .slice(at + 1)
        .map(sfiaFromCode)
        .find((found) => found !== undefined);
}

/** `PROG`, `PROG-4`, `PROG level 4`: the same skill; its level is read elsewhere, from the code as it was written. */
export function sfiaFromCode(code: string): CanonicalIdentifier | undefined {
  const match = SFIA_CODE.exec(code.trim());
  return match === null ? undefined : { scheme: 'sfia', id: (match[1] ?? '').toUpperCase() };
}
