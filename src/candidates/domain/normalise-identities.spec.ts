import { normaliseDids, normaliseEmails } from './normalise-identities.js';

describe('normaliseEmails', () => {
  it('lower-cases the domain, keeps the case of the local part and drops repeats', () => {
    expect(normaliseEmails([' Ada.L@Example.ORG ', 'Ada.L@example.org', 'ada.l@example.org'])).toEqual([
      'Ada.L@example.org',
      'ada.l@example.org',
    ]);
  });

  it('keeps a text without an at sign as it is, trimmed', () => {
    expect(normaliseEmails([' nobody '])).toEqual(['nobody']);
  });
});

describe('normaliseDids', () => {
  it('drops repeats in the order given', () => {
    expect(normaliseDids(['did:web:b.example', ' did:key:z6Mk', 'did:web:b.example '])).toEqual([
      'did:web:b.example',
      'did:key:z6Mk',
    ]);
  });
});
