import { keyPlacesOf } from './key-places.js';

describe('keyPlacesOf', () => {
  it('goes from the issuer itself to its origin', () => {
    expect(keyPlacesOf('https://example.edu/issuers/42')).toEqual([
      'https://example.edu/issuers/42',
      'https://example.edu/issuers/42/.well-known/jwks.json',
      'https://example.edu/.well-known/jwt-vc-issuer/issuers/42',
      'https://example.edu/.well-known/jwt-vc-issuer',
      'https://example.edu/.well-known/jwks.json',
    ]);
  });

  it('names no place twice for an issuer that is an origin', () => {
    expect(keyPlacesOf('https://example.edu')).toEqual([
      'https://example.edu',
      'https://example.edu/.well-known/jwks.json',
      'https://example.edu/.well-known/jwt-vc-issuer',
    ]);
  });

  it('asks only the issuer itself where a query tells issuers apart', () => {
    expect(keyPlacesOf('https://example.edu/badges/issuer.php?id=7')).toEqual([
      'https://example.edu/badges/issuer.php?id=7',
    ]);
  });

  it('stays below the page on a host where many publish', () => {
    expect(keyPlacesOf('https://raw.githubusercontent.com/univ/issuer.json')).toEqual([
      'https://raw.githubusercontent.com/univ/issuer.json',
      'https://raw.githubusercontent.com/univ/issuer.json/.well-known/jwks.json',
    ]);
  });

  it.each(['did:web:example.edu', 'urn:uuid:1', 'example.edu', '', 'file:///etc/passwd'])(
    'knows no place for "%s"',
    (issuer) => {
      expect(keyPlacesOf(issuer)).toEqual([]);
    },
  );
});
