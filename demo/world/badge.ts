import { createHash } from 'node:crypto';
import { CREDENTIALS_V2, ED25519_2020, OPEN_BADGES } from '../signing/contexts.js';

/** A skill as a badge states it: by an identifier in some framework, or only in words. */
export interface StatedSkill {
  readonly name: string;
  readonly url?: string;
  readonly framework?: string;
  readonly code?: string;
}

/** What the story says of one badge; `openBadge` makes the Open Badges 3.0 document of it. */
export interface BadgeStory {
  readonly title: string;
  readonly skill: StatedSkill;
  /** Level 1 to 5 reached in an assessment with a rubric; absent: the badge states none. */
  readonly level?: number;
  readonly result?: 'Completed' | 'Failed';
  /** OB 3.0 achievementType. */
  readonly type: 'Assessment' | 'Certificate' | 'Membership';
  readonly evidence?: string;
  readonly recipientEmail: string;
  /** Whether the issuer says it of itself. */
  readonly ofItself?: boolean;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  readonly status?: { readonly list: string; readonly index: number };
}

/** An unsigned OpenBadgeCredential (Open Badges 3.0, section B.1.2). */
export function openBadge(
  id: string,
  issuer: { readonly id: string; readonly name: string; readonly suite: string },
  story: BadgeStory,
): Record<string, unknown> {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES, ...(issuer.suite === 'Ed25519Signature2020' ? [ED25519_2020] : [])],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    validFrom: story.validFrom.toISOString(),
    ...(story.validUntil === undefined ? {} : { validUntil: story.validUntil.toISOString() }),
    name: story.title,
    credentialSubject: {
      ...(story.ofItself === true ? { id: issuer.id } : {}),
      type: ['AchievementSubject'],
      identifier: [hashedEmail(story.recipientEmail, id)],
      achievement: achievementOf(story),
      ...resultOf(story),
    },
    ...(story.evidence === undefined
      ? {}
      : {
          evidence: [
            { id: `${id}#evidence`, type: ['Evidence'], name: 'Assessor’s record', narrative: story.evidence },
          ],
        }),
    ...(story.status === undefined ? {} : { credentialStatus: statusEntry(story.status) }),
  };
}

/** OB 3.0 IdentityObject: the address is recognised without being told to everyone who reads the badge. */
function hashedEmail(email: string, salt: string): object {
  return {
    type: 'IdentityObject',
    identityType: 'emailAddress',
    hashed: true,
    salt,
    identityHash: `sha256$${createHash('sha256')
      .update(email + salt)
      .digest('hex')}`,
  };
}

function achievementOf(story: BadgeStory): object {
  const { skill, title } = story;
  return {
    id: `urn:credence-demo:achievement:${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    type: ['Achievement'],
    achievementType: story.type,
    name: title,
    description: `${title}, as shown to an assessor or in class.`,
    criteria: { narrative: `The holder has shown: ${skill.name}.` },
    ...(skill.url === undefined
      ? { tag: [skill.name] }
      : {
          alignment: [
            {
              type: ['Alignment'],
              targetName: skill.name,
              targetUrl: skill.url,
              ...(skill.framework === undefined ? {} : { targetFramework: skill.framework }),
              ...(skill.code === undefined ? {} : { targetCode: skill.code }),
            },
          ],
        }),
    ...(story.level === undefined && story.result === undefined ? {} : { resultDescription: [rubric(title)] }),
  };
}

const LEVEL_NAMES = ['Aware', 'Supervised', 'Independent', 'Leads others', 'Sets the standard'];

const levelId = (title: string, level: number): string => `${resultDescriptionId(title)}:level-${level}`;
const resultDescriptionId = (title: string): string =>
  `urn:credence-demo:result:${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

const rubric = (title: string): object => ({
  id: resultDescriptionId(title),
  type: ['ResultDescription'],
  name: 'Practical assessment',
  resultType: 'RubricCriterionLevel',
  rubricCriterionLevel: LEVEL_NAMES.map((name, at) => ({
    id: levelId(title, at + 1),
    type: ['RubricCriterionLevel'],
    name,
    level: String(at + 1),
  })),
});

function resultOf({ title, level, result = 'Completed' }: BadgeStory): object {
  if (level === undefined && result === 'Completed') return {};
  return {
    result: [
      {
        type: ['Result'],
        resultDescription: resultDescriptionId(title),
        status: result,
        ...(level === undefined ? {} : { achievedLevel: levelId(title, level) }),
      },
    ],
  };
}

const statusEntry = ({ list, index }: { list: string; index: number }): object => ({
  id: `${list}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(index),
  statusListCredential: list,
});
