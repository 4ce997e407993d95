import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinUsers, livingUsers, parseUserFileName, userFileName } from './users-registry.js';

describe('users of a store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-users-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are told by file names that can be read back', () => {
    for (const user of [{ pid: 12, startTicks: 345 }, { pid: 12 }]) {
      expect(parseUserFileName(userFileName(user, 'abc1'))).toEqual({ startTicks: undefined, ...user });
    }
    expect(parseUserFileName('.DS_Store')).toBeUndefined();
  });

  it('count while they live; the dead are swept away and other files are let be', () => {
    // A number above what any system gives out.
    writeFileSync(join(folder, userFileName({ pid: 2 ** 40, startTicks: 1 }, 'abc1')), '');
    writeFileSync(join(folder, 'notes.txt'), '');
    const [one, two] = [joinUsers(folder), joinUsers(folder)];
    expect(livingUsers(folder)).toEqual([process.pid, process.pid]);
    one.leave();
    one.leave();
    expect(livingUsers(folder)).toEqual([process.pid]);
    two.leave();
    expect(livingUsers(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});
