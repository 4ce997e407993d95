import { acceptedType } from './content-types.js';

describe('acceptedType', () => {
  it.each([
    ['application/json; charset=utf-8', 'application/json'],
    [' Application/VC+JWT ', 'application/vc+jwt'],
    ['image/svg+xml', 'image/svg+xml'],
  ])('takes %s', (header, type) => {
    expect(acceptedType(header)).toBe(type);
  });

  it.each([['application/pdf'], ['application/jsonx'], [''], [undefined]])('refuses %s', (header) => {
    expect(acceptedType(header)).toBeUndefined();
  });
});
