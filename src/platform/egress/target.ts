import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './address-rules.js';
import { FetchProblem } from './fetch-problem.js';

const maxUrlLength = 2048;

/** Names that never stand for a public host (RFC 6761, 6762, 7686, 8375, 9476, and `internal` of ICANN). */
const reservedNames = ['localhost', 'local', 'internal', 'arpa', 'test', 'invalid', 'example', 'onion', 'alt'];

/** A URL that was read and judged, as far as it can be before its name is resolved. */
export interface Target {
  url: URL;
  /** Without the brackets of an IPv6 address. */
  hostname: string;
  /** Only this machine itself may be called by plain http or at another port, and only if loopback is allowed. */
  mustBeLoopback: boolean;
}

/**
 * Reads a URL once; everything later works on the outcome.
 *
 * @returns without fragment
 * @throws {FetchProblem} `bad-url`
 */
export function readUrl(text: string): URL {
  if (text.length > maxUrlLength)
    throw new FetchProblem('bad-url', `the URL is longer than ${maxUrlLength} characters`);
  // The parser would drop blanks and control characters in silence, and two readers could then see two URLs.
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) throw new FetchProblem('bad-url', 'this is not a URL');
  const url = new URL(text);
  url.hash = '';
  // The root's dot makes another spelling of the same host.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  return url;
}

/**
 * Refuses what is never called, whatever the name resolves to: other schemes and ports, credentials, literal addresses
 * that are not public, reserved names.
 *
 * @throws {FetchProblem} `refused`
 */
export function judgeTarget(url: URL, allowLoopback: boolean): Target {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchProblem('refused', `the scheme ${url.protocol.slice(0, 20)} is not allowed`);
  if (url.username !== '' || url.password !== '')
    throw new FetchProblem('refused', 'a URL with credentials is not allowed');
  const mustBeLoopback = url.protocol === 'http:' || url.port !== '';
  if (mustBeLoopback && !allowLoopback)
    throw new FetchProblem('refused', url.protocol === 'http:' ? 'only https is allowed' : 'only port 443 is allowed');
  if (isIP(hostname) !== 0) judgeAddress(hostname, allowLoopback, mustBeLoopback);
  else if (!(allowLoopback && hostname === 'localhost')) judgeName(hostname);
  return { url, hostname, mustBeLoopback };
}

/** @throws {FetchProblem} `refused` */
export function judgeAddress(address: string, allowLoopback: boolean, mustBeLoopback: boolean): void {
  const isAllowed = isLoopbackAddress(address) ? allowLoopback : !mustBeLoopback && isPublicAddress(address);
  if (!isAllowed) throw new FetchProblem('refused', 'address-not-allowed: the host is not on the public internet');
}

function judgeName(hostname: string): void {
  const labels = hostname.toLowerCase().split('.');
  if (labels.length < 2 || labels.includes('') || reservedNames.includes(labels.at(-1) ?? ''))
    throw new FetchProblem('refused', 'address-not-allowed: the host name is not one of the public internet');
}
