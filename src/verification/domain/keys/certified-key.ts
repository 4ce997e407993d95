import { checkChain } from './certificates/certificate-chain.js';
import { type CertificateFacts, certificateFacts } from './certificates/certificate-facts.js';
import type { Certificate } from './certificates/certificate.js';
import { namesIssuer } from './certificates/names-issuer.js';
import { readX5c } from './certificates/read-chain.js';
import type { PublicKeyMaterial } from './key-material.js';
import { quoted } from './quoted.js';

/** The chain of certificates that came with a signature, and what it is worth to the organization. */
export interface ChainReport {
  /** The signer first. */
  certificates: CertificateFacts[];
  /** `trusted` also means that the first certificate names the issuer. */
  outcome: 'trusted' | 'untrusted' | 'unsound';
  code: string;
  detail: string;
}

export type CertifiedKey =
  { ok: true; material: PublicKeyMaterial; report: ChainReport } | { ok: false; detail: string };

/** How a certificate is held against the issuer that a document names; formats without web addresses have their own. */
export type NamesIssuer = (certificate: Certificate, issuer: string) => boolean;

/**
 * The key of the first certificate in `x5c`, and whether its chain shows that it is the issuer's: sound now, ending at
 * one of the anchors, and naming the issuer.
 *
 * @param thumbprint `x5t#S256` of the header, which must then be that of the first certificate
 */
export function certifiedKey(
  stated: { x5c: unknown; thumbprint?: unknown },
  issuer: string,
  trust: { anchors: readonly Certificate[]; at: Date; names?: NamesIssuer },
): CertifiedKey {
  const reading = readX5c(stated.x5c);
  if (!reading.ok) return reading;
  const { chain } = reading;
  const [signer] = chain;
  if (!signer) return { ok: false, detail: 'x5c is empty' };
  const certificates = chain.map(certificateFacts);
  const fingerprint = Buffer.from(certificates[0]?.sha256 ?? '', 'hex').toString('base64url');
  if (stated.thumbprint !== undefined && stated.thumbprint !== fingerprint)
    return { ok: false, detail: 'x5t#S256 is not the thumbprint of the first certificate in x5c' };
  const outcome = checkChain(chain, trust.anchors, trust.at);
  const report = (word: ChainReport['outcome'], code: string, detail: string): CertifiedKey => ({
    ok: true,
    material: signer.key,
    report: { certificates, outcome: word, code, detail },
  });
  if (outcome.kind === 'unsound') return report('unsound', outcome.code, outcome.detail);
  if (outcome.kind === 'no-anchor') return report('untrusted', 'no-anchor', outcome.detail);
  return (trust.names ?? namesIssuer)(signer, issuer)
    ? report('trusted', 'chain-trusted', `a trusted authority says that the key is that of ${quoted(issuer)}`)
    : report('untrusted', 'other-name', `the certificate of the signer does not name ${quoted(issuer)}`);
}
