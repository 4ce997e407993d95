import { hasMeaningOfItsOwn, meaningIndexOf, meaningNearness, meaningText, meaningVector } from './meaning-vectors.js';
import { passagesOf } from './passages.js';
import { suggestFor } from './suggest-for.js';
import { wordingIndexOf } from './wording-index.js';

describe('meaningVector', () => {
  it('keeps the direction in whole numbers, the largest being 127', () => {
    // 0.5 / 0.8 x 127 = 79.375
    expect([...meaningVector([0.5, -0.8, 0])]).toEqual([79, -127, 0]);
  });
});

describe('meaningNearness', () => {
  const competencies = ['a', 'b', 'c'].map((id) => ({ id }));
  const vectors = new Map([
    ['a', meaningVector([1, 0])],
    ['b', meaningVector([1, 1])],
  ]);

  it('is the cosine with each vector, and nothing where there is none', () => {
    const { cosine, nearest } = meaningNearness(
      meaningIndexOf(competencies, (id) => vectors.get(id)),
      meaningVector([1, 0]),
    );
    expect(cosine(0)).toBe(1);
    // Between (1, 0) and (1, 1) are 45 degrees.
    expect(cosine(1)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(cosine(2)).toBeUndefined();
    expect(nearest).toEqual([0, 1]);
  });

  it('names the hundred nearest, and none that points the other way', () => {
    const many = Array.from({ length: 150 }, (_, at) => ({ id: String(at) }));
    const index = meaningIndexOf(many, (id) => meaningVector([1, Number(id) / 150]));
    expect(meaningNearness(index, meaningVector([1, 0])).nearest).toEqual(Array.from({ length: 100 }, (_, at) => at));
    expect(meaningNearness(index, meaningVector([-1, 0])).nearest).toEqual([]);
  });

  it('finds nothing where nothing has a vector', () => {
    const none = meaningIndexOf(competencies, () => undefined);
    expect(meaningNearness(none, meaningVector([1, 0]))).toMatchObject({ nearest: [] });
  });
});

describe('suggestions with meanings', () => {
  const index = wordingIndexOf(
    ['Operate forklift', 'Bake bread', 'Grow plants'].map((label) => ({
      id: label,
      uri: `urn:test:${label}`,
      preferred: [label],
      alternative: [],
      definition: null,
    })),
  );
  const angles: Record<string, number[]> = {
    'Operate forklift': [10, 3],
    'Bake bread': [-1, 10],
    'Grow plants': [0, -1],
  };
  const meanings = meaningIndexOf(index.competencies, (id) => meaningVector(angles[id] ?? []));
  const meaningOf = () => meaningNearness(meanings, meaningVector([1, 0]));

  it('name what shares no word with the text, as found by its meaning alone', () => {
    expect(suggestFor(index, 'drive pallet trucks', 10)).toEqual([]);
    const [first, ...others] = suggestFor(index, 'drive pallet trucks', 10, meaningOf);
    // 10 / sqrt(109) = 0.958
    expect(first).toMatchObject({
      competencyId: 'Operate forklift',
      method: 'similar-meaning',
      signals: { meaning: 0.958, trigram: 0, cosine: 0 },
    });
    expect(others).toEqual([]);
  });

  it('move what shares words nearer or further', () => {
    const confidence = (text: string, meaning?: typeof meaningOf) =>
      suggestFor(index, text, 10, meaning).map((one) => [one.competencyId, one.method, one.confidence] as const);
    const [[, , without] = []] = confidence('operate an oven');
    const [[id, method, nearer] = []] = confidence('operate an oven', meaningOf);
    expect([id, method]).toEqual(['Operate forklift', 'similar-wording']);
    expect(nearer).toBeGreaterThan(without ?? 1);
    const [[, , before] = []] = confidence('bake a cake');
    const [, [baking, , further] = []] = confidence('bake a cake', meaningOf);
    expect(baking).toBe('Bake bread');
    expect(further).toBeLessThan(before ?? 0);
  });

  it('leave a text that is a label of something to that label, and say nothing of a meaning that nobody asked for', () => {
    expect(suggestFor(index, 'bake bread', 10, meaningOf)[0]).toMatchObject({
      competencyId: 'Bake bread',
      method: 'preferred-label',
      confidence: 0.98,
    });
    expect(Object.keys(suggestFor(index, 'bake bread', 1)[0]?.signals ?? {})).not.toContain('meaning');
  });

  it('are asked for where a passage has eight words at most', () => {
    const isShort = (text: string) => passagesOf(text).map(hasMeaningOfItsOwn);
    expect(isShort('one two three four five six seven eight')).toEqual([true]);
    expect(isShort('one two three four five six seven eight nine')).toEqual([false]);
  });

  it('are asked for without the full stop', () => {
    expect(passagesOf('Bakes bread. Writes C#. Knows .NET!').map(meaningText)).toEqual([
      'Bakes bread',
      'Writes C#',
      'Knows .NET',
    ]);
  });
});
