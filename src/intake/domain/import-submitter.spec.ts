import { submitterOf, submitterText } from './import-submitter.js';

describe('submitterOf', () => {
  it.each([
    { kind: 'api-key' as const, id: '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79' },
    { kind: 'person' as const, id: 'https://idp.example.org/ alice:1' },
  ])('is the way back from the text of $kind', (submitter) => {
    expect(submitterOf(submitterText(submitter), 'org')).toEqual({ ...submitter, organizationId: 'org', roles: [] });
  });
});
