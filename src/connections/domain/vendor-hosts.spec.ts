import { apiUrlOf, isOfVendor, tokenUrlOf } from './vendor-hosts.js';

describe('isOfVendor', () => {
  it.each([
    ['https://app.greenhouse.io/x', true],
    ['https://greenhouse.io/x', true],
    ['https://greenhouse.io.example.org/x', false],
    ['https://notgreenhouse.io/x', false],
    ['https://app.greenhouse.io@example.org/x', false],
    ['https://example.org/app.greenhouse.io', false],
    ['http://app.greenhouse.io/x', false],
    ['https://app.greenhouse.io:8443/x', false],
    ['no address', false],
  ])('judges %s', (address, expected) => {
    expect(isOfVendor('greenhouse', undefined, address)).toBe(expected);
  });

  it('takes the host that was named, at that port and scheme only', () => {
    const own = 'https://eu.ats.example/api';
    expect(isOfVendor('greenhouse', own, 'https://eu.ats.example/callback')).toBe(true);
    expect(isOfVendor('greenhouse', own, 'http://eu.ats.example/callback')).toBe(false);
    expect(isOfVendor('standard', undefined, 'https://eu.ats.example/callback')).toBe(false);
  });
});

describe('apiUrlOf', () => {
  it('is the one that was named, else that of the vendor', () => {
    expect(apiUrlOf('lever', 'https://api.sandbox.lever.co/v1/')).toBe('https://api.sandbox.lever.co/v1');
    expect(apiUrlOf('lever', undefined)).toBe('https://api.lever.co/v1');
  });
});

describe('tokenUrlOf', () => {
  it('is the vendor’s for its own hosts, else at the host that was named', () => {
    expect(tokenUrlOf('greenhouse', undefined)).toBe('https://auth.greenhouse.io/token');
    expect(tokenUrlOf('greenhouse', 'https://harvest.greenhouse.io/v3')).toBe('https://auth.greenhouse.io/token');
    expect(tokenUrlOf('greenhouse', 'https://ats.example/v3')).toBe('https://ats.example/token');
    expect(tokenUrlOf('lever', undefined)).toBeUndefined();
  });
});
