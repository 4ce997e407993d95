import { originOf } from '../web-origin.js';
import { isSharedHost } from '../speaks-for.js';
import type { Certificate } from './certificate.js';
import { readX5c } from './read-chain.js';

/**
 * Whether a certificate names an issuer: by a URI equal to the issuer's id, or by the DNS name of an https issuer's or a
 * did:web's host. A wildcard names nobody, and on a host where many publish a host name says nothing about one of them.
 */
export function namesIssuer({ uris, dnsNames }: Certificate, issuer: string): boolean {
  if (uris.includes(issuer)) return true;
  const host = hostOf(issuer);
  return host !== undefined && !isSharedHost(host) && dnsNames.includes(host);
}

function hostOf(issuer: string): string | undefined {
  if (issuer.startsWith('did:web:')) {
    const host = issuer.split(':')[2]?.replace(/%3a\d+$/i, '');
    return host?.toLowerCase();
  }
  return issuer.startsWith('https://') && originOf(issuer) !== undefined ? new URL(issuer).hostname : undefined;
}

/** Who a certificate of its own says it is, where a document names no issuer: its first URI, else its only host. */
function issuerNamedBy({ uris, dnsNames }: Certificate): string | undefined {
  const [uri] = uris;
  if (uri !== undefined) return uri;
  const [host, ...others] = dnsNames;
  return host !== undefined && others.length === 0 && !host.startsWith('*') ? `https://${host}` : undefined;
}

/** Whom the first certificate of an `x5c` header names, be it trusted or not. */
export function issuerOfCertificates(x5c: unknown): string | undefined {
  const reading = x5c === undefined ? undefined : readX5c(x5c);
  const signer = reading?.ok ? reading.chain[0] : undefined;
  return signer && issuerNamedBy(signer);
}
