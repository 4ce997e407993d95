import { MOST_SEALED } from '../domain/receipt/receipt.js';
import { Receipts } from './receipts.js';

type Parts = ConstructorParameters<typeof Receipts>;

describe('a receipt', () => {
  it('is refused for a pool that is too large to be kept, before anybody is ranked', async () => {
    const ground = { profile: { requirements: [] }, policy: { relations: {} }, basis: { asOf: new Date(0) } };
    const parts = [
      { run: (_id: string, read: (tx: object) => unknown) => read({}) },
      { run: () => Promise.reject(new Error('nothing is kept')) },
      { lay: () => Promise.resolve(ground) },
      { edgesAround: () => Promise.reject(new Error('nothing is hashed')) },
      {
        isLargerThan: (_tx: object, most: number) => Promise.resolve(MOST_SEALED + 1 > most),
        of: () => Promise.reject(new Error('nobody is ranked')),
      },
      {},
      {},
      { now: () => new Date(0) },
    ];
    const receipts = new Receipts(...(parts as unknown as Parts));
    const actor = { kind: 'person' as const, id: 'anna', organizationId: 'o', roles: [] };
    await expect(receipts.seal(actor, 'p', {})).rejects.toMatchObject({
      code: 'pool-too-large',
      detail: expect.stringContaining(String(MOST_SEALED)),
    });
  });
});
