import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type AlignmentClass, classifyAlignment } from './alignment-class.js';
import type { AlignmentReference } from './alignment-reference.js';

const UUID = '326809fc-238d-40c2-881e-40042f7f2f0d';

describe('classifyAlignment', () => {
  const cases: [string, AlignmentReference, AlignmentClass][] = [
    [
      'an ESCO concept',
      { url: `http://data.europa.eu/esco/skill/${UUID}`, code: UUID, type: 'ext:ESCO', framework: 'ESCO' },
      'skill',
    ],
    ['an ESCO concept without a type', { url: `https://data.europa.eu/esco/skill/${UUID}` }, 'skill'],
    [
      'an ESCO group by its code',
      { url: 'https://example.org', code: 'S1.4.1', framework: 'ESCO', type: 'ext:ESCO' },
      'group',
    ],
    ['an occupation among ESCO concepts', { url: '/esco/isco/C7121', code: '7121', framework: 'ESCO' }, 'occupation'],
    [
      'an ESCO occupation of type ESCO',
      { url: `http://data.europa.eu/esco/occupation/${UUID}`, type: 'ext:ESCO' },
      'occupation',
    ],
    ['a machine-made ESCO tag', { url: `http://data.europa.eu/esco/skill/${UUID}`, type: 'ESCO:Skill' }, 'skill'],
    [
      'a registry competency',
      { url: `https://credentialfinder.org/competency/ce-${UUID}`, type: 'ceasn:Competency' },
      'skill',
    ],
    ['a registry competency without a type', { url: `https://credentialfinder.org/competency/ce-${UUID}` }, 'skill'],
    [
      'a credential in the finder',
      { url: 'https://credentialfinder.org/credential/20229/X', code: `ce-${UUID}` },
      'credential',
    ],
    ['a credential by its type', { name: 'Diploma', type: 'ceterms:Credential' }, 'credential'],
    ['a course', { name: 'Welding 1', type: 'ext:Course' }, 'credential'],
    [
      'any resource of the registry',
      { name: 'X', url: `https://credentialengineregistry.org/resources/ce-${UUID}` },
      'unknown',
    ],
    ['a CASE item', { url: `https://caseregistry.imsglobal.org/uri/${UUID}`, type: 'CFItem' }, 'skill'],
    ['a rubric level', { url: 'https://example.org/rubric/3', type: 'CFRubricCriterionLevel' }, 'level'],
    ['EQF', { name: 'EQF level 4', code: '4', type: 'ext:EQF' }, 'level'],
    ['EQF without a type', { name: 'EQF level 4', code: '4', url: 'https://example.org' }, 'level'],
    ['EQF by framework', { name: 'Level 6', code: '6', framework: 'European Qualifications Framework' }, 'level'],
    ['CEFR', { name: 'B2', framework: 'CEFR' }, 'level'],
    ['an accreditation', { code: 'AV-1337', type: 'ext:QualityAssurance' }, 'accreditation'],
    ['a Lightcast skill', { url: 'https://skills.emsidata.com/skills/KS122HN7559WPNWPMDML' }, 'skill'],
    ['an open skills library', { url: `https://osmt.example.edu/api/skills/${UUID}` }, 'skill'],
    ['O*NET occupations', { code: ['15-1252.00', '15-1254.00'], framework: 'O*NET', name: 'Developers' }, 'occupation'],
    ['an O*NET element', { code: '2.A.1.a', framework: 'O*NET' }, 'skill'],
    ['a name and a framework only', { name: 'Negotiation', framework: 'Acme skills' }, 'skill'],
    ['a name with an address (Open Badges 2)', { name: 'Negotiation', url: 'https://example.org/skills/9' }, 'skill'],
    ['a list of types', { name: 'EQF 5', type: ['Alignment', 'ext:EQF'] }, 'level'],
    ['a type as URI', { name: 'x', type: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#CFItem' }, 'skill'],
    ['a type nobody knows', { name: 'x', type: 'ext:Zodiac' }, 'unknown'],
    ['nothing', {}, 'unknown'],
  ];
  it.each(cases)('recognises %s', (_name, alignment, expected) => expect(classifyAlignment(alignment)).toBe(expected));
});

describe('classifyAlignment on alignments of real credentials', () => {
  const path = join(
    process.cwd(),
    '..',
    'shared',
    'frameworks',
    'alignment-examples',
    'alignments-found-in-credentials.csv',
  );
  if (!existsSync(path)) {
    it.skip('needs ../shared/frameworks/alignment-examples, which is not there', () => undefined);
    return;
  }
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true });

  // By the declared type. One has none: a page of a credential in a registry's finder, and one is a school standard.
  const expectedOf = ({ targetType = '', targetUrl = '' }: Record<string, string>): AlignmentClass => {
    const byType: Record<string, AlignmentClass> = {
      'ext:ESCO': 'skill',
      CFItem: 'skill',
      CTDL: 'credential',
      CFRubricCriterionLevel: 'level',
      'ext:EQF': 'level',
      'ext:QualityAssurance': 'accreditation',
    };
    return byType[targetType] ?? (targetUrl.includes('credentialfinder.org/credential/') ? 'credential' : 'skill');
  };

  it('has all of them', () => expect(rows).toHaveLength(27));

  it.each(
    rows.map((row): [string, Record<string, string>] => [`${row.targetName?.slice(0, 40)}, ${row.targetType}`, row]),
  )('classifies %s', (_name, row) => {
    const alignment = {
      url: row.targetUrl,
      code: row.targetCode,
      framework: row.targetFramework,
      name: row.targetName,
      type: row.targetType,
    };
    expect(classifyAlignment(alignment)).toBe(expectedOf(row));
  });
});
