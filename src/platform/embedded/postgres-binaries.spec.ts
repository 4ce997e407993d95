import { newestFirst, parseVersion } from './postgres-binaries.js';

describe('parseVersion', () => {
  it.each([
    ['postgres (PostgreSQL) 18.4\n', { version: '18.4', major: 18 }],
    ['postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n', { version: '15.20', major: 15 }],
    ['postgres (PostgreSQL) 19beta1', { version: '19beta1', major: 19 }],
    ['something else 3.1', undefined],
  ])('of %p', (text, version) => expect(parseVersion(text)).toEqual(version));
});

describe('newestFirst', () => {
  it('compares numbers, not letters, and leaves out what has none', () => {
    expect(newestFirst(['9.6', '15', '18', 'common'])).toEqual(['18', '15', '9.6']);
    expect(newestFirst(['pgsql-9', 'pgsql-17'])).toEqual(['pgsql-17', 'pgsql-9']);
  });
});
