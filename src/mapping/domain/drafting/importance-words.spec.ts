import { importanceOf, isHeading } from './importance-words.js';

describe('the importance of a sentence', () => {
  it.each([
    ['You must hold a forklift licence.', 'must', 'must'],
    ['First aid is required.', 'must', 'required'],
    ['At least basic SQL', 'must', 'At least'],
    ['French is a plus.', 'nice', 'is a plus'],
    ['Experience with SAP preferred', 'nice', 'preferred'],
    ['Training is provided on inventory control.', 'learnable', 'Training is provided'],
    ['We will train you on our stock system, experience preferred', 'learnable', 'We will train'],
    ['Staplerschein erforderlich', 'must', 'erforderlich'],
    ['Englisch von Vorteil', 'nice', 'von Vorteil'],
  ] as const)('of "%s" is %s, by its own words', (sentence, importance, words) => {
    expect(importanceOf(sentence, null)).toEqual({ importance, words });
  });

  it('comes from the heading where the sentence says nothing', () => {
    expect(importanceOf('Forklift operation', 'Requirements:')).toEqual({ importance: 'must', words: 'Requirements' });
    expect(importanceOf('SQL is a plus', 'Requirements:').importance).toBe('nice');
    expect(importanceOf('Forklift operation', 'Nice to have:').importance).toBe('nice');
  });

  it('gates nobody where nothing says anything', () => {
    expect(importanceOf('Drives forklift trucks', null)).toEqual({ importance: 'nice', words: null });
    expect(importanceOf('Drives forklift trucks', 'Your tasks:')).toEqual({ importance: 'nice', words: null });
  });

  it('knows a heading by its colon and its length', () => {
    expect(isHeading('What you must bring:')).toBe(true);
    expect(isHeading('You must bring this')).toBe(false);
    expect(isHeading('In this role you will every day work with the following:')).toBe(false);
  });
});
