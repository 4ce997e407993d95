import { checkLevelMaps, scaleMapsWith, shownLevelMaps } from './level-maps.js';
import { CEFR, SCALE_MAPS } from './scale-maps.js';

const cefr = { scale: 'CEFR', top: 5, levels: [1, 2, 3, 4, 5, 5] };

describe('level maps', () => {
  it('change the scales that they name, for the number of levels that they name', () => {
    const read = scaleMapsWith([cefr]);
    expect(read.map(({ name }) => name)).toEqual(SCALE_MAPS.map(({ name }) => name));
    expect(read.filter(({ levelsOf }) => levelsOf !== undefined)).toEqual([
      { ...CEFR, levelsOf: new Map([[5, cefr.levels]]) },
    ]);
  });

  it('are shown for every scale on five levels, and beside that where something is set', () => {
    const three = { scale: 'SFIA', top: 3, levels: [1, 1, 1, 2, 2, 3, 3] };
    const shown = shownLevelMaps([cefr, three]);
    expect(shown.map(({ scale, top, isDefault }) => [scale, top, isDefault])).toEqual([
      ['SFIA', 5, true],
      ['SFIA', 3, false],
      ['EQF', 5, true],
      ['DigComp', 5, true],
      ['CEFR', 5, false],
      ['DIRECT', 5, true],
      ['words', 5, true],
    ]);
  });

  it.each([
    ['scale-unknown', { scale: 'ACME', top: 5, levels: [1] }],
    ['steps-differ', { scale: 'CEFR', top: 5, levels: [1, 2, 3] }],
    ['level-above-top', { scale: 'CEFR', top: 4, levels: [1, 2, 3, 4, 4, 5] }],
    ['levels-fall', { scale: 'CEFR', top: 5, levels: [1, 2, 3, 4, 3, 5] }],
  ])('cannot be kept: %s', (code, map) => {
    expect(checkLevelMaps([map]).map((problem) => problem.code)).toEqual([code]);
  });

  it('name a scale and a number of levels once', () => {
    expect(checkLevelMaps([cefr, { ...cefr, top: 6 }])).toEqual([]);
    expect(checkLevelMaps([cefr, cefr])).toMatchObject([{ pointer: '/maps/1', code: 'map-repeated' }]);
  });
});
