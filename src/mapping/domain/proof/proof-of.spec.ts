import fc from 'fast-check';
import type { JsonObject } from '../reading/json-value.js';
import { GRADE_OF_ACHIEVEMENT_TYPE, gradeOfAchievementType } from './achievement-type-grades.js';
import { proofGrade } from './proof-of.js';

const STRANGER = { issuerId: 'did:example:issuer', subjectIds: ['did:example:holder'] };
const badge = (achievement: JsonObject, subject: JsonObject = {}, rest: JsonObject = {}): JsonObject => ({
  credentialSubject: { id: 'did:example:holder', achievement, ...subject },
  ...rest,
});
const evidence = [{ id: 'https://example.org/weld', type: ['Evidence'] }];

describe('proofGrade', () => {
  it.each([
    [
      'an assessment with evidence',
      badge({ achievementType: 'Assessment' }, {}, { evidence }),
      'assessed-with-evidence',
      100,
    ],
    [
      'an assessment with evidence at the subject',
      badge({ achievementType: 'License' }, { evidence: { narrative: 'He welded.' } }),
      'assessed-with-evidence',
      100,
    ],
    ['an assessment', badge({ achievementType: 'Certification' }), 'assessed', 85],
    [
      'a course with a graded result',
      badge({ achievementType: 'Course' }, { result: [{ value: '87' }] }),
      'assessed',
      85,
    ],
    [
      'a membership with an achieved level',
      badge({ achievementType: 'Membership' }, { result: { achievedLevel: 'urn:l' } }),
      'assessed',
      85,
    ],
    ['a course', badge({ achievementType: 'Course' }), 'completed', 60],
    [
      'a course with evidence, which nobody assessed',
      badge({ achievementType: 'Course' }, {}, { evidence }),
      'completed',
      60,
    ],
    [
      'a course that is merely marked completed',
      badge({ achievementType: 'Course' }, { result: [{ status: 'Completed' }] }),
      'completed',
      60,
    ],
    ['an achievement of no stated kind', badge({ name: 'Welder' }), 'completed', 60],
    ['a membership', badge({ achievementType: 'Membership' }), 'attended', 30],
    ['an issuer’s own kind of attendance', badge({ achievementType: 'ext:CourseAttendance' }), 'attended', 30],
    [
      'a badge for taking part',
      badge({ 'extensions:CategoryExtension': { Category: 'participation' } }),
      'attended',
      30,
    ],
  ])('%s is %s', (_, credential, grade, percent) => {
    expect(proofGrade(credential, STRANGER)).toMatchObject({ grade, percent });
  });

  it.each([
    ['failed', { value: '12', status: 'Failed' }],
    ['empty', {}],
  ])('does not count a result that is %s', (_, result) => {
    expect(proofGrade(badge({ achievementType: 'Course' }, { result: [result] }), STRANGER).grade).toBe('completed');
  });

  it('does not count a prediction', () => {
    const achievement = {
      achievementType: 'Course',
      resultDescription: [{ id: 'urn:d', resultType: 'PredictedScore' }],
    };
    expect(
      proofGrade(badge(achievement, { result: [{ resultDescription: 'urn:d', value: '95' }] }), STRANGER).grade,
    ).toBe('completed');
  });

  it.each([
    ['has neither address nor story', { type: ['Evidence'], name: 'My work' }],
    ['is a blank node', { id: '_:b1' }],
    ['is blank', '  '],
  ])('does not count evidence that %s', (_, entry) => {
    expect(proofGrade(badge({ achievementType: 'Assessment' }, {}, { evidence: [entry] }), STRANGER).grade).toBe(
      'assessed',
    );
  });

  it.each([
    ['the same DID', 'did:example:me', 'did:example:me'],
    ['the same DID with a key', 'did:example:me#key-1', 'did:example:me'],
    ['the same address', 'https://me.example.org/', 'https://me.example.org'],
  ])('is self-asserted when issuer and subject are %s, whatever else is said', (_, issuerId, subjectId) => {
    const credential = badge({ achievementType: 'Assessment' }, { result: [{ value: '100' }] }, { evidence });
    expect(proofGrade(credential, { issuerId, subjectIds: [subjectId] })).toMatchObject({
      grade: 'self-asserted',
      percent: 0,
    });
  });

  it('is self-asserted for a résumé', () => {
    const resume = {
      type: ['VerifiableCredential', 'LER-RS VC'],
      credentialSubject: { skills: [{ name: 'Welding' }] },
    };
    expect(proofGrade(resume, STRANGER).grade).toBe('self-asserted');
  });

  it.each([
    ['JSON Resume', { basics: { name: 'A' }, skills: [{ name: 'Welding' }] }],
    ['a learner record alone', { type: 'LER-RSType', skills: [{ name: 'Welding' }] }],
  ])('is self-asserted for %s', (_name, resume) => {
    expect(proofGrade(resume, STRANGER)).toMatchObject({ grade: 'self-asserted', percent: 0 });
  });

  it('takes the weakest of several achievements', () => {
    const credential = {
      credentialSubject: { achievement: [{ achievementType: 'License' }, { achievementType: 'Membership' }] },
    };
    expect(proofGrade(credential, STRANGER)).toMatchObject({
      grade: 'attended',
      jsonPath: '/credentialSubject/achievement/1/achievementType',
    });
  });

  it('follows the organization’s own ladder', () => {
    const ladder = { 'assessed-with-evidence': 90, assessed: 70, completed: 40, attended: 10, 'self-asserted': 5 };
    expect(proofGrade(badge({ achievementType: 'Course' }), STRANGER, ladder).percent).toBe(40);
  });

  it('is blind to person, school, names and hours', () => {
    const anyText = fc.string();
    const anySurroundings = fc.record({
      name: anyText,
      description: anyText,
      creditsAvailable: fc.integer(),
      fieldOfStudy: anyText,
      creator: fc.record({ name: anyText }),
    });
    fc.assert(
      fc.property(
        anySurroundings,
        fc.record({ name: anyText, activityStartDate: anyText, creditsEarned: fc.integer() }),
        (about, person) => {
          const credential = badge({ achievementType: 'Course', ...about }, person, {
            issuer: { id: 'did:example:issuer', name: about.name },
          });
          expect(proofGrade(credential, STRANGER)).toMatchObject({ grade: 'completed', percent: 60 });
        },
      ),
    );
  });
});

describe('the table of achievement types', () => {
  it('holds every term of the Open Badges 3 vocabulary', () => {
    const vocabulary =
      'Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree Certificate CertificateOfCompletion Certification CommunityService Competency Course CoCurricular Degree Diploma DoctoralDegree Fieldwork GeneralEducationDevelopment JourneymanCertificate LearningProgram License Membership ProfessionalDoctorate QualityAssuranceCredential MasterCertificate MasterDegree MicroCredential ResearchDoctorate SecondarySchoolDiploma';
    expect(Object.keys(GRADE_OF_ACHIEVEMENT_TYPE).toSorted()).toEqual(vocabulary.split(' ').toSorted());
  });

  it.each([
    ['ext:LanguageExam', 'assessed'],
    ['ext:LanguageTest', 'assessed'],
    ['ext:Teilnahmebescheinigung', 'attended'],
    ['ext:Something', 'completed'],
    ['constructor', 'completed'],
    [undefined, 'completed'],
  ])('reads %s as %s', (type, grade) => {
    expect(gradeOfAchievementType(type).grade).toBe(grade);
  });
});
