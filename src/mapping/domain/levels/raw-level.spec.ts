import { DEFAULT_SCALE } from './proficiency-scale.js';
import { levelOfRaw } from './raw-level.js';
import { SCALE_MAPS } from '../../../scoring/index.js';

const level = (value: string, scale: string | null = null, range: { min?: string; max?: string } = {}) =>
  levelOfRaw({ value, scale, jsonPath: '/x', ...range }, DEFAULT_SCALE);

describe('levelOfRaw', () => {
  it.each([
    ['SFIA', ['1', '2', '3', '4', '5', '6', '7'], [1, 2, 3, 4, 5, 5, 5]],
    ['EQF', ['1', '2', '3', '4', '5', '6', '7', '8'], [1, 1, 2, 2, 3, 4, 5, 5]],
    ['DigComp', ['1', '2', '3', '4', '5', '6', '7', '8'], [1, 1, 2, 3, 3, 4, 5, 5]],
    ['CEFR', ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'], [1, 1, 2, 3, 4, 5]],
    ['DIRECT', ['1', '2', '3', '4'], [1, 2, 4, 5]],
  ])('reads the steps of %s', (scale, values, expected) => {
    expect(values.map((value) => level(value, scale))).toEqual(expected);
  });

  it.each([
    ['a step outside of the scale', '9', 'SFIA', null],
    ['a code with its level', 'PROG-4', 'SFIA', 4],
    ['a sentence with its level', 'Level 6', 'DigComp', 4],
    ['a language level without a scale', 'b2', null, 3],
    ['a word', 'Proficient', null, 4],
    ['a word under a named scale', 'Expert', 'SFIA', 5],
    // 5 x 3/4 = 3.75 -> 4
    ['a share', '3 of 4', null, 4],
    // 1 + 4 x 0.75 = 4
    ['a percentage', '75%', null, 4],
    ['a bare number that fits the own scale', '3', null, 3],
    ['a bare number that does not', '7', null, null],
    ['a share above the whole', '5/4', null, null],
    ['anything else', 'very good', null, null],
  ])('reads %s', (_, value, scale, expected) => {
    expect(level(value, scale)).toBe(expected);
  });

  it('prefers the range that stands beside the value', () => {
    // 1 + 4 x 3/4 = 4; without a lower end it is 0: 1 + 4 x 6/10 = 3.4 -> 3
    expect(level('4', null, { min: '1', max: '5' })).toBe(4);
    expect(level('6', null, { max: '10' })).toBe(3);
    expect(level('11', null, { max: '10' })).toBeNull();
  });

  it('reads the same steps on any number of levels, never falling', () => {
    for (const map of SCALE_MAPS) {
      expect(map.levelsOfFive).toHaveLength(map.steps.length);
      for (const levels of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        const read = map.steps.map(([step = '']) =>
          levelOfRaw({ value: step, scale: map.name, jsonPath: '' }, { ...DEFAULT_SCALE, levels }),
        );
        expect(read).toEqual(read.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
        expect(read.every((each) => each !== null && each >= 1 && each <= levels)).toBe(true);
      }
    }
  });
});
