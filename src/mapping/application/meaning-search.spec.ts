import type { UnitOfWork } from '../../platform/database/index.js';
import { type MeaningVector, meaningVector } from '../domain/suggest/meaning-vectors.js';
import { passagesOf } from '../domain/suggest/passages.js';
import { wordingIndexOf } from '../domain/suggest/wording-index.js';
import { EmbeddingModel, ModelUnavailable, NoModel } from './embedding/embedding-model.js';
import { MeaningIndexes } from './meaning-indexes.js';
import { MeaningSearch } from './meaning-search.js';

/** Says of every text the same, or what it is told to throw. */
class SmallModel extends EmbeddingModel {
  readonly identity = 'small/1';
  readonly asked: string[][] = [];
  failure: Error | undefined;

  vectors(texts: readonly string[]): Promise<MeaningVector[]> {
    this.asked.push([...texts]);
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return Promise.resolve(texts.map(() => meaningVector([1, 0])));
  }
}

type IndexParts = ConstructorParameters<typeof MeaningIndexes>;

/** Versions of one competency each; those whose name begins with `new` have no complete vectors. */
function searchOver(model: EmbeddingModel, maxVectors = 10) {
  const loaded: string[] = [];
  const unitOfWork = { run: (_: string, work: (tx: object) => unknown) => work({}) } as unknown as UnitOfWork;
  const vectors = {
    begun: (_: object, __: string, ids: string[]) =>
      Promise.resolve(new Map(ids.map((id) => [id, !id.startsWith('new')]))),
    all: (_: object, { frameworkVersionId }: { frameworkVersionId: string }) => {
      loaded.push(frameworkVersionId);
      return Promise.resolve(new Map([['weld', meaningVector([1, 0])]]));
    },
  } as unknown as IndexParts[1];
  const skill = { id: 'weld', uri: 'urn:x:weld', preferred: ['Welding'], alternative: [], definition: null };
  const wordings = { of: () => Promise.resolve(wordingIndexOf([skill])) } as unknown as IndexParts[2];
  const indexes = new MeaningIndexes(unitOfWork, vectors, wordings, model, maxVectors);
  return { search: new MeaningSearch(model, unitOfWork, vectors, indexes), loaded };
}

describe('MeaningSearch', () => {
  const passages = passagesOf('Joining metal. Joining metal and much more than eight words can say');

  it('asks the model for short passages and compares them with the versions that are complete', async () => {
    const model = new SmallModel();
    const found = await (await searchOver(model).search.over('o', ['v1', 'new']))(passages);
    expect(model.asked).toEqual([['Joining metal']]);
    expect([...(found.model?.versions ?? [])]).toEqual([
      ['v1', 'used'],
      ['new', 'vectors-incomplete'],
    ]);
    const [short, long] = passages;
    if (!short || !long) throw new Error('there are two passages');
    expect(found.in('v1')(short)?.cosine(0)).toBe(1);
    expect([found.in('v1')(long), found.in('new')(short)]).toEqual([undefined, undefined]);
  });

  it('goes on without the model when that cannot answer, and says so; another fault is passed on', async () => {
    const model = new SmallModel();
    const find = await searchOver(model).search.over('o', ['v1', 'new']);
    model.failure = new ModelUnavailable('it is busy');
    const found = await find(passages);
    expect([...(found.model?.versions.values() ?? [])]).toEqual(['model-unavailable', 'vectors-incomplete']);
    expect(passages.map(found.in('v1'))).toEqual([undefined, undefined]);
    model.failure = new TypeError('a fault of ours');
    await expect(find(passages)).rejects.toThrow(TypeError);
  });

  it('asks nothing where no model is configured, and nothing where no version is complete', async () => {
    const off = await (await searchOver(new NoModel()).search.over('o', ['v1']))(passages);
    expect(off.model).toBeUndefined();
    const model = new SmallModel();
    await (
      await searchOver(model).search.over('o', ['new'])
    )(passages);
    expect(model.asked).toEqual([]);
  });

  it('keeps the vectors of so many competencies in memory, and lets the longest unused version go', async () => {
    const { search, loaded } = searchOver(new SmallModel(), 2);
    for (const version of ['v1', 'v2', 'v1', 'v3', 'v1', 'v2']) await search.over('o', [version]);
    expect(loaded).toEqual(['v1', 'v2', 'v3', 'v2']);
  });
});
