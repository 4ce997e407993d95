import { gzipSync } from 'node:zlib';
import type { FrameworkEntry } from '../content/framework-content.js';
import { boundedGunzip } from '../import/bounded-gunzip.js';
import { UnreadableSource } from '../import/source-problem.js';
import { readCsvFramework } from './csv-framework.js';

const BASE = 'urn:credence:framework:acme:';
const file = (text: string | Buffer, name = 'skills.csv') => ({ file: name, chunks: [Buffer.from(text as string)] });

async function read(...texts: string[]) {
  const { content, problems } = await readCsvFramework(
    texts.map((text, at) => file(text, `${at + 1}.csv`)),
    BASE,
  );
  const byLabel = new Map(content.entries.map((entry) => [entry.label.text, entry]));
  const entry = (label: string): FrameworkEntry => {
    const found = byLabel.get(label);
    if (found === undefined) throw new Error(`no entry ${label}`);
    return found;
  };
  return {
    entry,
    labels: [...byLabel.keys()],
    problems,
    codes: problems.listed.map(({ line, code }) => `${line} ${code}`),
  };
}

const refusal = async (text: string | Buffer): Promise<string> => {
  try {
    await readCsvFramework([file(text)], BASE);
    return 'read';
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    return error.problem.code;
  }
};

describe('readCsvFramework', () => {
  it('reads every column', async () => {
    const { entry, codes } = await read(
      [
        'uri,code,label,language,alternative_labels,definition,type,assignable,broader,related,exact_match,close_match,broad_match,narrow_match,level_1,level_5,status,replaced_by',
        'https://acme.example/s/1,W,Welding,en,,Joining metal.,group,yes,,,,,,,,,,',
        'https://acme.example/s/2,W-MIG,MIG welding,en,GMAW|Schweißen mit Schutzgas@de|bar \\| code,,skill,,W,https://acme.example/s/3,http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d,ONET:2.A.1.a,ESCO:S5.6.1,https://x.example/y,Helps.,Leads.,released,',
        'https://acme.example/s/3,W-OLD,Old welding,de-AT,,,knowledge,no,https://acme.example/s/1,,,,,,,,obsolete,W-MIG',
      ].join('\n'),
    );
    expect(codes).toEqual([]);
    expect(entry('Welding')).toMatchObject({
      type: 'group',
      assignable: true,
      definition: 'Joining metal.',
      status: 'active',
    });
    expect(entry('MIG welding')).toEqual({
      uri: 'https://acme.example/s/2',
      code: 'W-MIG',
      label: { language: 'en', text: 'MIG welding' },
      translations: [],
      alternativeLabels: [
        { language: 'en', text: 'GMAW' },
        { language: 'de', text: 'Schweißen mit Schutzgas' },
        { language: 'en', text: 'bar | code' },
      ],
      hiddenLabels: [],
      type: 'skill',
      assignable: true,
      status: 'active',
      broader: ['https://acme.example/s/1'],
      related: ['https://acme.example/s/3'],
      crosswalks: [
        { relation: 'exact', key: 'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d' },
        { relation: 'close', key: 'onet:2.A.1.a' },
        { relation: 'broader', key: 'esco-group:S5.6.1' },
        { relation: 'narrower', key: 'uri:https://x.example/y' },
      ],
      otherKeys: [],
      levelAnchors: { 1: 'Helps.', 5: 'Leads.' },
    });
    expect(entry('Old welding')).toMatchObject({
      label: { language: 'de-at' },
      status: 'deprecated',
      assignable: false,
      broader: ['https://acme.example/s/1'],
      replacedBy: 'https://acme.example/s/2',
    });
  });

  it('needs no more than a label and a code', async () => {
    const { entry } = await read('Label,Code\nRoute planning,R 1\n');
    expect(entry('Route planning')).toMatchObject({ uri: `${BASE}R%201`, type: 'skill', assignable: true });
  });

  it.each([
    ['semicolons', 'code;label;broader\nA;Alpha;\nB;Beta, the second;A\n'],
    ['tabs', 'code\tlabel\tbroader\nA\tAlpha\t\nB\tBeta, the second\tA\n'],
    ['a byte order mark and Windows line ends', '\ufeffcode,label,broader\r\nA,Alpha,\r\nB,"Beta, the second",A\r\n'],
    ['spelled-out headers', 'CODE , Label,Broader\nA,Alpha,\nB,"Beta, the second",A\n'],
  ])('reads files with %s', async (_name, text) => {
    const { entry, codes } = await read(text);
    expect(entry('Beta, the second').broader).toEqual([`${BASE}A`]);
    expect(codes).toEqual([]);
  });

  it('resolves references across files', async () => {
    const { entry, codes } = await read('code,label,broader\nB,Beta,A\n', 'code,label\nA,Alpha\n');
    expect(entry('Beta').broader).toEqual([`${BASE}A`]);
    expect(codes).toEqual([]);
  });

  it('names the line on which a row begins, also after cells with line ends and empty lines', async () => {
    // Lines: 1 header, 2-4 the first row, 5 empty, 6 without a label, 7 with a bad type.
    const { codes } = await read('code,label,definition,type\nA,Alpha,"one\ntwo\nthree",\n\nB,,,\nC,Gamma,,verb\n');
    expect(codes).toEqual(['6 label-missing', '7 type-unknown']);
  });

  it('leaves out the row with an error, keeps the others, and counts', async () => {
    const { labels, codes, problems } = await read(
      [
        'code,label,type,status,assignable,language,uri',
        'A,Alpha,,,,,',
        ',Nameless,,,,,',
        'C,Gamma,,gone,,,',
        'D,Delta,,,maybe,,',
        'E,Epsilon,,,,english please,',
        'F,Zeta,,,,,not a uri',
        'A,Alpha again,,,,,',
        `G,${'x'.repeat(501)},,,,,`,
        'H,Eta,,,,,,,,surplus',
        'I,Theta',
      ].join('\n'),
    );
    expect(labels).toEqual(['Alpha', 'Theta']);
    expect(codes).toEqual([
      '3 identity-missing',
      '4 status-unknown',
      '5 assignable-unknown',
      '6 language-invalid',
      '7 uri-invalid',
      '9 cell-too-long',
      '10 too-many-cells',
      '8 code-repeated',
    ]);
    expect([problems.errors, problems.warnings]).toEqual([8, 0]);
  });

  it('takes two spellings of one uri for the same entry', async () => {
    const uuid = '326809fc-238d-40c2-881e-40042f7f2f0d';
    const { labels, codes } = await read(
      `uri,label\nhttp://data.europa.eu/esco/skill/${uuid},A\nhttps://data.europa.eu/esco/skill/${uuid.toUpperCase()}/,B\n`,
    );
    expect(labels).toEqual(['A']);
    expect(codes).toEqual(['3 uri-repeated']);
  });

  it('reports references that lead nowhere, to the entry itself or into a circle, and leaves only them out', async () => {
    const { entry, codes } = await read(
      [
        'code,label,broader,related,replaced_by,exact_match,colour',
        'A,Alpha,C,,,,red',
        'B,Beta,A|nowhere,B,B,word,',
        'C,Gamma,B,nobody,,ESCO:nonsense,',
      ].join('\n'),
    );
    // From A the walk goes to C and B; B names A, on which it stands: that step closes the circle.
    expect([entry('Alpha').broader, entry('Beta').broader, entry('Gamma').broader]).toEqual([
      [`${BASE}C`],
      [],
      [`${BASE}B`],
    ]);
    expect([...codes].sort()).toEqual(
      [
        '1 unknown-column',
        '3 match-unreadable',
        '4 match-unreadable',
        '3 broader-unknown',
        '3 hierarchy-circle',
        '3 replacement-unknown',
        '3 related-self',
        '4 related-unknown',
      ].sort(),
    );
  });

  it('refuses a file that it cannot read, and says why', async () => {
    expect(await refusal('')).toBe('empty-file');
    expect(await refusal('code,label\n')).toBe('no-entries');
    expect(await refusal('code,name\nA,Alpha\n')).toBe('column-missing');
    expect(await refusal('label\nAlpha\n')).toBe('column-missing');
    expect(await refusal('code,label,Label\nA,Alpha,Beta\n')).toBe('column-repeated');
    expect(await refusal('code,label\nA,"Alpha\n')).toBe('not-csv');
    expect(await refusal(Buffer.from('code,label\nA,Prüfung\n', 'latin1'))).toBe('not-utf8');
    expect(await refusal(Buffer.from('code,label\nA,Alpha\n', 'utf16le'))).toBe('not-utf8');
    expect(await refusal(`code,label\nA,"${'x'.repeat(300_000)}"\n`)).toBe('row-too-long');
    expect(await refusal(`code,label${',x'.repeat(200)}\nA,Alpha\n`)).toBe('too-many-columns');
    expect(await refusal('PK\u0003\u0004 a spreadsheet, not csv')).toBe('column-missing');
  });

  it('stops at the limit on rows, over all files', async () => {
    const limits = { maxRows: 3, maxBytes: 1_000 };
    const files = (rows: string) => [
      file('code,label\nA,Alpha\nB,Beta\n', '1.csv'),
      file(`code,label\n${rows}`, '2.csv'),
    ];
    expect((await readCsvFramework(files('C,Gamma\n'), BASE, limits)).content.entries).toHaveLength(3);
    await expect(readCsvFramework(files('C,Gamma\nD,Delta\n'), BASE, limits)).rejects.toMatchObject({
      problem: { code: 'too-many-rows', file: '2.csv', line: 3 },
    });
  });

  it('stops at the limit on bytes, over all files', async () => {
    // 11 bytes of header and 8 of the row, twice.
    const both = () => [file('code,label\nA,Alpha\n', '1.csv'), file('code,label\nB,Alpha\n', '2.csv')];
    expect((await readCsvFramework(both(), BASE, { maxRows: 9, maxBytes: 38 })).content.entries).toHaveLength(2);
    await expect(readCsvFramework(both(), BASE, { maxRows: 9, maxBytes: 37 })).rejects.toMatchObject({
      problem: { code: 'too-large', file: '2.csv' },
    });
  });

  it('lets other work go on while it reads', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => `${n},S${n}`).join('\n');
    let turnsOfOthers = 0;
    let isReading = true;
    const others = (async () => {
      while (isReading) {
        await new Promise((resolve) => setImmediate(resolve));
        turnsOfOthers += 1;
      }
    })();
    await readCsvFramework([file(`code,label\n${rows}\n`)], BASE);
    isReading = false;
    await others;
    // At least one turn for each 200 of 3,000 rows, read and then settled.
    expect(turnsOfOthers).toBeGreaterThanOrEqual(15);
  });

  it('reads a hierarchy as deep as the file is long', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `${n},S${n},${n + 1}`).join('\n');
    const { entry, codes } = await read(`code,label,broader\n${rows}\n5000,S5000,0\n`);
    expect(entry('S0').broader).toEqual([`${BASE}1`]);
    // 5000 names 0, from which the walk began.
    expect(codes).toEqual(['5002 hierarchy-circle']);
  });

  it('takes characters that were cut between two pieces, and bytes that are packed', async () => {
    const bytes = Buffer.from('code,label\nA,Prüfung\n');
    const split = bytes.indexOf(Buffer.from('ü')) + 1;
    const pieces = [bytes.subarray(0, split), bytes.subarray(split)];
    const packed = boundedGunzip(gzipSync(bytes), { maxBytes: 1_000, maxRatio: 10 });
    for (const chunks of [pieces, packed]) {
      const { content } = await readCsvFramework([{ file: 'a.csv', chunks }], BASE);
      expect(content.entries[0]?.label.text).toBe('Prüfung');
    }
  });

  it('says of packed bytes what is wrong with them', async () => {
    const packed = gzipSync(Buffer.from('code,label\nA,Alpha\n'));
    const cutOff = boundedGunzip(packed.subarray(0, -4), { maxBytes: 1_000, maxRatio: 10 });
    const tooLarge = boundedGunzip(packed, { maxBytes: 5, maxRatio: 10 });
    for (const [chunks, code] of [
      [cutOff, 'not-gzip'],
      [tooLarge, 'too-large'],
    ] as const) {
      await expect(readCsvFramework([{ file: 'a.csv.gz', chunks }], BASE)).rejects.toMatchObject({
        problem: { file: 'a.csv.gz', severity: 'fatal', code },
      });
    }
  });

  it('reports what an export did not write: "more" that is none, links that lead nowhere, a damaged framework row', async () => {
    const { codes, labels } = await read(
      [
        'code,label,type,more',
        'a,Alpha,,not json',
        `b,Beta,,${'['.repeat(200)}${']'.repeat(200)}`,
        'c,Gamma,,"{""position"":""first""}"',
        'd,Delta,,"{""links"":[{""type"":""uses"",""to"":""nowhere""}]}"',
        ',,framework,"{""scale"":{}}"',
      ].join('\n'),
    );
    expect(labels).toEqual(['Delta']);
    expect(codes).toEqual([
      '2 more-invalid',
      '3 more-invalid',
      '4 more-invalid',
      '6 framework-invalid',
      '5 link-unknown',
    ]);
  });

  it('drops control characters, which no database stores', async () => {
    const { entry } = await read('code,label\nA,Al\u0000pha\n');
    expect(entry('Alpha').code).toBe('A');
  });
});
