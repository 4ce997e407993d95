import { endorsementsIn, type StatedEndorsement } from '../endorsements/endorsements-in.js';
import { findingOnAnother, findingOnEndorsement, findingOnLeftOut } from '../endorsements/endorsement-finding.js';
import type { Eventually } from '../eventually.js';
import { idOf, isObject, listOf } from '../json.js';
import { readDocument } from '../read-document.js';
import { skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * Whether endorsements that came along are what they say: each is verified by itself and must be about the very thing that
 * it stands at. What is wrong with an endorsement is wrong with the endorsement; the credential is judged without it.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0 Endorsement Verification
 */
export const endorsementCheck: CheckDefinition = {
  id: 'endorsement',
  asks: 'Are the endorsements genuine, and about what they stand at?',
  run(examined: Examined): Eventually<readonly Finding[]> {
    const found = endorsementsIn(examined.read.credential);
    return found.stated.length === 0 ? none : findingsOn(found, examined);
  },
};

const none = [skipped('none', 'nobody endorses it in this document')];

async function findingsOn(
  { stated, leftOut }: ReturnType<typeof endorsementsIn>,
  examined: Examined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const endorsement of stated) findings.push(await findingOn(endorsement, examined));
  return [...findings, ...findingOnLeftOut(leftOut, stated.length)];
}

async function findingOn(
  { text, about, aboutId, pointer }: StatedEndorsement,
  { verifyEndorsement, facts }: Examined,
): Promise<Finding> {
  const read = readDocument(Buffer.from(text));
  if (read.kind !== 'credential' || read.format !== 'endorsement')
    return warned('no-endorsement', `what stands at ${pointer} is no endorsement credential`, pointer);
  const subjects = listOf(read.credential.credentialSubject).filter(isObject);
  if (aboutId === undefined || !subjects.some(({ id }) => id === aboutId))
    return findingOnAnother({ by: idOf(read.credential.issuer), subject: idOf(subjects[0]) }, { about, pointer });
  return findingOnEndorsement(await verifyEndorsement(read), { about, pointer, issuerId: facts.issuer?.id });
}
