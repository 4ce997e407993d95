import type { Transaction, UnitOfWork } from '../../platform/database/index.js';
import type { CompetencySearchRepository } from '../persistence/competency-search.repository.js';
import type { CompetencyWordingRepository } from '../persistence/competency-wording.repository.js';
import type { FrameworkRepository } from '../persistence/framework.repository.js';
import { CompetencyWordings } from './competency-wordings.js';
import { SearchIndexes } from './search-indexes.js';

/** Versions that each have as many labels as their name says; `read` tells of which version entries were read. */
function searching(limits: { kept: number; ofOne: number }) {
  const read: string[] = [];
  const unitOfWork = { run: <T>(_: string, work: (tx: Transaction) => Promise<T>) => work({} as Transaction) };
  const labelsOf = (versionId: string): number => Number(versionId.split('-')[1]);
  const counts = { countLabels: (_: Transaction, versionId: string) => Promise.resolve(labelsOf(versionId)) };
  const entries = {
    searched: (_: Transaction, versionId: string) => {
      read.push(versionId);
      const labels = Array.from({ length: labelsOf(versionId) }, (__, at) => `label ${at}`);
      return Promise.resolve([{ id: versionId, label: 'label', code: null, preferred: labels, others: [], texts: [] }]);
    },
  };
  const wordings = new CompetencyWordings(
    counts as unknown as CompetencyWordingRepository,
    {} as FrameworkRepository,
    limits.ofOne,
  );
  const indexes = new SearchIndexes(
    unitOfWork as UnitOfWork,
    wordings,
    entries as unknown as CompetencySearchRepository,
    limits.kept,
  );
  return { read, indexes, wordings };
}

describe('SearchIndexes', () => {
  it('keeps versions up to a number of labels, and reads the longest unused anew', async () => {
    const { read, indexes } = searching({ kept: 8, ofOne: 100 });
    for (const version of ['a-5', 'b-3', 'a-5', 'b-3']) await indexes.of('o', version);
    expect(read).toEqual(['a-5', 'b-3']);
    // 5 + 3 + 1 are more than 8: a goes.
    for (const version of ['c-1', 'b-3', 'a-5']) await indexes.of('o', version);
    expect(read).toEqual(['a-5', 'b-3', 'c-1', 'a-5']);
  });

  it('reads nothing of a version that has too many labels, and says so where it is asked for the words', async () => {
    const { read, indexes, wordings } = searching({ kept: 8, ofOne: 4 });
    expect((await indexes.of('o', 'a-5')).labels).toEqual([]);
    expect((await indexes.of('o', 'b-4')).labels).toHaveLength(4);
    expect(read).toEqual(['b-4']);
    await expect(wordings.ofVersion({} as Transaction, 'a-5')).rejects.toMatchObject({
      code: 'framework-too-large',
      detail: 'Frameworks of more than 4 labels are not searched by text.',
    });
  });
});
