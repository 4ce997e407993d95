import { askDatabase } from '../support/ask-database.js';
import { freshDatabase } from '../support/fresh-database.js';

describe('freshDatabase', () => {
  it('gives every caller an empty database of its own and drops it even while somebody is connected', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    await askDatabase(one.url, 'create table mine ()');
    const tables = `select count(*)::int as count from pg_tables where schemaname = 'public'`;
    expect(await askDatabase(two.url, tables)).toEqual([{ count: 0 }]);

    const connected = askDatabase(two.url, 'select pg_sleep(60)').then(
      () => 'finished',
      () => 'sent away',
    );
    await Promise.all([one.drop(), two.drop()]);
    expect(await connected).toBe('sent away');
    await expect(askDatabase(two.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
