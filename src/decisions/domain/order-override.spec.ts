import { type Progress, overrideOf } from './order-override.js';

const order = ['a', 'b', 'c', 'd'];
const where =
  (known: Record<string, Progress> = {}) =>
  (id: string): Progress =>
    known[id] ?? 'open';

describe('a decision against the order', () => {
  it('is choosing someone while people above still wait', () => {
    expect(overrideOf('advance', 'c', order, where({ a: 'out' }))).toEqual({ kind: 'chosen_over_higher', people: 1 });
    expect(overrideOf('hire', 'd', order, where())).toEqual({ kind: 'chosen_over_higher', people: 3 });
  });

  it('is not choosing the first, nor after everyone above was decided on', () => {
    expect(overrideOf('hire', 'a', order, where())).toBeNull();
    expect(overrideOf('advance', 'c', order, where({ a: 'out', b: 'chosen' }))).toBeNull();
  });

  it('is rejecting someone while people below are chosen', () => {
    const below = where({ c: 'chosen', d: 'chosen' });
    expect(overrideOf('reject', 'b', order, below)).toEqual({ kind: 'rejected_above_chosen', people: 2 });
    expect(overrideOf('reject', 'b', order, where({ a: 'chosen' }))).toBeNull();
  });

  it('is never holding, and none about somebody outside the pool', () => {
    expect(overrideOf('hold', 'd', order, where())).toBeNull();
    expect(overrideOf('hire', 'z', order, where())).toBeNull();
  });
});
