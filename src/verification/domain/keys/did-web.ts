const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const hostAndPort = new RegExp(`^(${label}(?:\\.${label})*)(?:%3a([1-9][0-9]{0,4}))?$`, 'i');
/** The letters of a DID, without percent-encoding: an encoded slash, dot or backslash could leave the path. */
const pathSegment = /^[A-Za-z0-9._-]+$/;
const maxLength = 1000;

/**
 * Where the document of a did:web lies: `did:web:host[%3Aport][:segment...]` becomes
 * `https://host[:port]/segment/.../did.json`, without segments `/.well-known/did.json`.
 *
 * @returns undefined for what the method does not allow: addresses in place of a name, empty, `.` or `..` segments,
 *   percent-encoding other than the port's colon, letters outside the DID syntax
 * @see https://w3c-ccg.github.io/did-method-web/
 */
export function urlOfDidWeb(did: string): string | undefined {
  if (did.length > maxLength) return undefined;
  const [authority = '', ...segments] = did.slice('did:web:'.length).split(':');
  const [, host, port] = hostAndPort.exec(authority) ?? [];
  if (host === undefined || !segments.every(isPlainSegment)) return undefined;
  const path = segments.length === 0 ? '/.well-known' : `/${segments.join('/')}`;
  const text = `https://${host}${port === undefined ? '' : `:${port}`}${path}/did.json`;
  if (!URL.canParse(text)) return undefined;
  // 127.1 and 0x7f000001 look like names until the URL parser turns them into addresses.
  const url = new URL(text);
  return url.hostname === host.toLowerCase() && !isAddress(url.hostname) ? url.href : undefined;
}

function isPlainSegment(segment: string): boolean {
  return pathSegment.test(segment) && segment !== '.' && segment !== '..';
}

function isAddress(hostname: string): boolean {
  return /^[0-9.]+$/.test(hostname);
}
