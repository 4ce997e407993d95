import type { Suggestion } from '../suggest/suggest-in.js';
import { advertLines } from './advert-lines.js';
import { draftRequirements } from './draft-requirements.js';

const advert = `Shift lead
Requirements:
- Drives forklift trucks
- Bachelor's degree
Nice to have:
- Forklift training of new colleagues
No degree required.`;
const suggestion = (competencyId: string, confidence: number, method: Suggestion['method']): Suggestion => ({
  competencyId,
  uri: `urn:${competencyId}`,
  score: confidence,
  confidence,
  method,
  matchedText: competencyId,
  signals: {} as Suggestion['signals'],
});

describe('the lines of an advert', () => {
  const lines = advertLines(advert);

  it('are read under their headings, which are none themselves', () => {
    expect(lines.map(({ sentence, importance }) => [sentence.replace(/^\W+/, ''), importance.importance])).toEqual([
      ['Shift lead', 'nice'],
      ['Drives forklift trucks', 'must'],
      ["Bachelor's degree", 'must'],
      ['Forklift training of new colleagues', 'nice'],
      ['No degree required.', 'must'],
    ]);
  });

  it('warn of proxies that are asked for, not of those that are said not to be', () => {
    expect(lines.map(({ proxies }) => proxies.map(({ kind }) => kind))).toEqual([[], [], ['degree'], [], []]);
  });

  it('propose each competency once: the surest sentence, the weightiest importance', () => {
    const found = [
      [],
      [suggestion('forklift', 0.5, 'similar-wording'), suggestion('truck', 0.2, 'similar-wording')],
      [],
      [suggestion('forklift', 0.9, 'preferred-label'), suggestion('teach', 0.1, 'alternative-label')],
      [],
    ];
    const { requirements, unread } = draftRequirements(lines, found);
    expect(
      requirements.map(({ competencyId, importance, confidence }) => [competencyId, importance, confidence]),
    ).toEqual([
      ['forklift', 'must', 0.9],
      ['teach', 'nice', 0.1],
    ]);
    expect(requirements[0]?.sentence).toContain('training of new colleagues');
    expect(unread).toHaveLength(3);
  });
});
