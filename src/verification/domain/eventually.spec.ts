import { andThen } from './eventually.js';

describe('andThen', () => {
  it('goes on at once with what is there', () => {
    expect(andThen(1, (value) => value + 1)).toBe(2);
  });

  it('waits for what comes later, on either side', async () => {
    expect(await andThen(Promise.resolve(1), (value) => value + 1)).toBe(2);
    expect(await andThen(1, (value) => Promise.resolve(value + 1))).toBe(2);
  });

  it('passes on what went wrong', async () => {
    await expect(andThen(Promise.reject<number>(new Error('no')), (value) => value)).rejects.toThrow('no');
  });
});
