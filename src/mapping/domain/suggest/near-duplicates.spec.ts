import type { CompetencyWording } from '../../../frameworks/index.js';
import { MOST_PAIRS, nearDuplicatesIn } from './near-duplicates.js';
import { wordingIndexOf } from './wording-index.js';

const worded = (id: string, preferred: string, alternative: string[] = []): CompetencyWording => ({
  id,
  uri: `urn:${id}`,
  preferred: [preferred],
  alternative,
  definition: '',
});
const duplicatesIn = (wordings: readonly CompetencyWording[]) => {
  const finding = nearDuplicatesIn(wordingIndexOf(wordings));
  for (;;) {
    const step = finding.next();
    if (step.done) return step.value;
  }
};

describe('nearDuplicatesIn', () => {
  it('finds what is called the same, or nearly so, the likest first and once', () => {
    const found = duplicatesIn([
      worded('a', 'Operate forklifts'),
      worded('b', 'Forklift operating'),
      worded('c', 'Mend sails'),
      worded('d', 'Sewing of canvas', ['Mend sails']),
      worded('e', 'Bake bread'),
    ]);
    expect(found.map(({ first, second }) => [first.competencyId, second.competencyId])).toEqual([
      ['c', 'd'],
      ['a', 'b'],
    ]);
    expect(found[0]).toEqual({
      first: { competencyId: 'c', uri: 'urn:c', label: 'Mend sails' },
      second: { competencyId: 'd', uri: 'urn:d', label: 'Mend sails' },
      likeness: 100,
    });
    expect(found[1]?.likeness).toBeLessThan(100);
  });

  it('does not take names for alike that share no telling word, or the labels of one competency', () => {
    expect(
      duplicatesIn([
        worded('a', 'Java', ['Java programming']),
        worded('b', 'JavaScript'),
        worded('c', 'manage budgets'),
        worded('d', 'manage horses'),
      ]),
    ).toEqual([]);
  });

  it('keeps so many pairs and no more', () => {
    // 80 entries of one name make 80 x 79 / 2 = 3,160 pairs.
    const same = Array.from({ length: 80 }, (_, at) => worded(`c${at}`, 'Mend sails'));
    expect(duplicatesIn(same)).toHaveLength(MOST_PAIRS);
  });

  it('gives the same answer whatever order entries come in', () => {
    const wordings = ['Mend sails', 'Mending sails', 'Sail mending', 'Mend a sail'].map((label, at) =>
      worded(`c${at}`, label),
    );
    expect(duplicatesIn(wordings.toReversed())).toEqual(duplicatesIn(wordings));
  });
});
