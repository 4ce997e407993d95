import { frameworkBaseUri, frameworkSlug } from './framework-slug.js';

describe('frameworkSlug', () => {
  it.each([
    ['Our skills', 'our-skills'],
    ['  OUR — skills! ', 'our-skills'],
    ['C++ and C#', 'c++-and-c#'],
    ['Навыки 2026', 'навыки-2026'],
    ['Ｓｋｉｌｌｓ', 'skills'],
    ['+#', ''],
    ['...', ''],
  ])('of %j is %j', (name, slug) => {
    expect(frameworkSlug(name)).toBe(slug);
  });

  it('makes a uri that holds in any script', () => {
    expect(frameworkBaseUri(frameworkSlug('Č'))).toBe('urn:credence:framework:%C4%8D:');
  });
});
