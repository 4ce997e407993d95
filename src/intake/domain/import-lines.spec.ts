import { afterWholeLines, countImportLines, importLines } from './import-lines.js';

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

describe('a body that is read in parts', () => {
  it('gives the same lines however it is cut', () => {
    const body = Buffer.from('{"a":1}\r\n\n \t\n{"b":22}\n\n{"c":3}');
    const whole = [...importLines(body)].map(({ number, bytes }) => [number, bytes.toString()]);
    for (let size = 9; size <= body.length; size += 1) {
      const read: [number, string][] = [];
      let at = { byte: 0, line: 1 };
      for (let isLast = false; !isLast;) {
        const part = body.subarray(at.byte, at.byte + size);
        isLast = at.byte + size >= body.length;
        for (const { number, bytes } of importLines(part, at, isLast)) read.push([number, bytes.toString()]);
        at = afterWholeLines(part, at);
      }
      expect(read).toEqual(whole);
    }
  });

  it('goes on after a line where the line says', () => {
    const body = Buffer.from('one\n\ntwo\nthree');
    const [first] = importLines(body);
    expect(first?.after).toEqual({ byte: 4, line: 2 });
    const rest = importLines(body.subarray(4), first?.after);
    expect([...rest].map(({ number, bytes }) => [number, bytes.toString()])).toEqual([
      [3, 'two'],
      [4, 'three'],
    ]);
  });

  it('stays where it is when a part holds no whole line', () => {
    expect(afterWholeLines(Buffer.from('half a line'), { byte: 7, line: 3 })).toEqual({ byte: 7, line: 3 });
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

  it('takes 1,000,000 lines with the blank ones and not one more', () => {
    expect(countImportLines(Buffer.from(`${'\n'.repeat(999_999)}{}`))).toBe(1);
    expect(() => countImportLines(Buffer.from(`${'\n'.repeat(1_000_000)}{}`))).toThrow(
      expect.objectContaining({ code: 'too-many-lines' }),
    );
  });
});
