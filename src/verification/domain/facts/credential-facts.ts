import type { DataModel } from '../data-model.js';
import type { CertificateFacts } from '../keys/index.js';

/** What a credential says, read out of its JSON; whether it is true is another question. */
export interface CredentialFacts {
  id?: string;
  types: string[];
  /** Of W3C; absent where the format follows none. */
  dataModel?: DataModel;
  name?: string;
  issuer?: IssuerFacts;
  /** Of a presentation: who says to hold what is in it. */
  holder?: string;
  subjects: SubjectFacts[];
  /** Of the first subject that has one. */
  achievement?: AchievementFacts;
  /** The latest instant named as the start; null when none is. */
  validFrom: Date | null;
  /** The earliest instant named as the end; null when none is. */
  validUntil: Date | null;
  evidence: EvidenceFacts[];
  statusEntries: StatusFacts[];
  /** The certificates that came with the signature, the signer first; absent without any. */
  certificates?: CertificateFacts[];
}

export interface IssuerFacts {
  id: string;
  /** What the issuer calls itself in this document. */
  name?: string;
  url?: string;
  image?: string;
}

export interface SubjectFacts {
  id?: string;
  name?: string;
  /** Whoever has this key is the subject, says the issuer: an RFC 9278 name or a DID. */
  key?: string;
  identifiers: IdentifierFacts[];
}

/** An IdentityObject of Open Badges 3.0. */
export interface IdentifierFacts {
  /** `emailAddress`, `sourcedId`...; absent when the document does not say. */
  type?: string;
  /** The identity itself, or its hash. */
  value: string;
  hashed: boolean;
  salt?: string;
}

export interface AchievementFacts {
  id?: string;
  name?: string;
  description?: string;
  criteria?: { id?: string; narrative?: string };
  type?: string;
  image?: string;
  creator?: IssuerFacts;
}

export interface EvidenceFacts {
  id?: string;
  name?: string;
  description?: string;
  narrative?: string;
  genre?: string;
}

export interface StatusFacts {
  id?: string;
  types: string[];
  purpose?: string;
  /** URL of the list. */
  list?: string;
  index?: string;
}
