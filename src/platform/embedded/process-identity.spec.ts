import { spawnSync } from 'node:child_process';
import { identify, isAlive, isRunning, parseProcStat } from './process-identity.js';

describe('parseProcStat', () => {
  // proc(5): number, (name), state, then 18 fields, then the start time as field 22.
  const rest = Array.from({ length: 18 }, (_, i) => i + 4).join(' ');

  it.each(['postgres', 'a) Z (b', ') S 1 2 3'])('reads state and start time after the name %p', (name) => {
    expect(parseProcStat(`12 (${name}) R ${rest} 777 9 9\n`)).toEqual({ state: 'R', startTicks: 777 });
  });

  it('reads nothing out of a broken line', () => {
    expect(parseProcStat('')).toBeUndefined();
    expect(parseProcStat('12 (postgres) S 1 2')).toBeUndefined();
  });
});

describe('isAlive and isRunning', () => {
  it('know this process, and not an earlier one with its number', () => {
    const self = identify(process.pid);
    expect(isRunning(self)).toBe(true);
    // Without /proc only the number can be compared.
    if (self.startTicks !== undefined) expect(isRunning({ ...self, startTicks: self.startTicks - 1 })).toBe(false);
  });

  it('hold a process that has ended for gone, and never ask about a group', () => {
    expect(isAlive(spawnSync('true').pid)).toBe(false);
    for (const pid of [0, -1, Number.NaN, 1.5]) expect(isAlive(pid)).toBe(false);
  });
});
