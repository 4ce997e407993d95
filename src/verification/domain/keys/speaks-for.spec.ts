import { speaksFor } from './speaks-for.js';

describe('speaksFor', () => {
  const issuer = 'https://example.edu/issuers/42';

  it.each([
    ['https://example.edu/keys.json', true],
    ['https://example.edu/any/where/else.json', true],
    ['https://EXAMPLE.edu:443/keys.json', true],
    ['https://example.edu:8443/keys.json', false],
    ['http://example.edu/keys.json', false],
    ['https://www.example.edu/keys.json', false],
    ['https://example.edu.evil.example/keys.json', false],
    ['https://example.edu@evil.example/keys.json', false],
    ['did:web:example.edu', false],
  ])('%s for an issuer of example.edu: %s', (url, expected) => {
    expect(speaksFor(url, issuer)).toBe(expected);
  });

  const hosted = 'https://raw.githubusercontent.com/univ/badges/main/issuer.json';
  it.each([
    ['beside the page', 'https://raw.githubusercontent.com/univ/badges/main/jwks.json', true],
    ['in a folder above the page', 'https://raw.githubusercontent.com/univ/jwks.json', true],
    ['of another owner', 'https://raw.githubusercontent.com/evil/badges/main/jwks.json', false],
    ['of an owner whose name begins alike', 'https://raw.githubusercontent.com/univ2/jwks.json', false],
    ['of another owner, spelt through the issuer', 'https://raw.githubusercontent.com/univ/../evil/jwks.json', false],
    ['at the root', 'https://raw.githubusercontent.com/jwks.json', false],
  ])('on a host where many publish, for keys %s', (_name, url, expected) => {
    expect(speaksFor(url, hosted)).toBe(expected);
  });

  it('takes keys below the page itself, also on such a host', () => {
    expect(speaksFor('https://w3id.org/univ/.well-known/jwks.json', 'https://w3id.org/univ')).toBe(true);
    expect(speaksFor('https://w3id.org/univ2/.well-known/jwks.json', 'https://w3id.org/univ')).toBe(false);
  });
});
