import type { CheckedFinding } from '../judge.js';
import type { Examination } from '../examine.js';
import type { ReadCredential } from '../reading/read-result.js';
import { type KnownIdentities, type RecipientFact, matchRecipient } from './match-recipient.js';

export const nobodyVouches: RecipientFact = {
  outcome: 'not_checked',
  code: 'not-signed',
  detail: 'no signature holds that would vouch for the subject',
};

/**
 * Whose a document is. What its holder presented here in answer to a request is theirs; everything else is compared with what
 * is known of the candidate. Whom an unsigned or altered document names proves nothing, neither for the candidate nor against.
 */
export function recipientOf(
  { format }: ReadCredential,
  { facts, signature, findings }: Examination,
  candidate: KnownIdentities,
): RecipientFact {
  if (signature === 'invalid' || signature === 'none') return nobodyVouches;
  const presentation = findings.find(({ id }) => id === 'presentation');
  if (presentation?.presented) return { outcome: 'match', code: 'presented', detail: presentation.detail };
  if (format === 'verifiable-presentation') return unpresented(presentation);
  const fact = matchRecipient(facts, candidate);
  const isExplained = fact.outcome === 'not_checked' && presentation?.outcome === 'warning';
  return isExplained ? { ...fact, detail: `${fact.detail}; ${presentation.detail}` } : fact;
}

function unpresented(finding: CheckedFinding | undefined): RecipientFact {
  const { code, detail } = finding ?? { code: 'no-holder', detail: 'no signature is shown to be its holder’s' };
  return { outcome: 'not_checked', code, detail };
}
