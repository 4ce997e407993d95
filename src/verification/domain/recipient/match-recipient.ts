import type { CredentialFacts, IdentifierFacts, SubjectFacts } from '../facts/credential-facts.js';
import { isIdentityHash, matchesIdentityHash } from './identity-hash.js';

/** What is known of the person who handed the credential in. */
export interface KnownIdentities {
  emails: readonly string[];
  dids: readonly string[];
  /** Keys and DIDs that this person showed to hold, by presenting something in answer to a request. */
  holders?: readonly string[];
}

export interface RecipientFact {
  outcome: 'match' | 'mismatch' | 'not_checked';
  /** Stable word for programs. */
  code: string;
  detail: string;
}

/**
 * Whether a credential was issued to this person: by DID or `mailto:` as id of the subject, or by an identifier of Open
 * Badges, an e-mail address or one of those URIs, plain or hashed. Addresses are compared as they are and in small letters.
 *
 * `mismatch` says that something could be compared and nothing was equal, `not_checked` that nothing could be compared.
 * With several subjects each that names somebody must be this person, since what is said of another must not count.
 */
export function matchRecipient(facts: CredentialFacts, known: KnownIdentities): RecipientFact {
  const results = facts.subjects.map((subject) => matchSubject(subject, known));
  if (results.includes('mismatch'))
    return {
      outcome: 'mismatch',
      code: 'other-identity',
      detail: 'a subject is named by a DID or e-mail address that the candidate does not have',
    };
  if (results.includes('match')) return facts.subjects.some((it) => isShown(it, known)) ? presented : identified;
  return { outcome: 'not_checked', ...whyNotChecked(facts, known) };
}

const identified: RecipientFact = {
  outcome: 'match',
  code: 'identified',
  detail: 'the subject is named by a DID or e-mail address of the candidate',
};
const presented: RecipientFact = {
  outcome: 'match',
  code: 'presented',
  detail: 'the subject is who the candidate showed to be by a presentation',
};

/** Whether the person showed to be this subject; by what is only stated of them, the match is a weaker one. */
function isShown({ id, key }: SubjectFacts, { holders = [] }: KnownIdentities): boolean {
  return holders.some((holder) => holder === key || (id !== undefined && holder === withoutFragment(id)));
}

function matchSubject(subject: SubjectFacts, known: KnownIdentities): RecipientFact['outcome'] {
  if (isShown(subject, known)) return 'match';
  const results = [
    ...(subject.id === undefined ? [] : [matchId(subject.id, known)]),
    ...subject.identifiers.map((identifier) => matchIdentifier(identifier, known)),
  ];
  if (results.includes('match')) return 'match';
  return results.includes('mismatch') ? 'mismatch' : 'not_checked';
}

function matchId(id: string, { emails, dids, holders = [] }: KnownIdentities): RecipientFact['outcome'] {
  if (/^mailto:/i.test(id)) return compare(emails, (email) => sameAddress(addressOf(id), email));
  const known = [...dids, ...holders.filter((holder) => holder.startsWith('did:'))];
  if (/^did:/i.test(id)) return compare(known, (did) => withoutFragment(did) === withoutFragment(id));
  return 'not_checked';
}

function matchIdentifier(identifier: IdentifierFacts, known: KnownIdentities): RecipientFact['outcome'] {
  const { type, value, hashed, salt = '' } = identifier;
  if (type === 'identifier') return matchIdentifierUri(identifier, known);
  if (type !== 'emailAddress') return 'not_checked';
  const { emails } = known;
  if (isIdentityHash(value))
    return compare(emails, (email) =>
      spellingsOf(email).some((spelling) => matchesIdentityHash(value, spelling, salt)),
    );
  return hashed ? 'not_checked' : compare(emails, (email) => sameAddress(value, email));
}

/** An address of a kind that nobody here knows of the candidate shows nothing, so only a hash that fits is an answer. */
function matchIdentifierUri(
  { value, hashed, salt = '' }: IdentifierFacts,
  known: KnownIdentities,
): RecipientFact['outcome'] {
  if (!isIdentityHash(value)) return hashed ? 'not_checked' : matchId(value, known);
  const identities = [
    ...known.dids,
    ...known.emails.flatMap((email) => spellingsOf(email).map((it) => `mailto:${it}`)),
  ];
  return identities.some((one) => matchesIdentityHash(value, one, salt)) ? 'match' : 'not_checked';
}

function compare(known: readonly string[], isSame: (one: string) => boolean): RecipientFact['outcome'] {
  if (known.length === 0) return 'not_checked';
  return known.some(isSame) ? 'match' : 'mismatch';
}

/** Issuers hash what they were given, so an address is tried as it is known and as most systems store it. */
function spellingsOf(email: string): string[] {
  return [...new Set([email, email.trim(), email.trim().toLowerCase()])];
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function addressOf(mailto: string): string {
  const address = mailto.slice('mailto:'.length).split('?', 1)[0] ?? '';
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function withoutFragment(did: string): string {
  return did.split('#', 1)[0] ?? did;
}

function whyNotChecked(
  { subjects }: CredentialFacts,
  { emails, dids, holders = [] }: KnownIdentities,
): Pick<RecipientFact, 'code' | 'detail'> {
  if (emails.length + dids.length + holders.length === 0)
    return { code: 'nothing-known', detail: 'neither an e-mail address nor a DID of the candidate is known' };
  const isNamed = subjects.some((subject) => subject.id !== undefined || subject.identifiers.length > 0);
  return isNamed
    ? {
        code: 'not-comparable',
        detail: 'the subject is named by nothing that can be compared with what is known of the candidate',
      }
    : { code: 'nobody-named', detail: 'the credential does not say who its subject is' };
}
