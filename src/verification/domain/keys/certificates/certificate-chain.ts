import type { Certificate } from './certificate.js';

/** What came out of holding a chain against the anchors that an organization trusts. */
export type ChainOutcome =
  | { kind: 'trusted' }
  /** The chain is sound and ends at nobody whom the organization trusts. */
  | { kind: 'no-anchor'; detail: string }
  | { kind: 'unsound'; code: 'outside-dates' | 'broken' | 'not-allowed' | 'weak-signature'; detail: string };

/** SHA-256 and better with RSA (PKCS 1.5, PSS) or ECDSA, and Ed25519; MD5 and SHA-1 can be forged. */
const strongAlgorithms = new Set([
  '1.2.840.113549.1.1.10',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.3.101.112',
]);

/** Extensions that are understood, or that say nothing about whether the chain holds. */
const understood = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.19',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '2.5.29.37',
  '1.3.6.1.5.5.7.1.1',
  '1.3.6.1.5.5.7.1.3',
]);
const nameConstraints = '2.5.29.30';

const mayCertify = 0x04;
const maySign = 0x80 | 0x40;
/** Code signing, time stamping, answers about revocation: keys for these sign nothing else. */
const otherPurposes = new Set(['1.3.6.1.5.5.7.3.3', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9']);

/**
 * Whether a chain of certificates is sound at an instant and ends at a trusted one: each is inside its dates and was
 * signed by the next, authorities may certify, the first may sign documents, nothing critical is left unread. An anchor
 * is taken wherever it stands, or as the one that signed the last; it must be inside its own dates.
 *
 * Revocation of certificates (CRL, OCSP) is not looked up.
 *
 * @param chain the signer first, not empty
 * @see RFC 5280 section 6
 */
export function checkChain(chain: readonly Certificate[], anchors: readonly Certificate[], at: Date): ChainOutcome {
  const anchorAt = chain.findIndex((one) => anchors.some((anchor) => isSame(anchor, one)));
  const path = anchorAt < 0 ? [...chain] : chain.slice(0, anchorAt + 1);
  const last = path.at(-1);
  const above = anchorAt < 0 && last ? anchors.find((anchor) => isSignedBy(last, anchor)) : undefined;
  if (above) path.push(above);
  const problem = firstProblem(path, at);
  if (problem) return problem;
  if (anchorAt >= 0 || above) return { kind: 'trusted' };
  const detail = `the chain of certificates ends at nobody whom the organization trusts`;
  return { kind: 'no-anchor', detail };
}

function firstProblem(path: readonly Certificate[], at: Date): ChainOutcome | undefined {
  for (const [index, certificate] of path.entries()) {
    const problem = problemOfOne(certificate, index, at) ?? problemOfLink(certificate, path[index + 1]);
    if (problem) return problem;
  }
  return undefined;
}

function problemOfOne(certificate: Certificate, index: number, at: Date): ChainOutcome | undefined {
  const name = index === 0 ? 'the certificate of the signer' : `certificate ${index} of the chain`;
  const { validFrom, validUntil, keyUsage, fields } = certificate;
  if (at < validFrom || at >= validUntil) {
    const detail = `${name} is valid from ${validFrom.toISOString()} until ${validUntil.toISOString()}`;
    return { kind: 'unsound', code: 'outside-dates', detail };
  }
  for (const [id, { critical }] of fields.extensions)
    if (id === nameConstraints || (critical && !understood.has(id)))
      return notAllowed(`${name} has the extension ${id}, which is not understood here`);
  if (index > 0) {
    if (!certificate.authority || (keyUsage !== undefined && (keyUsage & mayCertify) === 0))
      return notAllowed(`${name} may not certify others`);
    if (certificate.pathLength !== undefined && certificate.pathLength < index - 1)
      return notAllowed(`${name} may not have so many below it`);
    return undefined;
  }
  if (certificate.authority) return notAllowed(`${name} is that of an authority, which signs certificates only`);
  if (keyUsage !== undefined && (keyUsage & maySign) === 0) return notAllowed(`${name} is not for signatures`);
  const purposes = certificate.extendedKeyUsage;
  if (purposes && purposes.every((it) => otherPurposes.has(it)))
    return notAllowed(`${name} is for other signatures than those of documents`);
  return undefined;
}

function problemOfLink(certificate: Certificate, next: Certificate | undefined): ChainOutcome | undefined {
  if (!next) return undefined;
  if (!strongAlgorithms.has(certificate.fields.signatureAlgorithm)) {
    const detail = `a certificate was signed with ${certificate.fields.signatureAlgorithm}, which can be forged or is not known here`;
    return { kind: 'unsound', code: 'weak-signature', detail };
  }
  return isSignedBy(certificate, next)
    ? undefined
    : { kind: 'unsound', code: 'broken', detail: 'a certificate of the chain was not signed by the one after it' };
}

function isSignedBy(certificate: Certificate, authority: Certificate): boolean {
  try {
    const { x509 } = certificate;
    return x509.checkIssued(authority.x509) && x509.verify(authority.x509.publicKey);
  } catch {
    return false;
  }
}

function isSame(one: Certificate, other: Certificate): boolean {
  return one.x509.raw.equals(other.x509.raw);
}

function notAllowed(detail: string): ChainOutcome {
  return { kind: 'unsound', code: 'not-allowed', detail };
}
