import { parse } from 'csv-parse/sync';
import { csvCell, csvLine } from './csv.js';

describe('csvCell', () => {
  it.each([
    ['a formula', '=HYPERLINK("http://a.example","x")', `"'=HYPERLINK(""http://a.example"",""x"")"`],
    ['a plus', '+1', `'+1`],
    ['a minus', '-1+2', `'-1+2`],
    ['an at sign', '@SUM(A1)', `'@SUM(A1)`],
    ['a tabulator', '\t=1', `'\t=1`],
    ['a carriage return', '\r=1', `"'\r=1"`],
    ['a plain text', 'Amara', 'Amara'],
    ['a comma and a quote', 'a, "b"', '"a, ""b"""'],
    ['a line feed', 'a\nb', '"a\nb"'],
    ['a negative number, which is one', -5, '-5'],
    ['nothing', null, ''],
    ['a truth', false, 'false'],
    ['an instant', new Date('2026-11-23T10:00:00Z'), '2026-11-23T10:00:00.000Z'],
    ['a list', ['a', 'b'], '"[""a"",""b""]"'],
  ])('writes %s', (_name, value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });
});

describe('csvLine', () => {
  it('is read back by a parser of CSV', () => {
    const values = ['a"b', 'c,d', 'e\r\nf', '', '7'];
    expect(parse(csvLine(values))).toEqual([values]);
  });
});
