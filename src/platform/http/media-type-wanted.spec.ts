import { mediaTypeWanted } from './media-type-wanted.js';

const OFFERED = ['application/json', 'application/ld+json'] as const;

describe('mediaTypeWanted', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/ld+json', 'application/ld+json'],
    ['Application/LD+JSON;profile="x"', 'application/ld+json'],
    ['text/html, application/ld+json;q=0.9, */*;q=0.8', 'application/ld+json'],
    ['application/json;q=0.5, application/ld+json;q=0.4', 'application/json'],
    ['application/json;q=0, */*', 'application/ld+json'],
    ['text/turtle', undefined],
    ['application/json;q=0', undefined],
    ['application/json;q=nonsense', undefined],
    [',;,', 'application/json'],
  ])('of %j is %j', (accept, wanted) => expect(mediaTypeWanted(accept, OFFERED)).toBe(wanted));
});
