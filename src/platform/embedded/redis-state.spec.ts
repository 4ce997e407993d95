import { parseRedisState } from './redis-state.js';

describe('parseRedisState', () => {
  it('reads process and address', () => {
    const state = { process: { pid: 12, startTicks: 34 }, url: 'redis://:x@127.0.0.1:5/0' };
    expect(parseRedisState(JSON.stringify(state))).toEqual(state);
    expect(parseRedisState('{"process":{"pid":12},"url":"redis://h"}')).toEqual({
      process: { pid: 12 },
      url: 'redis://h',
    });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"process":{"pid":"12"},"url":"redis://h"}',
    '{"process":{"pid":12},"url":"no url"}',
  ])('reads nothing out of %p', (text) => expect(parseRedisState(text)).toBeUndefined());
});
