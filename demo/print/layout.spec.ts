import { table, wrapped } from './layout.js';

describe('wrapped', () => {
  it('breaks at words before 100 characters and keeps the indent', () => {
    const text = wrapped(Array.from({ length: 60 }, () => 'word').join(' '), '    ');
    const lines = text.split('\n');
    expect(lines.every((line) => line.length <= 100 && line.startsWith('    word'))).toBe(true);
    // 60 words of 4 letters and 59 blanks in lines of 96: 19 words (19 x 5 - 1 = 94) fit a line, so 4 lines
    expect(lines).toHaveLength(4);
  });

  it('leaves a word alone that is longer than a line', () => {
    expect(wrapped('x'.repeat(150))).toBe('x'.repeat(150));
  });
});

describe('table', () => {
  it('aligns words left and numbers right', () => {
    expect(
      table(
        ['name', 'n'],
        [
          ['a', 5],
          ['bcdef', 12],
        ],
      ),
    ).toBe(['  name   n', '  -----  --', '  a       5', '  bcdef  12'].join('\n'));
  });
});
