import type { DocumentSource } from '../document-source.js';
import { nameOfLegalId } from '../facts/facts-of-elm.js';
import type { KeyTrust, NamesIssuer } from '../keys/index.js';
import type { Jades } from '../reading/jades/jades.js';
import { checkJwtProof } from './jwt-proof.js';
import type { ProofFinding } from './proof-finding.js';

/** Parameters of JAdES that a header may call critical: they are kept to here, or say nothing about the signature itself. */
const understood: ReadonlySet<string> = new Set([
  'b64',
  'sigT',
  'adoTst',
  'srCms',
  'srAts',
  'sigPl',
  'sigPId',
  'x5t#o',
]);
/** Attribute `organizationIdentifier` of a certificate (X.520, ETSI EN 319 412-1). */
const organizationIdentifier = '2.5.4.97';

const names: NamesIssuer = ({ fields }, issuer) => {
  const stated = fields.subject.get(organizationIdentifier);
  return stated !== undefined && nameOfLegalId(stated) === issuer;
};

/**
 * Checks each signature of a document in JAdES, with the certificate that it carries. The certificate is the issuer's when
 * its organization identifier is the legal identifier that the document states of the issuer, by which the issuer is known.
 * Time stamps are not looked at: a certificate counts while it is inside its dates.
 */
export async function checkJadesProofs(
  { signatures }: Jades,
  issuer: string | undefined,
  source: DocumentSource,
  trust: KeyTrust,
): Promise<ProofFinding[]> {
  const findings: ProofFinding[] = [];
  for (const [index, signature] of signatures.entries()) {
    const finding = await checkJwtProof(signature, { issuer, critical: understood }, source, { ...trust, names });
    findings.push({ ...finding, subject: signatures.length === 1 ? 'jws' : `jws/${index}` });
  }
  return findings;
}
