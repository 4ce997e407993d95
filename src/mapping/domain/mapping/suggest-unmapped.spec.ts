import type { Claim } from '../claims/claim.js';
import type { Mapping } from './mapping.js';
import { type LikelyMeaning, type LikelyMeanings, MOST_LOOKED_UP, suggestUnmapped } from './suggest-unmapped.js';

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

const always =
  (...meanings: LikelyMeaning[]): LikelyMeanings =>
  (texts) =>
    Promise.resolve(texts.map(() => meanings));

describe('suggestions for claims that fit nothing', () => {
  it('stand beside the claim, the likeliest first, with what made them', async () => {
    const likely = always(meaning('c1', 0.4567), meaning('c2', 0.2));
    const [kept, first, second, ...more] = await suggestUnmapped([mapping(0)], [claim('lift trucks')], likely);
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

  it('say which embedding model had a part in them', async () => {
    const model = { name: 'm', state: 'vectors-incomplete' } as const;
    const [, made] = await suggestUnmapped([mapping(0)], [claim('a')], always({ ...meaning('c1', 0.5), model }));
    expect(made?.evidence.model).toEqual(model);
  });

  it('are three at most, and none that is hardly likely', async () => {
    const likely = [0.5, 0.4, 0.3, 0.2].map((confidence, at) => meaning(`c${at}`, confidence));
    expect(await suggestUnmapped([mapping(0)], [claim('a')], always(...likely))).toHaveLength(4);
    expect(await suggestUnmapped([mapping(0)], [claim('a')], always(meaning('c1', 0.099)))).toEqual([mapping(0)]);
  });

  it('are not made for what is mapped or suggested already', async () => {
    const all = [mapping(0, 'mapped_auto'), mapping(1, 'suggested')];
    expect(await suggestUnmapped(all, [claim('a'), claim('b')], always(meaning('c1', 0.5)))).toEqual(all);
  });

  it('are looked up for so many claims of a credential and no more', async () => {
    const claims = Array.from({ length: MOST_LOOKED_UP + 5 }, (_, at) => claim(String(at)));
    const asked: string[] = [];
    await suggestUnmapped(
      claims.map((_, at) => mapping(at)),
      claims,
      (texts) => {
        asked.push(...texts);
        return Promise.resolve(texts.map(() => []));
      },
    );
    expect(asked).toHaveLength(MOST_LOOKED_UP);
  });
});
