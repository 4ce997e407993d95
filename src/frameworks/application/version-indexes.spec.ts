import { VersionIndexes } from './version-indexes.js';

function counting(maxLabels: number) {
  const built: string[] = [];
  const indexes = new VersionIndexes(async (organizationId, versionId) => {
    built.push(`${organizationId}/${versionId}`);
    await Promise.resolve();
    if (versionId === 'broken') throw new Error('no database');
    return { labels: Array<string>(Number(versionId.split('-')[1])) };
  }, maxLabels);
  return { built, indexes };
}

describe('VersionIndexes', () => {
  it('builds once what is asked for twice at the same time, for each organization', async () => {
    const { built, indexes } = counting(100);
    const [a, b] = await Promise.all([indexes.of('o', 'v-10'), indexes.of('o', 'v-10')]);
    expect(a).toBe(b);
    await indexes.of('p', 'v-10');
    expect(built).toEqual(['o/v-10', 'p/v-10']);
  });

  it('lets the longest unused go when there are too many labels, and keeps one that is too large alone', async () => {
    const { built, indexes } = counting(100);
    for (const version of ['a-60', 'b-30', 'a-60', 'c-20', 'a-60', 'b-30']) await indexes.of('o', version);
    expect(built).toEqual(['o/a-60', 'o/b-30', 'o/c-20', 'o/b-30']);
    for (const version of ['d-500', 'd-500']) await indexes.of('o', version);
    expect(built.filter((one) => one === 'o/d-500')).toHaveLength(1);
  });

  it('tries again after a failure', async () => {
    const { built, indexes } = counting(100);
    await expect(indexes.of('o', 'broken')).rejects.toThrow('no database');
    await expect(indexes.of('o', 'broken')).rejects.toThrow('no database');
    expect(built).toHaveLength(2);
  });
});
