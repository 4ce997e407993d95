import { sentencesOf } from './sentences.js';

describe('sentencesOf', () => {
  it.each([
    ['two sentences', 'Welds steel. Reads drawings!', ['Welds steel.', 'Reads drawings!']],
    ['lines', 'Welds steel\n\nReads drawings', ['Welds steel', 'Reads drawings']],
    [
      'abbreviations',
      'Uses tools, e.g. SQL or approx. Ten others. Done',
      ['Uses tools, e.g. SQL or approx. Ten others.', 'Done'],
    ],
    ['dots inside names', 'Builds ASP.NET and Node.js 20 services', ['Builds ASP.NET and Node.js 20 services']],
    [
      'a sentence that goes on in lower case',
      'Knows ASP.NET core and C. elegans',
      ['Knows ASP.NET core and C. elegans'],
    ],
    ['lines without words', '---\n1.\nWelds', ['Welds']],
    ['white space', '  Welds \t steel  ', ['Welds steel']],
  ])('splits %s', (_, text, expected) => {
    expect(sentencesOf(text, 50)).toEqual(expected);
  });

  it('stops at the limit', () => {
    expect(sentencesOf('Aa. '.repeat(500), 50)).toHaveLength(50);
  });

  it('reads a run of dots in well under a second', () => {
    const started = performance.now();
    sentencesOf(`${'.'.repeat(20_000)}${' '.repeat(20_000)}x`, 50);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
