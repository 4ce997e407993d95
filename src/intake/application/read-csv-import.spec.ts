import { importLines } from '../domain/import-lines.js';
import { Malformed } from '../../platform/errors/index.js';
import { TooManyLines } from '../domain/import-errors.js';
import { readCsvImport } from './read-csv-import.js';

const read = async (csv: string | Buffer) =>
  [...importLines(await readCsvImport(Buffer.from(csv as string)))].map(({ number, bytes }) => [
    number,
    JSON.parse(bytes.toString()),
  ]);
const refusal = async (csv: string | Buffer) => {
  const error: unknown = await read(csv).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Malformed ? [error.code, error.detail] : error;
};

describe('readCsvImport', () => {
  it('puts each row on the line where it begins in the file', async () => {
    const csv = 'externalId,name\r\n1,"Two\r\nlines"\r\n\r\n2,"a, ""b"""\r\n,\r\n3,\r\n';
    // The header is line 1; the first row takes lines 2 and 3, line 4 is empty, the row of line 6 says nothing.
    expect(await read(csv)).toEqual([
      [2, { externalIds: [{ system: 'csv', id: '1' }], name: 'Two\r\nlines' }],
      [5, { externalIds: [{ system: 'csv', id: '2' }], name: 'a, "b"' }],
      [7, { externalIds: [{ system: 'csv', id: '3' }] }],
    ]);
  });

  it.each([
    ['semicolons', 'externalId;emails\n1;a@b.example,c@d.example'],
    ['tabulators', 'externalId\temails\n1\ta@b.example c@d.example'],
    ['a byte order mark, other case and order', '\uFEFFEMAILS,externalid\n"a@b.example,c@d.example",1'],
  ])('takes %s', async (_name, csv) => {
    expect(await read(csv)).toEqual([
      [2, { externalIds: [{ system: 'csv', id: '1' }], emails: ['a@b.example', 'c@d.example'] }],
    ]);
  });

  it('takes a formula for the text that it is', async () => {
    expect(await read('externalId,name\n1,"=HYPERLINK(""http://x"")"')).toEqual([
      [2, { externalIds: [{ system: 'csv', id: '1' }], name: '=HYPERLINK("http://x")' }],
    ]);
  });

  it.each([
    [
      'a column that is not known',
      'externalId,score\n1,2',
      'csv-column-unknown',
      /^Line 1: "score" is no column.*emails/,
    ],
    ['a column twice', 'name,externalId,NAME\n', 'csv-column-twice', /^Line 1: the column name/],
    ['more cells than columns', 'externalId,name\n1,a\n2,b,c', 'csv-row-too-long', /^Line 3: the row has 3 cells/],
    ['a quote that does not end', 'externalId,name\n1,"a\n', 'not-csv', /quoted cell/],
    ['what is not UTF-8', Buffer.from([...Buffer.from('name\n'), 0xff, 0xfe]), 'not-utf8', /UTF-8/],
    ['a row above 1 MiB', `name\n"${'x'.repeat(2 * 1024 * 1024)}"`, 'row-too-long', /bytes/],
    [
      'rows that grow above twice the limit',
      `name\n${`"${'\u0001'.repeat(400_000)}"\n`.repeat(28)}`,
      'csv-too-large',
      /Split/,
    ],
  ])('refuses %s and says where', async (_name, csv, code, detail) => {
    const found = (await refusal(csv)) as [string, string];
    expect(found[0]).toBe(code);
    expect(found[1]).toMatch(detail);
  });

  it('refuses more rows than an import may have', async () => {
    expect(await refusal(`externalId\n${'1\n'.repeat(100_001)}`)).toBeInstanceOf(TooManyLines);
  });
});
