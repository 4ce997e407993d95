import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { makeEnterableFolder } from '../../src/platform/embedded/passable-folder.js';
import { binaryFolders } from '../../src/platform/embedded/postgres-binaries.js';
import { startPostgres } from '../../src/platform/embedded/postgres-server.js';
import { findRedis } from '../../src/platform/embedded/redis-binary.js';
import { startRedis } from '../../src/platform/embedded/redis-server.js';
import { readRedisState } from '../../src/platform/embedded/redis-state.js';
import { askDatabase } from '../support/ask-database.js';
import { dataFolder } from '../support/data-folder.js';

const isRoot = process.getuid?.() === 0;
const bundled = binaryFolders().find((found) => found.bundled);
const describeAsRoot = isRoot && bundled ? describe : describe.skip;

describeAsRoot('embedded PostgreSQL for root (skipped for other users and without the npm binaries)', () => {
  const closed = dataFolder(0o700);
  const open = dataFolder();
  const binaries = [{ bin: join(closed.path, 'native', 'bin'), bundled: true }];
  const log: string[] = [];
  const start = (dataDir: string) =>
    startPostgres({ dataDir, database: 'credence', binaries, parameters: { fsync: 'off' } }, (line) => log.push(line));

  beforeAll(() =>
    cpSync(dirname(bundled!.bin), join(closed.path, 'native'), { recursive: true, verbatimSymlinks: true }),
  );
  beforeEach(() => log.splice(0));
  afterAll(async () => {
    await closed.remove();
    await open.remove();
  });

  it('copies the programs and keeps the data where the other user may go, and says so', async () => {
    const server = await start(closed.path);
    await askDatabase(server.url, 'create table kept as select 42 as answer');
    const [row] = await askDatabase(server.url, `select current_setting('data_directory') as data`);
    await server.stop();

    expect(row?.['data']).not.toContain(closed.path);
    expect(log).toContainEqual(
      expect.stringMatching(/cannot enter .*native.bin: the programs of PostgreSQL are copied to/),
    );
    expect(log).toContainEqual(expect.stringContaining(`its data are in ${dirname(String(row?.['data']))}`));
  });

  it('finds programs and data there again at the next start', async () => {
    const server = await start(closed.path);
    expect(await askDatabase(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await server.stop();
    expect(log.filter((line) => line.includes('copied'))).toEqual([]);
  });

  it('keeps the data in place when only the programs are out of reach', async () => {
    const server = await start(open.path);
    const [row] = await askDatabase(server.url, `select current_setting('data_directory') as data`);
    await server.stop();

    expect(row?.['data']).toContain(open.path);
    expect(existsSync(join(String(row?.['data']), 'PG_VERSION'))).toBe(true);
  });

  it('opens the folders it makes and none above them, with a relative path too', () => {
    const before = process.umask(0o077);
    try {
      makeEnterableFolder(relative(process.cwd(), join(closed.path, 'new', 'data')));
    } finally {
      process.umask(before);
    }
    const modes = ['new/data', 'new', '.'].map((name) => statSync(join(closed.path, name)).mode & 0o777);
    expect(modes).toEqual([0o711, 0o711, 0o700]);
  });

  it("uses another user's data as that user, who can go on with them afterwards", async () => {
    const theirs = dataFolder();
    const nobody = 65534;
    chownSync(theirs.path, nobody, nobody);
    for (const name of ['postgres', 'redis']) {
      mkdirSync(join(theirs.path, name));
      chownSync(join(theirs.path, name), nobody, nobody);
    }
    const path = process.env['PATH'] ?? '';
    const redis = await findRedis(path, () => undefined);
    try {
      const state = () => statSync(join(theirs.path, 'redis', 'state.json'));
      if (redis) {
        const server = await startRedis({ dataDir: theirs.path, binary: redis, path }, () => undefined);
        expect([state().uid, state().mode & 0o777]).toEqual([nobody, 0o600]);
        const { pid } = readRedisState(join(theirs.path, 'redis'))!.process;
        if (existsSync('/proc')) expect(statSync(`/proc/${pid}`).uid).toBe(nobody);
        await server.stop();
      }
      const server = await startPostgres({ dataDir: theirs.path, database: 'credence' }, () => undefined);
      const [row] = await askDatabase(server.url, `select current_setting('data_directory') as data`);
      const data = String(row?.['data']);
      await server.stop();
      // As if that user had made them.
      execFileSync('chown', ['-R', String(nobody), join(theirs.path, 'postgres')]);

      const again = await startPostgres({ dataDir: theirs.path, database: 'credence' }, () => undefined);
      expect(statSync(join(data, 'postmaster.pid')).uid).toBe(nobody);
      await again.stop();
    } finally {
      await theirs.remove();
    }
  });
});
