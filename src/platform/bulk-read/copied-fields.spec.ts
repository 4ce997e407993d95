import { copiedFields } from './copied-fields.js';

const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const count = (fields: number) => Buffer.from([fields >> 8, fields & 255]);
const field = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)]);
const end = Buffer.from([255, 255]);

describe('copiedFields', () => {
  it('gives all fields of all rows, and null for NULL', () => {
    const none = Buffer.from([255, 255, 255, 255]);
    const copied = Buffer.concat([header, count(2), field('a'), none, count(2), field(''), field('bc'), end]);
    expect([...copiedFields(copied)].map((one) => one?.toString() ?? null)).toEqual(['a', null, '', 'bc']);
  });

  it('gives nothing for no rows', () => {
    expect([...copiedFields(Buffer.concat([header, end]))]).toEqual([]);
  });
});
