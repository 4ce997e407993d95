import { inKeyOrder } from './in-key-order.js';

describe('inKeyOrder', () => {
  it('orders the keys of objects at every depth and leaves lists as they are', () => {
    expect(JSON.stringify(inKeyOrder({ b: [{ d: 1, c: 2 }, 3], a: null, e: undefined }))).toBe(
      '{"a":null,"b":[{"c":2,"d":1},3]}',
    );
  });
});
