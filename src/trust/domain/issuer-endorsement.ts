/** A genuine endorsement of an issuer, as verification found it in a document. */
export interface FoundEndorsement {
  readonly credentialId: string;
  /** JSON pointer into the document: to the endorsement, or to its subject where the document itself is one. */
  readonly place: string;
  /** Registry key of the endorsed issuer. */
  readonly endorsed: string;
  /** Id of the endorser in the directory. */
  readonly endorserId: string;
  readonly validUntil: Date | null;
}

/** Who endorses an issuer, as shown. */
export interface Endorsement {
  readonly issuerId: string;
  readonly identifier: string;
  readonly name: string | null;
  /** Whether it makes the issuer `recognized`: your organization trusts the endorser in general. */
  readonly counts: boolean;
  readonly credentialId: string;
  readonly place: string;
  readonly validUntil: Date | null;
  readonly verifiedAt: Date;
}
