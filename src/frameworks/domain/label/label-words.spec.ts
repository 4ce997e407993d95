import { labelWords, WORD_SEPARATORS } from './label-words.js';

describe('labelWords', () => {
  it.each([
    ['c++ and c#', ['c++', 'and', 'c#']],
    ['node.js', ['node.js']],
    ["health/safety (worker's) first-aid", ['health', 'safety', 'worker', 's', 'first', 'aid']],
    ['', []],
    [`${'x'.repeat(61)} a`, ['a']],
  ])('of %j are %j', (label, words) => {
    expect(labelWords(label)).toEqual(words);
  });

  it('are parted by each of the separators', () => {
    for (const mark of WORD_SEPARATORS) expect(labelWords(`a${mark}b`)).toEqual(['a', 'b']);
  });
});
