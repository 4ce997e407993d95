import { withSparingHeap } from './sparing-heap.js';

describe('withSparingHeap', () => {
  it('gives what the work gives, and throws what it throws', async () => {
    expect(await withSparingHeap(async () => 'done')).toBe('done');
    await expect(withSparingHeap(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
