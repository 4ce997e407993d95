import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { levelFor } from '../levels/level-for.js';
import { proofGrade } from '../proof/proof-of.js';
import { valueAt } from '../reading/json-pointer.js';
import { isObject, type JsonObject } from '../reading/json-value.js';
import { collectClaims } from './collect-claims.js';

// What follows was read off the files by hand; the files themselves stay where they are.
const folder = join('..', 'shared', 'credentials');
const isThere = existsSync(folder);
const read = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as JsonObject;
const NOBODY = { issuerId: null, subjectIds: [] };

if (!isThere) it.skip('claims of real credentials: the folder ../shared/credentials is absent', () => undefined);

(isThere ? describe : describe.skip)('claims of real credentials', () => {
  it('the complete example of Open Badges 3', () => {
    const credential = read('1edtech-ob3', 'complete.json');
    const claims = collectClaims(credential).map((claim) => {
      const { level, status, source } = levelFor(claim, credential);
      return [claim.jsonPath.replace('/credentialSubject/', ''), claim.class, claim.text, status, level, source];
    });
    const description = 'achievement/resultDescription';
    expect(claims).toEqual([
      ['achievement/alignment/0', 'skill', '1EdTech University Degree', 'unknown', null, 'none'],
      ['achievement/alignment/1', 'credential', '1EdTech University Degree', 'unknown', null, 'none'],
      // All three results name this description: grade A, the level "Mastered" of two, and "Completed".
      [`${description}/0/alignment/0`, 'skill', 'Final Project', 'stated', 5, 'rubric'],
      [`${description}/1/alignment/0`, 'skill', 'Final Project', 'unknown', null, 'none'],
      // No result names this description; it requires "Mastered".
      [`${description}/1/rubricCriterionLevel/0/alignment/0`, 'level', 'Final Project', 'stated', 5, 'rubric'],
      [`${description}/1/rubricCriterionLevel/1/alignment/0`, 'level', 'Final Project', 'no-credit', null, 'none'],
      // A is the highest of D, C, B, A, of which C is required.
      ['result/0/alignment/0', 'skill', 'Final Project', 'stated', 5, 'result'],
      ['result/1/alignment/0', 'skill', 'Final Project', 'stated', 5, 'rubric'],
      ['achievement/name', 'skill', '1EdTech University Degree', 'unknown', null, 'none'],
      ['achievement/tag/0', 'skill', 'research', 'unknown', null, 'none'],
      ['achievement/tag/1', 'skill', 'computer science', 'unknown', null, 'none'],
      ['achievement/criteria/narrative', 'skill', 'Degree Requirements', 'unknown', null, 'none'],
      ['achievement/criteria/narrative', 'skill', 'Students must complete...', 'unknown', null, 'none'],
    ]);
    expect(proofGrade(credential, NOBODY)).toMatchObject({ grade: 'assessed-with-evidence', jsonPath: '/evidence/0' });
  });

  it('a micro-credential of the European Learning Model', () => {
    const credential = read('elm', 'Sample-MC-Annex1-unsigned.jsonld');
    const claims = collectClaims(credential).map((claim) => {
      const { level, raw, scale } = levelFor(claim, credential);
      return [
        claim.jsonPath.replace('/credentialSubject/hasClaim/specifiedBy/learningOutcome/', ''),
        claim.text,
        level,
        raw,
        scale,
      ];
    });
    // The qualification is EQF 6, which is 4 of five and is cut at 3; DigComp 4 is 3 of five by itself.
    expect(claims).toEqual([
      ['0/relatedESCOSkill/0', 'stimulate creativity in the team', 3, '6', 'EQF'],
      ['0/relatedESCOSkill/1', 'communicate with target community', 3, '6', 'EQF'],
      ['0/relatedESCOSkill/2', 'establish collaborative relations', 3, '6', 'EQF'],
      ['1/relatedESCOSkill', 'develop digital content', 3, '6', 'EQF'],
      ['1/relatedSkill/0', 'Developing digital content', 3, '6', 'EQF'],
      ['1/relatedSkill/1', 'Developing digital content Level 4', 3, '4', 'DigComp'],
    ]);
    expect(proofGrade(credential, NOBODY).grade).toBe('assessed');
  });

  it.each([
    [
      'a résumé of HR Open',
      ['ler-rs', 'LER-RS_V2_VCwrapper.json'],
      [['extension', 'Project Management']],
      'self-asserted',
    ],
    [
      'a badge with a Markdown list',
      ['dcc', 'v2', 'ed25519', 'didKey', 'legacy-noStatus-noExpiry-lcwExperience.json'],
      [
        ['name', 'LCW Experience Badge'],
        ['narrative', 'Learner experienced the on-demand issuing of the LCW Experience Badge.'],
        ['narrative', 'Learned about W3C Verifiable Credentials and Open Badges 3.0'],
      ],
      'completed',
    ],
    [
      'a learner record, whose credentials count on their own',
      ['1edtech-clr2', 'simple-noproof.json'],
      [],
      'completed',
    ],
    [
      'an assertion of Open Badges 0.5',
      ['openbadges-1x', '0_5_assertion.json'],
      [['name', 'Basic McBadge']],
      'completed',
    ],
    ['a hosted assertion that only links to its badge', ['1edtech-ob2', 'basic-assertion.json'], [], 'completed'],
    ['a credential of the W3C without an achievement', ['w3c-di', 'eddsa-rdfc-2022.json'], [], 'completed'],
  ])('%s', (_, path, expected, grade) => {
    const credential = read(...path);
    expect(collectClaims(credential).map((claim) => [claim.kind, claim.text])).toEqual(expected);
    expect(proofGrade(credential, NOBODY).grade).toBe(grade);
  });

  it('every pointer of every claim leads into its file', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.json(?:ld)?$/.test(file),
    );
    const credentials = files
      .filter((file) => statSync(join(folder, file)).size > 0)
      .map((file) => parsed(readFileSync(join(folder, file), 'utf8')))
      .filter(isObject);
    expect(credentials.length).toBeGreaterThan(100);
    for (const credential of credentials) {
      for (const claim of collectClaims(credential)) expect(valueAt(credential, claim.jsonPath)).toBeDefined();
    }
  });
});

/** One of the files is not JSON on purpose. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
