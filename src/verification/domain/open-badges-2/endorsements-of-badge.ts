import { skipped, warned, type Finding } from '../checks/check.js';
import { findingOnAnother, findingOnEndorsement, findingOnLeftOut } from '../endorsements/endorsement-finding.js';
import type { CredentialFacts } from '../facts/credential-facts.js';
import { type JsonObject, idOf, isObject, listOf } from '../json.js';
import { isSameAddress } from './badge-address.js';
import { type EndorsementContext, verifyBadgeEndorsement } from './badge-endorsement.js';

/** Endorsements of a badge that are looked at; each makes two documents be loaded or more. */
const most = 5;

interface Stated {
  value: unknown;
  about: string;
  aboutId: string | undefined;
  pointer: string;
}

/**
 * Whether the endorsements of a badge, its BadgeClass and its issuer are genuine and about what they stand at. What is
 * wrong with one is wrong with it alone; the badge is judged without it.
 *
 * @param resolved the assertion with its BadgeClass and the issuer's profile written out in it
 */
export async function findingsOnEndorsements(
  resolved: JsonObject,
  { issuer }: Pick<CredentialFacts, 'issuer'>,
  context: EndorsementContext,
): Promise<Finding[]> {
  const all = endorsementsIn(resolved);
  if (all.length === 0) return [skipped('none', 'nobody endorses it')];
  const findings: Finding[] = [];
  for (const stated of all.slice(0, most)) findings.push(await findingOn(stated, issuer?.id, context));
  return [...findings, ...findingOnLeftOut(Math.max(0, all.length - most), most)];
}

function endorsementsIn(assertion: JsonObject): Stated[] {
  const badge = isObject(assertion.badge) ? assertion.badge : {};
  return [
    ...at(assertion, 'the badge', ''),
    ...at(badge.issuer, 'the issuer', '/badge/issuer'),
    ...at(badge, 'the BadgeClass', '/badge'),
  ];
}

function at(endorsed: unknown, about: string, pointer: string): Stated[] {
  if (!isObject(endorsed)) return [];
  return listOf(endorsed.endorsement).map((value, place) => ({
    ...{ value, about, aboutId: idOf(endorsed) },
    pointer: `${pointer}/endorsement/${place}`,
  }));
}

async function findingOn(
  { value, about, aboutId, pointer }: Stated,
  issuerId: string | undefined,
  context: EndorsementContext,
): Promise<Finding> {
  const judged = await verifyBadgeEndorsement(value, context);
  if (!judged) return warned('no-endorsement', `what stands at ${pointer} is no Endorsement`, pointer);
  const { subjects } = judged.facts;
  const isAbout = ({ id }: { id?: string }) => id !== undefined && aboutId !== undefined && isSameAddress(id, aboutId);
  // One that could not be had has nothing to say.
  if (judged.isRead && !subjects.some(isAbout))
    return findingOnAnother({ by: judged.facts.issuer?.id, subject: subjects[0]?.id }, { about, pointer });
  // By whichever of its addresses the endorser names it, it is the one that this stands at.
  const facts = { ...judged.facts, subjects: aboutId === undefined ? [] : [{ id: aboutId, identifiers: [] }] };
  return findingOnEndorsement({ ...judged, facts }, { about, pointer, issuerId });
}
