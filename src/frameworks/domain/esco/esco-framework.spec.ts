import { UnreadableSource } from '../import/source-problem.js';
import type { FrameworkEntry } from '../content/framework-content.js';
import { fileLanguage } from './file-language.js';
import { readEscoFramework } from './esco-framework.js';

const uri = (name: string): string => `http://data.europa.eu/esco/${name}`;
const SKILLS = `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description
KnowledgeSkillCompetence,${uri('skill/0001')},skill/competence,cross-sector,weld metal,"weld metal
join metal by heat",,released,2020-01-01,Not soldering.,,,Joining metals.
KnowledgeSkillCompetence,${uri('skill/0002')},knowledge,,metallurgy,,,obsolete,,,,,
KnowledgeSkillCompetence,${uri('skill/0003')},magic,,conjure metal,,,released,,,,,
KnowledgeSkillCompetence,${uri('skill/0001')},skill/competence,,weld twice,,,released,,,,,
KnowledgeSkillCompetence,,skill/competence,,nameless,,,released,,,,,
`;
const FRENCH = `conceptType,conceptUri,skillType,preferredLabel,altLabels,status,description
KnowledgeSkillCompetence,${uri('skill/0001')},skill/competence,souder du métal,assembler du métal,released,Assembler.
`;
const GROUPS = `conceptType,conceptUri,preferredLabel,status,code
SkillGroup,${uri('skill/00a0')},working with metal,released,S8.1
SkillGroup,${uri('isced-f/0715')},mechanics and metal trades,released,
`;
const OCCUPATIONS = `conceptType,conceptUri,iscoGroup,preferredLabel,status,code
Occupation,${uri('occupation/00f0')},7212,welder,released,7212.3
ISCOGroup,${uri('isco/C7212')},,Welders,released,C7212
`;
const BROADER = `conceptType,conceptUri,broaderType,broaderUri
KnowledgeSkillCompetence,${uri('skill/0001')},SkillGroup,${uri('skill/00a0')}
KnowledgeSkillCompetence,${uri('skill/0001')},SkillGroup,${uri('isced-f/0715')}
KnowledgeSkillCompetence,${uri('skill/0001')},SkillGroup,${uri('skill/ffff')}
`;
const NEEDS = `occupationUri,relationType,skillType,skillUri
${uri('occupation/00f0')},essential,skill/competence,${uri('skill/0001')}
${uri('occupation/00f0')},optional,knowledge,${uri('skill/0002')}
${uri('occupation/00f0')},vital,knowledge,${uri('skill/0002')}
`;
const PAIRS = `originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
${uri('skill/0001')},skill/competence,essential,knowledge,${uri('skill/0002')}
`;
const COLLECTION = `conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri,broaderConceptPT
KnowledgeSkillCompetence,${uri('skill/0001')},weld metal,released,skill/competence,,weld metal | fuse metal,,${uri('skill/00a0')},working with metal
`;
const FILES = {
  'occupationSkillRelations.csv': NEEDS,
  'skills_en.csv': SKILLS,
  'skills_fr.csv': FRENCH,
  'skillGroups_en.csv': GROUPS,
  'occupations_en.csv': OCCUPATIONS,
  'broaderRelationsSkillPillar.csv': BROADER,
  'skillSkillRelations.csv': PAIRS,
  'greenSkillsCollection_en.csv': COLLECTION,
};

const read = (files: Record<string, string>) =>
  readEscoFramework(Object.entries(files).map(([file, text]) => ({ file, chunks: [Buffer.from(text)] })));

describe('readEscoFramework', () => {
  const byUri = (entries: readonly FrameworkEntry[], name: string) => entries.find((entry) => entry.uri === uri(name));

  it('puts one concept together from concepts, languages, groups, relations and collections in any order', async () => {
    const { content } = await read(FILES);
    expect(byUri(content.entries, 'skill/0001')).toMatchObject({
      label: { language: 'en', text: 'weld metal' },
      translations: [{ language: 'fr', text: 'souder du métal' }],
      definition: 'Joining metals.',
      notes: 'Not soldering.',
      type: 'skill',
      assignable: true,
      status: 'active',
      broader: [uri('skill/00a0'), uri('isced-f/0715')],
      related: [uri('skill/0002')],
      links: [{ type: 'essential', to: uri('skill/0002') }],
      collections: ['green'],
      details: { reuseLevel: 'cross-sector', definitions: { fr: 'Assembler.' } },
    });
    expect(byUri(content.entries, 'skill/0001')?.alternativeLabels).toContainEqual({
      language: 'en',
      text: 'join metal by heat',
    });
    expect(byUri(content.entries, 'skill/0002')).toMatchObject({ type: 'knowledge', status: 'deprecated' });
    expect(byUri(content.entries, 'skill/00a0')).toMatchObject({ type: 'group', assignable: false, code: 'S8.1' });
    expect(byUri(content.entries, 'occupation/00f0')).toMatchObject({
      type: 'occupation',
      assignable: false,
      broader: [uri('isco/C7212')],
      links: [
        { type: 'essential', to: uri('skill/0001') },
        { type: 'optional', to: uri('skill/0002') },
      ],
    });
  });

  it('reports each row that is not taken with its file, line and reason', async () => {
    const { problems } = await read(FILES);
    // In skills_en.csv the first row spans lines 2 and 3.
    expect(problems.listed.map(({ file, line, severity, code }) => [file, line, severity, code])).toEqual([
      ['occupationSkillRelations.csv', 4, 'error', 'relation-unknown'],
      ['skills_en.csv', 5, 'error', 'type-unknown'],
      ['skills_en.csv', 6, 'error', 'uri-repeated'],
      ['skills_en.csv', 7, 'error', 'identity-missing'],
      ['broaderRelationsSkillPillar.csv', 4, 'warning', 'broader-unknown'],
    ]);
  });

  it('counts the rows of each file', async () => {
    const { files } = await read(FILES);
    expect(files.map(({ rows }) => rows)).toEqual([3, 5, 1, 2, 2, 3, 1, 1]);
  });

  it('refuses a file that is none of its own', async () => {
    const refused = read({ 'a.csv': 'colour,size\nred,3' });
    await expect(refused).rejects.toThrow(UnreadableSource);
    await expect(refused).rejects.toMatchObject({ problem: { code: 'file-unknown', file: 'a.csv' } });
  });
});

describe('fileLanguage', () => {
  it.each([
    ['skills_fr.csv.gz', 'fr'],
    ['esco-1.1.2-fr-occupations.csv.gz', 'fr'],
    ['download/skills_en.csv', 'en'],
    ['occupationSkillRelations.csv', undefined],
    ['my_skills.csv', undefined],
  ])('reads %s as %s', (file, language) => expect(fileLanguage(file)).toBe(language));
});
