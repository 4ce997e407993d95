import { passed, warned, type Finding } from '../checks/check.js';
import type { Judgement } from '../judge.js';
import { quoted } from '../quoted.js';
import { type EndorsementFacts, endorsementBy } from './issuer-endorsement.js';

/** Where an endorsement was found. */
export interface EndorsementPlace {
  /** For people: what it stands at. */
  about: string;
  /** JSON pointer to it. */
  pointer: string;
  /** Of the credential: only what somebody says of its issuer counts with trust. */
  issuerId: string | undefined;
}

/** What the verdict on an endorsement, which is about what it stands at, means for the credential: never an objection. */
export function findingOnEndorsement(
  { verdict, reasons, facts }: Pick<Judgement, 'verdict' | 'reasons'> & { facts: EndorsementFacts },
  { about, pointer, issuerId }: EndorsementPlace,
): Finding {
  const by = quoted(facts.issuer?.id ?? 'nobody');
  const endorsements = endorsementBy(facts, verdict, pointer)
    .filter(({ endorsedId }) => endorsedId === issuerId)
    .slice(0, 1);
  const ofIssuer = endorsements.length > 0 && { endorsements };
  if (verdict === 'verified') return { ...passed('verified', `${by} endorses ${about}`, pointer), ...ofIssuer };
  const detail = `the endorsement of ${about} by ${by} is ${verdict}: ${reasons.join(', ')}`;
  return { ...warned(verdict === 'failed' ? 'failed' : 'not-checked', detail, pointer), ...ofIssuer };
}

/** On one that is genuine or not, and about something else than what it stands at. */
export function findingOnAnother(
  { by, subject }: { by: string | undefined; subject: string | undefined },
  { about, pointer }: Pick<EndorsementPlace, 'about' | 'pointer'>,
): Finding {
  const [endorser, other] = [quoted(by ?? 'nobody'), quoted(subject ?? 'nothing')];
  return warned('about-another', `the endorsement by ${endorser} is about ${other} and not about ${about}`, pointer);
}

export function findingOnLeftOut(leftOut: number, lookedAt: number): Finding[] {
  if (leftOut === 0) return [];
  return [warned('too-many', `${leftOut} more endorsements were not looked at; ${lookedAt} are enough`)];
}
