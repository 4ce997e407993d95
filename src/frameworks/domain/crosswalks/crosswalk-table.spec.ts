import { UnreadableSource } from '../import/source-problem.js';
import { MAX_CROSSWALK_ROWS, readCrosswalkTable } from './crosswalk-table.js';

const read = (text: string, bytes = 1_000_000) =>
  readCrosswalkTable({ file: 'crosswalks.csv', chunks: [Buffer.from(text)] }, bytes);
const refusal = async (text: string, bytes?: number): Promise<string> => {
  const error = await read(text, bytes).catch((thrown: unknown) => thrown);
  return error instanceof UnreadableSource ? error.problem.code : String(error);
};

describe('readCrosswalkTable', () => {
  it('reads columns in any order, relations by their SKOS names too, and codes with their framework', async () => {
    const { rows, problems } = await read(
      'Relation;To;Competency;Confidence;Label\nexactMatch;ESCO:S5.6.1;urn:own:weld;90;Welding\n' +
        'close; HTTP://data.europa.eu/esco/skill/326809FC-238D-40C2-881E-40042F7F2F0D ;urn:own:w;;\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        competency: 'urn:own:weld',
        relation: 'exact',
        key: 'esco-group:S5.6.1',
        label: 'Welding',
        confidence: 90,
      },
      {
        line: 3,
        competency: 'urn:own:w',
        relation: 'close',
        key: 'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d',
        label: null,
        confidence: null,
      },
    ]);
  });

  it('says of every bad row where it stands and what is wrong, and takes the others', async () => {
    const { rows, problems } = await read(
      [
        'competency,relation,to,label,confidence',
        ',exact,urn:b,,',
        'urn:a,same,urn:b,,',
        'urn:a,exact,,,',
        'urn:a,exact,just words,,',
        'urn:a,exact,urn:b,,101',
        'urn:a,exact,urn:b,,most',
        `urn:a,exact,urn:b,${'x'.repeat(1001)},`,
        `urn:${'a'.repeat(2100)},exact,urn:b,,`,
        'urn:a,exact',
        'urn:a,exact,urn:b,,100',
      ].join('\n'),
    );
    expect(rows.map(({ line }) => line)).toEqual([11]);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'competency', 'cell-empty'],
      [3, 'relation', 'relation-unknown'],
      [4, 'to', 'reference-unreadable'],
      [5, 'to', 'reference-unreadable'],
      [6, 'confidence', 'confidence-invalid'],
      [7, 'confidence', 'confidence-invalid'],
      [8, 'label', 'cell-too-long'],
      [9, 'competency', 'cell-too-long'],
      [10, 'to', 'reference-unreadable'],
    ]);
  });

  it('reads what Nesta publishes: matches are close, and three steps of confidence are shares of the highest', async () => {
    const occupation = (n: number): string =>
      `http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000000${n}`;
    const { rows, problems, unreadColumns } = await read(
      [
        'id,esco_occupation,isco_code,onet_code,onet_occupation,matching_job_titles,semantic_similarity,confidence,concept_uri',
        `1,mayor,1111,11-1031.00,legislators,"['mayor', 'alderman']",0.81,2.0,${occupation(1)}`,
        `2,envoy,1112,11-1011,chief executives,na,0.74,0.5,${occupation(2)}`,
        `3,consul,1112,,nobody,na,0.74,1.0,${occupation(3)}`,
        `4,legate,1112,manager,nobody,na,0.74,1.0,${occupation(4)}`,
        `5,nuncio,1112,11-1011.00,chief executives,na,0.74,3,${occupation(5)}`,
        '6,herald,1112,11-1011.00,chief executives,na,0.74,1,',
      ].join('\n'),
    );
    expect(rows).toEqual([
      {
        line: 2,
        competency: occupation(1),
        relation: 'close',
        key: 'onet-occupation:11-1031.00',
        label: 'legislators',
        confidence: 100,
      },
      {
        line: 3,
        competency: occupation(2),
        relation: 'close',
        key: 'onet-occupation:11-1011.00',
        label: 'chief executives',
        confidence: 25,
      },
    ]);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'onet_code', 'reference-unreadable'],
      [5, 'onet_code', 'reference-unreadable'],
      [6, 'confidence', 'confidence-invalid'],
      [7, 'concept_uri', 'cell-empty'],
    ]);
    expect(unreadColumns).toEqual(['id', 'esco_occupation', 'isco_code', 'matching_job_titles', 'semantic_similarity']);
  });

  it('reads what the European Commission publishes, below its notes, with the kinds of match that it states', async () => {
    const { rows, problems } = await read(
      [
        'Crosswalk between ESCO and O*NET,,,,,,',
        'Version,1.1,,,,,',
        ',,,,,,',
        'O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match',
        '51-4121.00,Welders,,http://data.europa.eu/esco/isco/C7212,Welders and flame cutters,,broadMatch',
        '51-4121.00,Welders,,http://data.europa.eu/esco/isco/C7212,Welders,,sameAs',
      ].join('\n'),
    );
    expect(rows).toEqual([
      {
        line: 5,
        competency: 'ONET:51-4121.00',
        relation: 'broader',
        key: 'isco:7212',
        label: 'Welders and flame cutters',
        confidence: null,
      },
    ]);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [6, 'Type of Match', 'relation-unknown'],
    ]);
  });

  it('looks for the header row no further than below some notes', async () => {
    const notes = (count: number): string => 'a note\n'.repeat(count);
    expect((await read(`${notes(50)}competency,relation,to\nurn:a,exact,urn:b\n`)).rows).toHaveLength(1);
    expect(await refusal(`${notes(51)}competency,relation,to\nurn:a,exact,urn:b\n`)).toBe('column-missing');
  });

  it('refuses what is no such table, and what is too much', async () => {
    expect(await refusal('')).toBe('column-missing');
    expect(await refusal('competency,relation\nurn:a,exact\n')).toBe('column-missing');
    expect(await refusal('competency,relation,to\n"urn:a,exact,urn:b')).toBe('not-csv');
    expect(await refusal('competency,relation,to\nurn:a,exact,urn:b\n', 10)).toBe('too-large');
    const many = `competency,relation,to\n${'urn:a,exact,urn:b\n'.repeat(MAX_CROSSWALK_ROWS)}`;
    expect((await read(many)).rows).toHaveLength(MAX_CROSSWALK_ROWS);
    expect(await refusal(`${many}urn:a,exact,urn:c\n`)).toBe('too-many-rows');
  });
});
