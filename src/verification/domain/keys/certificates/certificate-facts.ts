import type { Certificate } from './certificate.js';

/** What a certificate says, for people to see. */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  serialNumber: string;
  validFrom: Date;
  validUntil: Date;
  /** Fingerprint of the whole certificate, hex. */
  sha256: string;
}

const longest = 500;

export function certificateFacts({ x509, validFrom, validUntil }: Certificate): CertificateFacts {
  return {
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    serialNumber: x509.serialNumber,
    validFrom,
    validUntil,
    sha256: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

/** Names come one attribute a line, and may hold anything. */
function oneLine(name: string | undefined): string {
  return (name ?? '')
    .replace(/\n/g, ', ')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '')
    .slice(0, longest);
}
