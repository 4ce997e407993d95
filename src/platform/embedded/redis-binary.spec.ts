import { parseRedisVersion } from './redis-binary.js';

describe('parseRedisVersion', () => {
  it.each([
    ['Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64', '7.0.15'],
    ['Valkey server v=8.1.0-rc1 sha=00000000:0', '8.1.0-rc1'],
    ['Redis server version 2.4.0 (00000000:0)', undefined],
    ['', undefined],
  ])('of %p is %p', (text, version) => expect(parseRedisVersion(text)).toBe(version));
});
