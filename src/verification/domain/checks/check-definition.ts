import type { DocumentSource } from '../document-source.js';
import type { Eventually } from '../eventually.js';
import type { CredentialFacts } from '../facts/credential-facts.js';
import type { CanonicalDocument } from '../json-ld/canonical-document.js';
import type { IssuedChallenges } from '../presentation/issued-challenge.js';
import type { ProofFinding } from '../proofs/proof-finding.js';
import type { CompactJws } from '../reading/compact-jws.js';
import type { ReadCredential } from '../reading/read-result.js';
import type { Judgement } from '../judge.js';
import type { Objection } from '../verdict.js';
import type { Finding } from './check.js';

/** Everything that a check may look at. */
export interface Examined {
  read: ReadCredential;
  facts: CredentialFacts;
  /** What every rule calls now. */
  at: Date;
  source: DocumentSource;
  canonical: CanonicalDocument;
  /** One for each proof; empty for an unsigned credential. */
  proofs: readonly ProofFinding[];
  /** Whether the mathematics of the proofs is right, wrong, or could not be done. */
  signature: 'valid' | 'invalid' | 'unchecked' | 'none';
  /** Challenges that were issued to whoever handed it in; absent where none could have been. */
  challenges: IssuedChallenges | undefined;
  /** What the checks before this one brought up against the credential. */
  objections: ReadonlySet<Objection>;
  /** What the checks before this one found. */
  found: readonly Finding[];
  /** Whether a document that it leads to can still become a credential of its own. */
  mayTakeOut: boolean;
  /** Verifies a credential that this one points to, such as a status list, without following its pointers in turn. */
  verifyOther: (read: ReadCredential) => Promise<Judgement>;
  /** The same for an endorsement, with its status, by whatever list that points to. */
  verifyEndorsement: (read: ReadCredential) => Promise<Judgement & { facts: CredentialFacts }>;
  /** Checks the signature of a JWT that is no credential, and looks for its key as for that of the issuer. */
  verifyToken: (token: CompactJws, issuer: string) => Eventually<ProofFinding>;
}

/** To add a check: write its file and list it in `checks.ts`. */
export interface CheckDefinition {
  id: string;
  /** What it finds out, as a question for people. */
  asks: string;
  /** Never rejects; answers with one finding for each thing that was checked. */
  run(examined: Examined): Eventually<readonly Finding[]>;
}
