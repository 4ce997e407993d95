import { MOST_CONTAINED, MOST_CONTAINED_BYTES, withinLimits } from './contained-submission.js';

const documents = (count: number, size = 1): { bytes: Uint8Array }[] =>
  Array.from({ length: count }, () => ({ bytes: new Uint8Array(size) }));

describe('withinLimits', () => {
  it('takes everything of an ordinary file', () => {
    const found = documents(3, 10_000);
    expect(withinLimits(found, { count: 0, bytes: 0 })).toEqual(found);
  });

  it('counts what came out of the same submission before', () => {
    expect(withinLimits(documents(10), { count: MOST_CONTAINED - 4, bytes: 0 })).toHaveLength(4);
    expect(withinLimits(documents(1), { count: MOST_CONTAINED, bytes: 0 })).toEqual([]);
  });

  it('stops at the first that would be too many bytes', () => {
    const half = MOST_CONTAINED_BYTES / 2;
    expect(withinLimits(documents(3, half), { count: 0, bytes: 0 })).toHaveLength(2);
    expect(withinLimits(documents(3, half), { count: 1, bytes: half + 1 })).toHaveLength(0);
  });
});
