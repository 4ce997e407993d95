import type { CredentialFacts } from '../facts/credential-facts.js';
import type { Verdict } from '../verdict.js';

/** Somebody stands by an issuer, in a credential of their own. */
export interface IssuerEndorsement {
  /** JSON pointer into the document: to the endorsement, or to its subject where the document itself is one. */
  readonly place: string;
  /** Id of the issuer as the endorsement has it. */
  readonly endorsedId: string;
  readonly endorserId: string;
  /** What the endorser calls itself in it. */
  readonly endorserName: string | undefined;
  readonly validUntil: Date | null;
  /** Only a verified one is an endorsement; any other may become one. */
  readonly verdict: Verdict;
  /** Its verdict may change by itself: it names a status, or could not be checked. */
  readonly mayChange: boolean;
}

/** What an endorsement says, in whatever format. */
export type EndorsementFacts = Pick<CredentialFacts, 'issuer' | 'subjects' | 'validUntil' | 'statusEntries'>;

const most = 10;

/**
 * What an endorsement, found to be of this verdict, says about issuers: about ten at most. Nobody endorses oneself.
 *
 * @param pointer to the endorsement in the document; empty where the document itself is one
 */
export function endorsementBy(
  { issuer, subjects, validUntil, statusEntries }: EndorsementFacts,
  verdict: Verdict,
  pointer: string,
): IssuerEndorsement[] {
  const mayChange = verdict === 'unverifiable' || (verdict === 'verified' && statusEntries.length > 0);
  return subjects.slice(0, most).flatMap(({ id }, number) =>
    issuer === undefined || id === undefined || id === issuer.id
      ? []
      : [
          {
            place: pointer === '' ? `/credentialSubject/${number}` : pointer,
            endorsedId: id,
            endorserId: issuer.id,
            endorserName: issuer.name,
            validUntil,
            verdict,
            mayChange,
          },
        ],
  );
}
