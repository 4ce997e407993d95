import { FILTERS, isWanted, wantedTypes } from './event-filter.js';

describe('isWanted', () => {
  it.each([
    ['everything without a filter', [], 'profile.published', true],
    ['a type by its name', ['credential.revoked'], 'credential.revoked', true],
    ['not another of its group', ['credential.revoked'], 'credential.verified', false],
    ['a whole group', ['credential.*'], 'credential.verified', true],
    ['not another group', ['credential.*'], 'candidate.created', false],
    ['a ping always', ['credential.revoked'], 'webhook.ping', true],
  ])('lets through %s', (_name, filters, type, expected) => {
    expect(isWanted(filters, type)).toBe(expected);
  });
});

describe('FILTERS', () => {
  it('hold each type and each group once, and no ping', () => {
    expect(FILTERS).toEqual(expect.arrayContaining(['candidate.*', 'credential.*', 'credential.verified']));
    expect(FILTERS.filter((name) => name.startsWith('webhook'))).toEqual([]);
    expect(new Set(FILTERS).size).toBe(FILTERS.length);
  });

  it('mean types that there are', () => {
    expect(wantedTypes(['candidate.*'])).toEqual([
      'candidate.created',
      'candidate.updated',
      'candidate.merged',
      'candidate.erased',
    ]);
    for (const filter of FILTERS) expect(wantedTypes([filter])).not.toEqual([]);
  });
});
