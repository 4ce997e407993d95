import type { ProofGrade } from '../../../scoring/index.js';

/** What a kind of achievement says by itself about how it was earned, and why it is read so. */
export interface TypeGrade {
  readonly grade: Extract<ProofGrade, 'assessed' | 'completed' | 'attended'>;
  readonly because: string;
}

const assessed = (because: string): TypeGrade => ({ grade: 'assessed', because });
const completed = (because: string): TypeGrade => ({ grade: 'completed', because });
const attended = (because: string): TypeGrade => ({ grade: 'attended', because });

const DEGREE = completed('is conferred on completing a programme; it does not say how this one skill was examined');

/**
 * Every term of the `achievementType` vocabulary of Open Badges 3. A term counts as assessed only where its definition
 * itself speaks of an examination or a demonstration; what a single issuer adds by results is seen apart from this.
 */
export const GRADE_OF_ACHIEVEMENT_TYPE: Readonly<Record<string, TypeGrade>> = {
  Assessment: assessed('is the evaluation of a performance'),
  Assignment: assessed('is the result of an assignment or examination'),
  Certification: assessed('is awarded for demonstrating knowledge, skills and abilities to an authoritative body'),
  Competency: assessed('states a measurable or observable ability as such'),
  GeneralEducationDevelopment: assessed('is awarded by examination'),
  License: assessed('is the authority to do a job, given after a check of fitness for it'),
  MasterCertificate: assessed('is awarded upon demonstration of the highest level of skill in a trade'),

  Achievement: completed('is generic: its criteria were met, how that was seen is not said'),
  ApprenticeshipCertificate: completed('is earned through work-based learning'),
  AssociateDegree: DEGREE,
  Award: completed('honours something done, without saying how it was judged'),
  BachelorDegree: DEGREE,
  Badge: completed('is generic: its criteria were met, how that was seen is not said'),
  Certificate: completed('designates knowledge and skills, without saying how they were examined'),
  CertificateOfCompletion: completed('acknowledges completion'),
  Course: completed('represents the completion of a course'),
  Degree: DEGREE,
  Diploma: completed('is awarded for completing a course of study'),
  DoctoralDegree: DEGREE,
  Fieldwork: completed('represents practical work done'),
  JourneymanCertificate: completed('is awarded on completing an apprenticeship'),
  LearningProgram: completed('is a set of learning opportunities that was gone through'),
  MasterDegree: DEGREE,
  MicroCredential: completed('covers a small set of skills; the term alone does not say that they were examined'),
  ProfessionalDoctorate: DEGREE,
  ResearchDoctorate: DEGREE,
  SecondarySchoolDiploma: completed('is awarded for completing secondary school'),

  CoCurricular: attended('represents an activity that was taken part in'),
  CommunityService: attended('represents service that was taken part in'),
  Membership: attended('represents belonging to a group'),
  QualityAssuranceCredential: attended('speaks of an organization or programme, not of what its holder can do'),
};

const UNSTATED = completed('is not stated: its criteria were met, how that was seen is not said');

/**
 * The grade of any `achievementType`. Issuers' own terms (`ext:...`) are read by the plain words in them, and count as
 * completed when they hold none.
 */
export function gradeOfAchievementType(type: string | undefined): TypeGrade {
  if (type === undefined) return UNSTATED;
  if (Object.hasOwn(GRADE_OF_ACHIEVEMENT_TYPE, type)) return GRADE_OF_ACHIEVEMENT_TYPE[type] ?? UNSTATED;
  const words = type
    .replace(/^[a-z]+:/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  if (/\b(?:attend|attendance|attended|participa\w*|presence|member\w*|teilnahme\w*|deelname)\b/.test(words)) {
    return attended('names attendance or membership');
  }
  if (/\b(?:assess\w*|exam|examination|test|certification|licen[cs]e|prüfung)\b/.test(words)) {
    return assessed('names an examination');
  }
  return completed('is a term of the issuer that does not speak of an examination');
}
