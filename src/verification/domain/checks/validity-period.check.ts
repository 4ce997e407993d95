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
    const { validFrom, validUntil } = facts;
    const now = at.toISOString();
    const findings: Finding[] = [];
    if (validUntil && validUntil <= at)
      findings.push(failed('expired', 'expired', `it was valid until ${validUntil.toISOString()}, and it is ${now}`));
    if (validFrom && validFrom > at)
      findings.push(
        failed('not_yet_valid', 'not-yet-valid', `it is valid from ${validFrom.toISOString()}, and it is ${now}`),
      );
    return findings.length > 0 ? findings : [passed('inside-dates', `it is inside its dates at ${now}`)];
  },
};
