import { PackedOrder } from './packed-order.js';
import type { PoolStanding } from './pool-standing.js';

const mia: PoolStanding = { candidateId: 'mia', ordinal: 7, band: 'qualified', score: 1_234_567 };
const ole: PoolStanding = { candidateId: 'ole', ordinal: 2 ** 40, band: 'notYet', score: 0 };

describe('PackedOrder', () => {
  it('gives the order back as it was, whatever order people have by now', () => {
    const now = [{ ...ole, band: 'qualified' as const, score: 5 }, mia];
    expect(new PackedOrder([mia, ole]).unpack(now)).toEqual([mia, ole]);
  });

  it('leaves out who is no longer in the pool', () => {
    expect(new PackedOrder([mia, ole]).unpack([ole])).toEqual([ole]);
  });
});
