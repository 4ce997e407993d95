import type { CanonicalIdentifier } from './canonical-identifier.js';
import { parseWebUrl } from './parsed-url.js';

// What runs or carries content names nothing.
const REFUSED_SCHEMES = new Set(['javascript', 'data', 'blob', 'file', 'about', 'vbscript', 'mailto', 'tel']);
const ABSOLUTE = /^([a-z][a-z0-9+.-]{1,31}):(\S+)$/i;

/**
 * Any other absolute URI. http and https, upper-case hosts, default ports, a closing slash and needless
 * percent-encoding make no difference; path, query and fragment do, to the letter.
 */
export function plainUri(text: string): CanonicalIdentifier | undefined {
  const web = parseWebUrl(text);
  if (web !== undefined) {
    const { url } = web;
    const host = url.host.toLowerCase().replace(/\.(?=:|$)/, '');
    const path = sameEncoding(url.pathname).replace(/(?:\/|%20)+$/, '');
    const rest = sameEncoding(url.search === '?' ? '' : url.search) + sameEncoding(url.hash === '#' ? '' : url.hash);
    return { scheme: 'uri', id: `https://${host}${path}${rest}` };
  }
  const match = ABSOLUTE.exec(text);
  const scheme = match?.[1]?.toLowerCase();
  const rest = match?.[2];
  if (scheme === undefined || rest === undefined || scheme.startsWith('http') || REFUSED_SCHEMES.has(scheme))
    return undefined;
  return { scheme: 'uri', id: `${scheme}:${scheme === 'urn' ? sameUrn(rest) : rest}` };
}

/** RFC 8141: the namespace of a URN is read in either case, what follows is not (a uuid's namespace says that it is). */
function sameUrn(rest: string): string {
  const [namespace = '', ...name] = rest.split(':');
  const nss = name.join(':');
  return `${namespace.toLowerCase()}:${namespace.toLowerCase() === 'uuid' ? nss.toLowerCase() : nss}`;
}

/** RFC 3986 section 6.2.2: unreserved characters are never encoded, the other escapes are in capitals. */
function sameEncoding(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
  });
}
