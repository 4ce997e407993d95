import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import type { UnreadableSource } from '../import/source-problem.js';
import { type TableForm, tableRecords } from './table-records.js';

/** Each row with its line, read in pieces of so many bytes. */
async function read(text: string, pieceBytes = 65_536, form: TableForm = {}): Promise<[number, string[]][]> {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
  const rows: [number, string[]][] = [];
  const budget = { bytes: 10_000_000 };
  for await (const { line, cells } of tableRecords({ file: 'a.csv', chunks }, budget, form)) rows.push([line, cells]);
  return rows;
}

const refused = (text: string, form?: TableForm): Promise<unknown> =>
  read(text, 7, form).then(
    () => 'read',
    (error: UnreadableSource) => [error.problem.code, error.problem.line],
  );

describe('tableRecords', () => {
  it('gives rows with their lines, whether quotes come at once, late or never', async () => {
    expect(await read('a,b\n1,2\n\n3,4', 3)).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [4, ['3', '4']],
    ]);
    expect(await read('a,b\r\n1,2\r\n"x\r\ny",3\r\n4,5\r\n', 5)).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, ['x\r\ny', '3']],
      [5, ['4', '5']],
    ]);
    expect(await read('a\rb\r"c"\r', 2)).toEqual([
      [1, ['a']],
      [2, ['b']],
      [3, ['c']],
    ]);
  });

  it('takes a quote for a character where the table has no quotes', async () => {
    expect(await read('a\tb\n5"\t"x\n', 4, { quoted: false })).toEqual([
      [1, ['a', 'b']],
      [2, ['5"', '"x']],
    ]);
  });

  it('names the line of what is wrong behind plain lines', async () => {
    expect(await refused('a,b\n1,2\n3,"4\n')).toEqual(['not-csv', 3]);
    const long = 'x'.repeat(300);
    expect(await refused(`a\n1\n${long}\n`, { maxRowBytes: 100 })).toEqual(['row-too-long', 3]);
    expect(await refused(`a\n1\n"${long}"\n`, { maxRowBytes: 100 })).toEqual(['row-too-long', 3]);
    expect(await refused(`a\n1\n${'x'.repeat(99)}\n`, { maxRowBytes: 100 })).toBe('read');
  });

  it('reads any text, in pieces of any size, as the parser does that is given it whole', async () => {
    const piece = fc.constantFrom('a', 'é', ',', ',', '"', '\n', '\n', '\r\n', '\r', ' ', 'bc,d\n', '"e\nf",g\n');
    const texts = fc.array(piece, { minLength: 1, maxLength: 25 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, pieceBytes) => {
        let expected: string[][] | undefined;
        try {
          expected = parse(text, {
            relax_column_count: true,
            relax_quotes: true,
            skip_empty_lines: true,
          });
        } catch {
          // A quote that does not end is refused by both.
        }
        const found = await read(text, pieceBytes).catch(() => undefined);
        expect(found?.map(([, cells]) => cells)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
