import type { CandidateCommand, CandidateIdentities } from './candidate.js';

/**
 * An address as it is compared: trimmed, with the domain in lower case. The local part keeps its case, since only the
 * receiving host knows whether case matters there (RFC 5321 section 2.4).
 */
export function normaliseEmail(address: string): string {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? trimmed : trimmed.slice(0, at + 1) + trimmed.slice(at + 1).toLowerCase();
}

/** Each address once, in the order given. */
export const normaliseEmails = (addresses: readonly string[]): string[] => [...new Set(addresses.map(normaliseEmail))];

export const normaliseDids = (dids: readonly string[]): string[] => [...new Set(dids.map((did) => did.trim()))];

/** What is said of a person, with addresses and DIDs as they are compared. */
export const normaliseCommand = (command: CandidateCommand): CandidateCommand => ({
  ...command,
  ...(command.emails === undefined ? {} : { emails: normaliseEmails(command.emails) }),
  ...(command.dids === undefined ? {} : { dids: normaliseDids(command.dids) }),
});

/** Whether a person will be recognised by something else than before. */
export const isRecognisedAnew = (
  before: Pick<CandidateIdentities, 'emails' | 'dids'>,
  { emails, dids }: CandidateCommand,
): boolean => differs(before.emails, emails) || differs(before.dids, dids);

const differs = (before: readonly string[], after: readonly string[] | undefined): boolean =>
  after !== undefined && (after.length !== before.length || after.some((value) => !before.includes(value)));
