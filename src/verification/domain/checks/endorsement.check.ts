import { endorsementsIn, type StatedEndorsement } from '../endorsements/endorsements-in.js';
import { endorsementBy } from '../endorsements/issuer-endorsement.js';
import { idOf, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';
import { readDocument } from '../read-document.js';
import { passed, skipped, warned, type Finding } from './check.js';
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
  run(examined: Examined): Finding[] | Promise<Finding[]> {
    const found = endorsementsIn(examined.read.credential);
    return found.stated.length === 0
      ? [skipped('none', 'nobody endorses it in this document')]
      : findingsOn(found, examined);
  },
};

async function findingsOn(
  { stated, leftOut }: ReturnType<typeof endorsementsIn>,
  examined: Examined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const endorsement of stated) findings.push(await findingOn(endorsement, examined));
  if (leftOut > 0)
    findings.push(warned('too-many', `${leftOut} more endorsements were not looked at; ${stated.length} are enough`));
  return findings;
}

async function findingOn(
  { text, about, aboutId, pointer }: StatedEndorsement,
  { verifyEndorsement, facts }: Examined,
): Promise<Finding> {
  const read = readDocument(Buffer.from(text));
  if (read.kind !== 'credential' || read.format !== 'endorsement')
    return warned('no-endorsement', `what stands at ${pointer} is no endorsement credential`, pointer);
  const by = quoted(idOf(read.credential.issuer) ?? 'nobody');
  const subjects = listOf(read.credential.credentialSubject).filter(isObject);
  if (aboutId === undefined || !subjects.some(({ id }) => id === aboutId)) {
    const other = quoted(idOf(subjects[0]) ?? 'nothing');
    return warned('about-another', `the endorsement by ${by} is about ${other} and not about ${about}`, pointer);
  }
  const { verdict, reasons, facts: said } = await verifyEndorsement(read);
  const endorsements = endorsementBy(said, verdict, pointer)
    .filter((it) => it.endorsedId === facts.issuer?.id)
    .slice(0, 1);
  const ofIssuer = endorsements.length > 0 && { endorsements };
  if (verdict === 'verified') return { ...passed('verified', `${by} endorses ${about}`, pointer), ...ofIssuer };
  const detail = `the endorsement of ${about} by ${by} is ${verdict}: ${reasons.join(', ')}`;
  return { ...warned(verdict === 'failed' ? 'failed' : 'not-checked', detail, pointer), ...ofIssuer };
}
