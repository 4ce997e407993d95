import { englishStem } from './english-stem.js';

describe('the stem of an English word', () => {
  it.each([
    [['manage', 'manages', 'managed', 'managing', 'management'], 'manag'],
    [['relate', 'related', 'relating', 'relation', 'relational'], 'relat'],
    [['weld', 'welds', 'welded', 'welding'], 'weld'],
    [['plan', 'planned', 'planning', 'plans'], 'plan'],
    [['hopeful', 'hopefulness'], 'hope'],
    [['happy'], 'happi'],
    [['organization', 'organize'], 'organ'],
  ])('is shared by %j', (words, stem) => {
    const stems = new Set(words.map(englishStem));
    expect([...stems]).toEqual([stem]);
  });

  it.each(['c++', '.net', 'c', 'go', 'é', 'schweißen', 'x'.repeat(50), ''])('leaves %j as it is', (word) => {
    expect(englishStem(word)).toBe(word);
  });
});
