import { isStoreAway } from './store-away.js';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('isStoreAway', () => {
  it.each([
    ['refused', withCode('ECONNREFUSED')],
    ['refused on each address', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
    ['shutting down', withCode('57P01')],
    ['starting up', withCode('57P03')],
    ['full', withCode('53300')],
    ['gone in the middle', new Error('Connection terminated unexpectedly')],
    ['too busy', new Error('timeout exceeded when trying to connect')],
  ])('is so when the connection is %s', (_name, error) => {
    expect(isStoreAway(error)).toBe(true);
  });

  it.each([
    ['a broken rule', withCode('23505')],
    ['a wrong statement', withCode('42601')],
    ['anything else', new Error('boom')],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not so for %s', (_name, error) => {
    expect(isStoreAway(error)).toBe(false);
  });
});
