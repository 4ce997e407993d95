import { countImportLines, importLines } from './import-lines.js';

const lines = (text: string) =>
  [...importLines(Buffer.from(text))].map(({ number, bytes }) => [number, bytes.toString()]);

describe('importLines', () => {
  it('numbers lines as an editor does and passes over blank ones', () => {
    expect(lines('{"a":1}\n\n \t\n{"b":2}\n')).toEqual([
      [1, '{"a":1}'],
      [4, '{"b":2}'],
    ]);
  });

  it('takes both kinds of line ends, and a last line without one', () => {
    expect(lines('a\r\nb\r\n\r\nc')).toEqual([
      [1, 'a'],
      [2, 'b'],
      [4, 'c'],
    ]);
  });
});

describe('countImportLines', () => {
  it('refuses an import without a line', () => {
    expect(() => countImportLines(Buffer.from('\n \r\n'))).toThrow(expect.objectContaining({ code: 'empty-import' }));
  });

  it('takes 100,000 lines and not one more', () => {
    const body = Buffer.from('{}\n'.repeat(100_000));
    expect(countImportLines(body)).toBe(100_000);
    expect(() => countImportLines(Buffer.concat([body, Buffer.from('{}')]))).toThrow(
      expect.objectContaining({ code: 'too-many-lines' }),
    );
  });
});
