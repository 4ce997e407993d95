import { CompetencyWordings } from '../../frameworks/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { NoModel } from './embedding/embedding-model.js';
import { LikelyMeaningsSource } from './likely-meanings.js';
import { MeaningSearch } from './meaning-search.js';
import { WordingIndexes } from './wording-indexes.js';

type Fakes = ConstructorParameters<typeof CompetencyWordings>;

/** One framework of one skill, or one that says to have more labels than are read into memory. */
function sourceOver(labels = 1): { source: LikelyMeaningsSource; indexes: WordingIndexes } {
  const skill = { id: 'weld', uri: 'urn:x:weld', preferred: ['Welding'], alternative: [], definition: null };
  const repository = {
    versionsInForce: () => Promise.resolve(['v1']),
    countLabels: () => Promise.resolve(labels),
    wordings: () => Promise.resolve([skill]),
  } as unknown as Fakes[0];
  const unitOfWork = { run: (_: string, work: (tx: object) => unknown) => work({}) } as unknown as UnitOfWork;
  const wordings = new CompetencyWordings(repository, {} as Fakes[1]);
  const indexes = new WordingIndexes(unitOfWork, wordings);
  type Parts = ConstructorParameters<typeof MeaningSearch>;
  const meanings = new MeaningSearch(new NoModel(), unitOfWork, {} as Parts[2], {} as Parts[3]);
  return { source: new LikelyMeaningsSource(unitOfWork, wordings, indexes, meanings), indexes };
}

describe('LikelyMeaningsSource', () => {
  it('looks up the first 500 characters of a claim', async () => {
    const likely = await sourceOver().source.ofOrganization('o');
    const found = await likely([`${'x '.repeat(240)}. Welding`, `${'x '.repeat(250)}. Welding`]);
    expect(found.map((one) => one.map(({ competencyId }) => competencyId))).toEqual([['weld'], []]);
  });

  it('keeps what 5,000 texts may mean, and lets the longest unused go', async () => {
    const { source } = sourceOver();
    const likely = await source.ofOrganization('o');
    const first = await likely(['Welding 0']);
    await likely(Array.from({ length: 4_999 }, (_, at) => `Welding ${at + 1}`));
    const kept = Reflect.get(source, 'kept') as Map<string, unknown>;
    expect(kept.size).toBe(5_000);
    await likely(['Welding 0', 'Welding 5000']);
    expect(kept.size).toBe(5_000);
    expect([kept.has('o v1 Welding 0'), kept.has('o v1 Welding 1')]).toEqual([true, false]);
    expect(await likely(['Welding 0'])).toEqual(first);
  });

  it('finds nothing in a framework of more than 600,000 labels, and says so to who asks for it', async () => {
    const { source, indexes } = sourceOver(600_001);
    const welding = async (of: LikelyMeaningsSource) => (await of.ofOrganization('o'))(['Welding']);
    expect(await welding(source)).toEqual([[]]);
    await expect(indexes.of('o', 'v1')).rejects.toMatchObject({ code: 'framework-too-large' });
    expect((await welding(sourceOver(600_000).source))[0]).toHaveLength(1);
  });
});
