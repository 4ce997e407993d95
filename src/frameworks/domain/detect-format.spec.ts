import { detectFormat } from './detect-format.js';

const detect = (...files: [name: string, text: string][]) =>
  detectFormat(files.map(([file, text]) => ({ file, chunks: [Buffer.from(text)] })));

describe('detectFormat', () => {
  it.each([
    ['esco', 'skills_en.csv', '\ufeffconceptType,conceptUri,skillType,preferredLabel\n'],
    ['esco', 'relations.csv', '"occupationUri","relationType","skillType","skillUri"\n'],
    ['tabiya', 'skills.csv', '"ORIGINURI","ID","UUIDHISTORY","SKILLTYPE","REUSELEVEL","PREFERREDLABEL"\n'],
    ['tabiya', 'skill_groups.csv', 'ORIGINURI,ID,UUIDHISTORY,CODE,PREFERREDLABEL_EN,PREFERREDLABEL_FR\n'],
    ['tabiya', 'skill_hierarchy.csv', '"PARENTOBJECTTYPE","PARENTID","CHILDID","CHILDOBJECTTYPE"\n'],
    ['tabiya', 'model_info.csv', '"UUIDHISTORY","NAME","LOCALE","DESCRIPTION","VERSION"\n'],
    ['tabiya', 'relations.csv', '"OCCUPATIONTYPE","OCCUPATIONID","RELATIONTYPE","SKILLID"\n'],
    ['onet', 'Skills.txt', 'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n'],
    ['onet', 'Read Me.txt', 'O*NET 29.2 Database\n'],
    ['onet', 'Content Model Reference.txt', 'Element ID\tElement Name\tDescription\n'],
    ['rsd', 'old.csv', 'Collection,Skill Name,Skill Category,Contextualized Skill Statement\n'],
    ['rsd', 'new.csv', '"RSD Name","Authors","Skill Statement"\n'],
    ['rsd', 'skills.json', '[{"uuid":"x","skillStatement":"Weld."}]'],
    ['case', 'old.json', '{"CFDocument":{}}'],
    ['case', 'newer.json', ' \n{ "CFPackage" : {}}'],
    ['case', 'other-order.json', '{"CFItems":[],"CFDocument":{}}'],
    ['case', 'items.csv', '"Identifier","fullStatement","Human Coding Scheme","Is Child Of"\n'],
    ['case', 'associations.csv', 'originNodeIdentifier,associationType,destinationNodeIdentifier\n'],
    ['case', 'document.csv', 'identifier,creator,title,adoptionStatus\n'],
    ['ctdl-asn', 'graph.jsonld', '{"@context":"https://credreg.net/ctdlasn/schema/context/json","@graph":[]}'],
    ['ctdl-asn', 'envelope.json', '{"envelope_id":"x","resource":"a.b.c"}'],
    ['csv', 'own.csv', 'Code;Label;Broader\n'],
    ['csv', 'own.csv', 'uri,label'],
    ['csv', 'skill.csv', 'name,description,slug,competency,rank\n'],
    ['csv', 'skill_level.csv', 'name,description,level\n'],
    ['csv', 'all.csv', 'area,competency,skill,description,slug\n'],
  ])('tells %s by %s', async (format, file, text) => {
    expect((await detect([file, text])).format).toBe(format);
  });

  it('gives the files back as they were, in whatever pieces they come', async () => {
    const pieces = [...Buffer.from('code,label\nä,Ärger\n')].map((byte) => Uint8Array.from([byte]));
    const { format, sources } = await detectFormat([{ file: 'a.csv', chunks: pieces }]);
    const read: Uint8Array[] = [];
    for await (const piece of sources[0]?.chunks ?? []) read.push(piece);
    expect([format, Buffer.concat(read).toString()]).toEqual(['csv', 'code,label\nä,Ärger\n']);
  });

  it.each([
    ['a table of another kind', [['a.csv', 'colour,size\n']], 'format-unknown'],
    ['a list of people', [['a.csv', 'id,name,email\n']], 'format-unknown'],
    ['a table without keys', [['a.csv', 'area,competency,skill,description\n']], 'format-unknown'],
    ['JSON of another kind', [['a.json', '{"colour":"red"}']], 'format-unknown'],
    ['an empty file', [['a.csv', '']], 'format-unknown'],
    ['blanks without end', [['a.csv', ' '.repeat(300_000)]], 'format-unknown'],
    ['files of several formats', [['a.csv', 'code,label\n'], ['b.json', '{"CFDocument":{}}']], 'format-unclear'], // prettier-ignore
  ] as [string, [string, string][], string][])('refuses %s', async (_what, files, code) => {
    await expect(detect(...files)).rejects.toMatchObject({ problem: { code } });
  });

  it.each([
    ['what its first row is', 'colour,size\nred,1\n', 'Its first row is "colour", "size".'],
    ['where a crosswalk goes', 'concept_uri,onet_code\n', 'Send it to POST /v1/crosswalks/imports.'],
  ])('says of a file that is refused %s', async (_what, text, said) => {
    await expect(detect(['a.csv', text])).rejects.toMatchObject({ message: expect.stringContaining(said) });
  });
});
