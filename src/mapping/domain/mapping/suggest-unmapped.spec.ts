import type { Claim } from '../claims/claim.js';
import type { Mapping } from './mapping.js';
import { type LikelyMeaning, MOST_LOOKED_UP, suggestUnmapped } from './suggest-unmapped.js';

const claim = (text: string): Claim => ({
  jsonPath: `/tag/${text}`,
  kind: 'tag',
  class: 'skill',
  text,
  origin: 'issuer',
});
const mapping = (claimIndex: number, state: Mapping['state'] = 'unmapped'): Mapping => ({
  claimIndex,
  competencyId: state === 'unmapped' ? null : 'c0',
  frameworkVersionId: state === 'unmapped' ? null : 'v1',
  method: state === 'unmapped' ? 'none' : 'identifier',
  score: 0,
  state,
  evidence: { jsonPath: `/tag/${claimIndex}`, text: 'lift trucks', matched: null },
});
const meaning = (competencyId: string, confidence: number): LikelyMeaning => ({
  competencyId,
  frameworkVersionId: 'v1',
  method: 'similar-wording',
  confidence,
  matchedText: 'lift trucks',
  signals: { cosine: 0.7 },
});

describe('suggestions for claims that fit nothing', () => {
  it('stand beside the claim, the likeliest first, with what made them', () => {
    const [kept, first, second, ...more] = suggestUnmapped([mapping(0)], [claim('lift trucks')], () => [
      meaning('c1', 0.4567),
      meaning('c2', 0.2),
    ]);
    expect(kept).toEqual(mapping(0));
    expect(first).toEqual({
      claimIndex: 0,
      competencyId: 'c1',
      frameworkVersionId: 'v1',
      method: 'similar-wording',
      score: 4567,
      state: 'suggested',
      evidence: { jsonPath: '/tag/0', text: 'lift trucks', matched: 'lift trucks', signals: { cosine: 0.7 } },
    });
    expect(second?.competencyId).toBe('c2');
    expect(more).toEqual([]);
  });

  it('are three at most, and none that is hardly likely', () => {
    const likely = [0.5, 0.4, 0.3, 0.2].map((confidence, at) => meaning(`c${at}`, confidence));
    expect(suggestUnmapped([mapping(0)], [claim('a')], () => likely)).toHaveLength(4);
    expect(suggestUnmapped([mapping(0)], [claim('a')], () => [meaning('c1', 0.099)])).toEqual([mapping(0)]);
  });

  it('are not made for what is mapped or suggested already', () => {
    const all = [mapping(0, 'mapped_auto'), mapping(1, 'suggested')];
    expect(suggestUnmapped(all, [claim('a'), claim('b')], () => [meaning('c1', 0.5)])).toEqual(all);
  });

  it('are looked up for so many claims of a credential and no more', () => {
    const claims = Array.from({ length: MOST_LOOKED_UP + 5 }, (_, at) => claim(String(at)));
    const asked: string[] = [];
    suggestUnmapped(
      claims.map((_, at) => mapping(at)),
      claims,
      (text) => {
        asked.push(text);
        return [];
      },
    );
    expect(asked).toHaveLength(MOST_LOOKED_UP);
  });
});
