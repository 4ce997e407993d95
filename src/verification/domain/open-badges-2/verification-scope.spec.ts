import { isInScope } from './verification-scope.js';

const profile = 'https://example.org/issuer';
const scope = (verification: object | undefined, address: string, at = profile) =>
  isInScope(address, { ...(verification && { verification }) }, at);

describe('isInScope', () => {
  it.each([
    ['the host of the profile, without a word about it', undefined, 'https://example.org/a/1'],
    ['that host over plain http', undefined, 'http://example.org/a/1'],
    ['a host that is named', { allowedOrigins: ['other.org', 'example.org'] }, 'https://other.org/1'],
    ['a host that is named with its scheme', { allowedOrigins: 'https://other.org' }, 'https://other.org/1'],
    ['below a prefix', { startsWith: 'https://other.org/badges/' }, 'https://other.org/badges/1'],
    ['below one of several', { startsWith: ['https://a.org/', 'https://other.org/'] }, 'https://other.org/1'],
    ['both where both are said', { startsWith: 'https://o.org/b', allowedOrigins: 'o.org' }, 'https://o.org/b/1'],
  ])('takes %s', (_name, verification, address) => {
    expect(scope(verification, address)).toBe(true);
  });

  it.each([
    ['another host', undefined, 'https://example.org.evil.net/1'],
    ['a subdomain', undefined, 'https://evil.example.org/1'],
    ['another port', undefined, 'https://example.org:8443/1'],
    ['the host of the profile, once others are named', { allowedOrigins: 'other.org' }, 'https://example.org/1'],
    ['a host that only begins like a prefix', { startsWith: 'https://other.org' }, 'https://other.org.evil.net/1'],
    ['a name before the host', { startsWith: 'https://other.org' }, 'https://other.org@evil.net/1'],
    ['one where both are said', { startsWith: 'https://o.org/b', allowedOrigins: 'p.org' }, 'https://o.org/b/1'],
    ['anything by an empty prefix', { startsWith: '' }, 'https://evil.net/1'],
    ['anything by a scheme', { startsWith: 'https://' }, 'https://evil.net/1'],
    ['anything by an empty host', { allowedOrigins: [''] }, 'https://evil.net/1'],
  ])('refuses %s', (_name, verification, address) => {
    expect(scope(verification, address)).toBe(false);
  });

  it('tells the folders of different people on a host that they share', () => {
    const school = 'https://raw.githubusercontent.com/school/badges/issuer.json';
    expect(scope(undefined, 'https://raw.githubusercontent.com/school/badges/1.json', school)).toBe(true);
    expect(scope(undefined, 'https://raw.githubusercontent.com/impostor/badges/1.json', school)).toBe(false);
  });
});
