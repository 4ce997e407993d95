import { labelWords } from '../label/label-words.js';
import { normaliseLabel } from '../label/label-normaliser.js';
import { type SearchIndex, SearchIndexDraft } from './search-index.js';
import { searchIn } from './search-in.js';

function indexOf(
  ...entries: { id: string; code?: string; others?: string[]; text?: string; label: string; isHeading?: boolean }[]
): SearchIndex {
  const draft = new SearchIndexDraft();
  for (const { id, label, code, others = [], text, isHeading = false } of entries) {
    draft.add({
      id,
      label,
      code: code ?? null,
      isHeading,
      preferred: [normaliseLabel(label)],
      others: others.map(normaliseLabel),
      texts: text === undefined ? [] : [text],
    });
  }
  return draft.finish();
}

const INDEX = indexOf(
  { id: 'weld', label: 'Welding', code: 'S1.4', others: ['Schweißen'], text: 'Joining of sheets by a flame.' },
  { id: 'weldtech', label: 'Welding techniques', code: 'S1.4.2', others: ['welding'] },
  { id: 'spot', label: 'Use spot welding tools' },
  { id: 'air', label: 'Riveting (aircraft)', others: ['airframe riveting'], text: 'Also flame-cut sheets.' },
);
const found = (typed: string, index = INDEX): [string, number][] =>
  searchIn(index, { typed, words: labelWords(normaliseLabel(typed)) })
    .sort((a, b) => a.tier - b.tier || b.similarity - a.similarity)
    .map(({ entry, tier }) => [index.entries[entry]?.id ?? '', tier]);

describe('searchIn', () => {
  it('puts the whole preferred label first, then other whole labels, beginnings and words', () => {
    expect(found('welding')).toEqual([
      ['weld', 1],
      ['weldtech', 2],
      ['spot', 5],
    ]);
    expect(found('weld')).toEqual([
      ['weld', 3],
      ['weldtech', 3],
      ['spot', 5],
    ]);
  });

  it('finds words in any order by their beginnings, in every language', () => {
    expect(found('tech weld')).toEqual([['weldtech', 5]]);
    expect(found('schweis')).toEqual([['weld', 7]]);
    expect(found('schwei')).toEqual([['weld', 4]]);
    expect(found('airframe')).toEqual([['air', 4]]);
  });

  it('finds codes and what they begin with', () => {
    expect(found('s1.4')).toEqual([
      ['weld', 0],
      ['weldtech', 3],
    ]);
  });

  it('looks for similar words only where no label has the words', () => {
    expect(found('wleding')[0]).toEqual(['weld', 7]);
    expect(found('weldng tecniques')).toEqual([['weldtech', 7]]);
    expect(found('welding').every(([, tier]) => tier !== 7)).toBe(true);
  });

  it('finds words of definitions and notes last', () => {
    expect(found('flame')).toEqual([
      ['weld', 8],
      ['air', 8],
    ]);
    expect(found('sheets joining')).toEqual([['weld', 8]]);
  });

  it('finds labels with the most telling of the words last, where little has all of them', () => {
    const trucks = Array.from({ length: 12 }, (_, at) => ({ id: `t${at}`, label: `Repair truck part ${at}` }));
    const index = indexOf(...trucks, { id: 'fork', label: 'Operate forklift' }, { id: 'bread', label: 'Bake bread' });
    // One label of fourteen has "forklift", twelve have "truck": the first word tells more than the other.
    expect(found('truck forklift', index)).toEqual([['fork', 9]]);
    expect(found('bake forklift', index)).toEqual([]);
    expect(found('repair truck', index)).toHaveLength(12);
    expect(found('forklift zzzzzz', index)).toEqual([]);
  });

  it('puts headings behind what is like the words just as much', () => {
    const index = indexOf(
      { id: 'group', label: 'Management skills', isHeading: true },
      { id: 'project', label: 'Project management' },
      { id: 'cost', label: 'Cost management' },
    );
    expect(found('managment', index).map(([id]) => id)).toEqual(['cost', 'project', 'group']);
  });

  it.each(['', ' ', '%', '+#', 'zzzzzz', '\u0000', '🚀'])('finds nothing for %j', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  it('is quick in fifty thousand labels, also for words made to cost much', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => ({
      id: `c${at}`,
      label: `skill ${at.toString(36)} of work`,
    }));
    const large = indexOf(...many);
    for (const typed of ['a', 'skil', 'sikll wrok', 'wrok wrok wrok wrok wrok wrok wrok wrok', 'x'.repeat(60)]) {
      const started = performance.now();
      searchIn(large, { typed, words: labelWords(typed) });
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});
