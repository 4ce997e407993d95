import type { CredentialFacts } from '../facts/credential-facts.js';
import { writtenInstant } from '../instant.js';
import { failed, passed, skipped, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * Whether the credential is inside its dates at the clock's instant: valid from the first one on, and no longer at the
 * last one. No tolerance is given: the clock is the server's, and who is a minute early is valid a minute later.
 *
 * Dates hold whether or not the signature could be checked, but those of a broken or missing signature are anybody's.
 */
export const validityPeriodCheck: CheckDefinition = {
  id: 'validity-period',
  asks: 'Is it inside its dates?',
  run({ facts, at, signature }: Examined): Finding[] {
    if (signature === 'invalid' || signature === 'none')
      return [skipped('not-signed', 'no signature holds that would vouch for the dates')];
    return findingsOnDates(facts, at);
  },
};

/** What the dates say at an instant, whoever vouches for them. */
export function findingsOnDates(
  { validFrom, validUntil }: Pick<CredentialFacts, 'validFrom' | 'validUntil'>,
  at: Date,
): Finding[] {
  const now = writtenInstant(at);
  const findings: Finding[] = [];
  if (validUntil && validUntil.getTime() <= at.getTime())
    findings.push(failed('expired', 'expired', `it was valid until ${validUntil.toISOString()}, and it is ${now}`));
  if (validFrom && validFrom.getTime() > at.getTime())
    findings.push(
      failed('not_yet_valid', 'not-yet-valid', `it is valid from ${validFrom.toISOString()}, and it is ${now}`),
    );
  return findings.length > 0 ? findings : [passed('inside-dates', `it is inside its dates at ${now}`)];
}
