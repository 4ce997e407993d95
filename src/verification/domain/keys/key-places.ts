import { originOf } from './web-origin.js';
import { speaksFor } from './speaks-for.js';

/**
 * Where an http(s) issuer may publish its keys, in the order in which they are tried:
 *
 * 1. the issuer id itself (a controller document, a key set or a single key)
 * 2. `<issuer>/.well-known/jwks.json`
 * 3. `<origin>/.well-known/jwt-vc-issuer<path>` (SD-JWT VC)
 * 4. `<origin>/.well-known/jwt-vc-issuer`
 * 5. `<origin>/.well-known/jwks.json`
 *
 * Of an issuer id with a query only the first: no path tells such issuers apart. On hosts where many publish, only
 * what lies below the issuer's own page.
 *
 * @returns empty for an issuer that is no http(s) URL
 */
export function keyPlacesOf(issuer: string): string[] {
  const origin = originOf(issuer);
  if (origin === undefined) return [];
  const url = new URL(issuer);
  url.hash = '';
  if (url.search !== '') return [url.href];
  const path = url.pathname.replace(/\/+$/, '');
  const places = [
    `${origin}${path}/.well-known/jwks.json`,
    `${origin}/.well-known/jwt-vc-issuer${path}`,
    `${origin}/.well-known/jwt-vc-issuer`,
    `${origin}/.well-known/jwks.json`,
  ];
  const page = issuer.split('#', 1)[0] ?? issuer;
  return [...new Set([page, ...places.filter((place) => speaksFor(place, issuer))])];
}
