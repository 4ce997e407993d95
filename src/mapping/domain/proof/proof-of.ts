import { DEFAULT_SCORING_POLICY, PROOF_GRADES, type ProofGrade, type ProofLadder } from '../../../scoring/index.js';
import { refusalOf } from '../levels/result-credit.js';
import { readResults, resultTypeOf, valueOf } from '../levels/result-reading.js';
import { achievementsOf, isPlainRecord, subjectsOf } from '../reading/achievements.js';
import { childPointer } from '../reading/json-pointer.js';
import {
  firstMember,
  isObject,
  member,
  objectsAt,
  plainString,
  stringsAt,
  type JsonObject,
} from '../reading/json-value.js';
import { gradeOfAchievementType } from './achievement-type-grades.js';
import { evidencePlaces } from './evidence-places.js';
import { isOneOf } from './same-party.js';

/** Who made the credential and of whom it speaks, as found when it was verified. */
export interface ProofFacts {
  readonly issuerId: string | null;
  readonly subjectIds: readonly string[];
}

export interface Proof {
  readonly grade: ProofGrade;
  readonly percent: number;
  /** A sentence for people. */
  readonly reason: string;
  /** The field of the credential that decided. */
  readonly jsonPath: string;
}

type Finding = Omit<Proof, 'percent'>;

/**
 * How strongly a credential proves its skills, by the ladder: assessed with evidence, assessed, completed, attended or
 * member, self-asserted. Assessed is what has a result with a value or an achieved level, or a kind of achievement that
 * by definition is examined. It never looks at school, names, hours or the number of credentials.
 *
 * @param facts issuer and subjects; when they are the same the credential is self-asserted, whatever it says
 * @param ladder percent for each grade, from the organization's scoring policy
 */
export function proofGrade(
  credential: JsonObject,
  facts: ProofFacts,
  ladder: ProofLadder = DEFAULT_SCORING_POLICY.ladder,
): Proof {
  const finding =
    selfAsserted(credential, facts) ?? withEvidence(assessment(credential) ?? kindOf(credential), credential);
  return { ...finding, percent: ladder[finding.grade] };
}

function selfAsserted(credential: JsonObject, facts: ProofFacts): Finding | undefined {
  if (isOneOf(facts.issuerId, facts.subjectIds)) {
    return {
      grade: 'self-asserted',
      reason: 'The issuer is the person the credential speaks of.',
      jsonPath: '/issuer',
    };
  }
  if (isPlainRecord(credential)) {
    return { grade: 'self-asserted', reason: 'A résumé states what its owner says.', jsonPath: '' };
  }
  const owners = [{ value: credential, path: '' }, ...subjectsOf(credential)];
  const resume = owners.find(({ value }) => stringsAt(value, 'type').some((type) => /LER-RS(?:Type)?\b/i.test(type)));
  if (!resume) return undefined;
  return {
    grade: 'self-asserted',
    reason: 'A résumé states what its owner says; the credentials named in it count on their own.',
    jsonPath: childPointer(resume.path, 'type'),
  };
}

function assessment(credential: JsonObject): Finding | undefined {
  for (const reading of readResults(credential)) {
    if (refusalOf(reading) || resultTypeOf(reading) === 'PredictedScore' || resultTypeOf(reading) === 'Status')
      continue;
    const level = plainString(member(reading.result.value, 'achievedLevel'));
    const value = valueOf(reading);
    if (level === undefined && !value) continue;
    const jsonPath = value?.path ?? childPointer(reading.result.path, 'achievedLevel');
    const what = value ? 'a value' : 'an achieved level';
    return { grade: 'assessed', reason: `A result with ${what} shows that it was assessed.`, jsonPath };
  }
  return gradedAssessment(credential);
}

/** Learning achievements of the European Learning Model are proven by an assessment with a grade. */
function gradedAssessment(credential: JsonObject): Finding | undefined {
  for (const subject of subjectsOf(credential)) {
    for (const claim of ['hasClaim', 'achieved'].flatMap((key) => objectsAt(subject, key))) {
      const graded = objectsAt(claim, 'provenBy').find((proof) => firstMember(proof, ['grade', 'resultDistribution']));
      if (graded) {
        return { grade: 'assessed', reason: 'It is proven by an assessment with a grade.', jsonPath: graded.path };
      }
    }
  }
  return undefined;
}

/** By the kind of achievement; of several achievements the weakest decides, since the proof holds for all skills. */
function kindOf(credential: JsonObject): Finding {
  const kinds = achievementsOf(credential).map(({ achievement }) => {
    const category = participation(achievement.value);
    if (category)
      return {
        grade: 'attended',
        reason: 'The badge is given for taking part.',
        jsonPath: `${achievement.path}${category}`,
      } as const;
    const type = plainString(member(achievement.value, 'achievementType'));
    const { grade, because } = gradeOfAchievementType(type);
    const subject = type === undefined ? 'The kind of achievement' : `The kind of achievement (${type.slice(0, 80)})`;
    const jsonPath = type === undefined ? achievement.path : childPointer(achievement.path, 'achievementType');
    return { grade, reason: `${subject} ${because}.`, jsonPath } as const;
  });
  const weakest = kinds.toSorted((a, b) => PROOF_GRADES.indexOf(b.grade) - PROOF_GRADES.indexOf(a.grade))[0];
  return (
    weakest ?? { grade: 'completed', reason: 'The credential says that something was achieved, not how.', jsonPath: '' }
  );
}

/** The category extension of Open Educational Badges tells badges for taking part from badges for a competency. */
function participation(achievement: JsonObject): string | undefined {
  const category = member(achievement, 'extensions:CategoryExtension');
  const stated = isObject(category) ? plainString(member(category, 'Category')) : undefined;
  return stated?.toLowerCase() === 'participation' ? '/extensions:CategoryExtension/Category' : undefined;
}

function withEvidence(finding: Finding, credential: JsonObject): Finding {
  if (finding.grade !== 'assessed') return finding;
  const [evidence] = evidencePlaces(credential);
  if (evidence === undefined) return finding;
  return { grade: 'assessed-with-evidence', reason: `${finding.reason} Evidence is attached.`, jsonPath: evidence };
}
