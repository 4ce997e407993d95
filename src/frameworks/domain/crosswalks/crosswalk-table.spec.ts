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
