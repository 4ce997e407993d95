import { MAX_NARRATIVE_CHARACTERS, plainText } from './plain-text.js';

describe('plainText', () => {
  it.each([
    [
      'Markdown headings and emphasis',
      '# Requirements\nStudents **must** *complete* the `final` task',
      'Requirements\nStudents must complete the final task',
    ],
    ['Markdown lists and links', '- Welds [steel](https://example.org/a "t")\n2. Cuts', 'Welds steel\nCuts'],
    ['HTML blocks', '<p>Welds <b>steel</b></p><ul><li>Cuts</li></ul>', 'Welds steel\nCuts'],
    ['scripts, which no reader sees', 'Welds<script>var skill = "Surgery";</script> steel', 'Welds steel'],
    ['entities', 'R&amp;D &lt;b&gt; &#67;&#x2b;+', 'R&D <b> C++'],
    ['a bare less-than sign', 'n < 5 and C > 3', 'n < 5 and C > 3'],
    ['names with signs', 'C++, C#, F# and .NET, snake_case', 'C++, C#, F# and .NET, snake_case'],
  ])('reads %s', (_, narrative, expected) => {
    expect(plainText(narrative)).toBe(expected);
  });

  it('removes what is invisible', () => {
    expect(plainText('Wel\u0000d\u200Bing \u202Esteel\u2069\uFEFF')).toBe('Welding steel');
  });

  it.each([
    ['brackets', '['],
    ['unclosed tags', '<a '],
    ['unclosed scripts', '<script>'],
    ['links cut short', '[a]('],
    ['blanks', ' '],
    ['stars', '*'],
    ['ampersands', '&#'],
  ])('reads a huge narrative of nothing but %s in well under a second', (_, part) => {
    const started = performance.now();
    plainText(part.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('reads no more than its limit', () => {
    expect(plainText('a'.repeat(100_000))).toHaveLength(MAX_NARRATIVE_CHARACTERS);
  });
});
