import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFolderLock } from './folder-lock.js';

describe('withFolderLock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-lock-'));
  const lock = join(folder, 'inner', 'lock');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lets one in at a time, also after the one before has failed', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    const failing = withFolderLock(lock, () => Promise.reject(new Error('no luck')));
    const all = Array.from({ length: 5 }, () => withFolderLock(lock, work));
    await expect(failing).rejects.toThrow('no luck');
    await Promise.all(all);
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  const old = new Date(Date.now() - 60_000);
  it.each([
    ['by a process that is gone', () => writeFileSync(lock, `${spawnSync('true').pid} 1\n`)],
    ['by an earlier process with a living number', () => writeFileSync(lock, `${process.pid} 1\n`)],
    ['unwritten long ago', () => [writeFileSync(lock, ''), utimesSync(lock, old, old)]],
    [
      'together with the guard of its takeover',
      () => [
        writeFileSync(lock, `${spawnSync('true').pid} 1\n`),
        mkdirSync(`${lock}.takeover`),
        utimesSync(`${lock}.takeover`, old, old),
      ],
    ],
  ])('takes over a lock left %s', async (_, leave) => {
    leave();
    await expect(withFolderLock(lock, async () => 'done', 2_000)).resolves.toBe('done');
  });

  it('gives up on a living holder, names it, and leaves its lock alone', async () => {
    await withFolderLock(lock, async () => {
      await expect(withFolderLock(lock, async () => 'never', 0)).rejects.toMatchObject({
        code: 'store-busy',
        message: expect.stringContaining(String(process.pid)),
      });
      expect(existsSync(lock)).toBe(true);
    });
  });
});
