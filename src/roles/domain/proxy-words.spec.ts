import { proxiesIn } from './proxy-words.js';

const kinds = (text: string) => proxiesIn(text).map(({ kind, matchedText }) => [kind, matchedText]);

describe('proxiesIn', () => {
  it.each([
    ["A bachelor's degree in logistics is required.", [['degree', "bachelor's degree"]]],
    ['Master of Science or equivalent', [['degree', 'Master of Science']]],
    ['PhD preferred', [['degree', 'PhD']]],
    ['At least 5 years of experience', [['years', 'At least 5 years']]],
    ['3+ years with SQL', [['years', '3+ years']]],
    ['mindestens drei Semester, 2 Jahre Praxis', [['years', '2 Jahre']]],
    ['Worked as a warehouse manager', [['title', 'Worked as a warehouse manager']]],
    [
      'University graduate with ten years',
      [
        ['degree', 'University graduate'],
        ['years', 'ten years'],
      ],
    ],
    ['Previously a senior sales manager', [['title', 'Previously a senior sales manager']]],
    ['head of logistics', [['title', 'head of logistics']]],
  ])('finds what stands for a skill in "%s"', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    'Drives forklift trucks',
    'Master data management',
    'Reads a thermometer to one degree Celsius',
    'Years and dates in Excel',
    'Leads and develops small teams',
    'Lead teams through change',
  ])('leaves "%s" alone', (text) => {
    expect(proxiesIn(text)).toEqual([]);
  });
});
