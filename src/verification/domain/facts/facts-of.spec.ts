import { aBadge, aSubject, anOlderBadge } from '../testing/badge.js';
import { factsOf } from './facts-of.js';

const id = 'did:example:school';

describe('factsOf', () => {
  it('reads a badge of 2.0', () => {
    const badge = aBadge(id, {
      validUntil: '2027-01-01T00:00:00Z',
      evidence: [
        { id: 'https://x.example/1', type: 'Evidence', name: 'Seam', narrative: 'A seam.' },
        'https://x.example/2',
      ],
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: 7,
        statusListCredential: 'https://x.example/list',
      },
      credentialSubject: aSubject({
        identifier: {
          type: 'IdentityObject',
          identityHash: 'md5$00',
          identityType: 'emailAddress',
          hashed: 'true',
          salt: 's',
        },
      }),
    });
    expect(factsOf(badge)).toEqual({
      id: badge.id,
      types: ['VerifiableCredential', 'OpenBadgeCredential'],
      dataModel: '2.0',
      name: 'Welding, level 3',
      issuer: { id, name: 'Example Welding School' },
      subjects: [
        {
          id: 'did:example:ann',
          identifiers: [{ value: 'md5$00', hashed: true, type: 'emailAddress', salt: 's' }],
        },
      ],
      achievement: {
        id: 'urn:uuid:4f1d2c3b-0a9b-4c8d-8e7f-6a5b4c3d2e1f',
        name: 'Welding, level 3',
        description: 'Welds thin sheets in all positions.',
        type: 'Certification',
        criteria: { narrative: 'Passed the workshop test.' },
      },
      validFrom: new Date('2026-01-01T00:00:00Z'),
      validUntil: new Date('2027-01-01T00:00:00Z'),
      evidence: [{ id: 'https://x.example/1', name: 'Seam', narrative: 'A seam.' }, { id: 'https://x.example/2' }],
      statusEntries: [
        {
          types: ['BitstringStatusListEntry'],
          purpose: 'revocation',
          list: 'https://x.example/list',
          index: '7',
        },
      ],
    });
  });

  it('reads a badge of 1.1 and bounds its dates by those of the JWT', () => {
    const older = anOlderBadge(id, { expirationDate: '2028-01-01T00:00:00Z' });
    // 1798761600 is 2027-01-01T00:00:00Z; 1767225601 is one second into 2026.
    expect(factsOf(older, { exp: 1_798_761_600, nbf: 1_767_225_601 })).toMatchObject({
      dataModel: '1.1',
      validFrom: new Date('2026-01-01T00:00:01Z'),
      validUntil: new Date('2027-01-01T00:00:00Z'),
    });
  });

  it('reads single values, lists, languages and ids alike', () => {
    const facts = factsOf({
      issuer: id,
      name: { de: 'Schweißen', en: 'Welding' },
      credentialSubject: [
        { name: ['', { '@value': 'Ann', '@language': 'en' }] },
        {
          achievement: [
            { name: { fr: 'Soudage' }, image: 'https://x.example/i', criteria: 'https://x.example/c', creator: id },
          ],
        },
      ],
    });
    expect(facts).toMatchObject({
      issuer: { id },
      name: 'Welding',
      subjects: [{ name: 'Ann' }, {}],
      achievement: {
        name: 'Soudage',
        image: 'https://x.example/i',
        criteria: { id: 'https://x.example/c' },
        creator: { id },
      },
      validFrom: null,
      validUntil: null,
    });
  });

  it('leaves out what is not of the expected form', () => {
    const junk = {
      type: 7,
      issuer: [],
      credentialSubject: ['x', 1],
      evidence: 5,
      credentialStatus: 'urn:x:1',
      validFrom: 'x',
    };
    expect(factsOf(junk)).toEqual({
      types: [],
      dataModel: '2.0',
      subjects: [],
      evidence: [{}],
      statusEntries: [{ types: [], id: 'urn:x:1' }],
      validFrom: null,
      validUntil: null,
    });
  });
});
