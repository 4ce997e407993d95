import type { JsonObject } from '../json.js';

/** An Open Badges 3.0 credential of the data model 2.0, unsigned; `overrides` replace whole properties. */
export function aBadge(issuer: string, overrides: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:0b6a51c1-3c56-4f6b-9a3d-6e1f2a3b4c5d',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Example Welding School' },
    validFrom: '2026-01-01T00:00:00Z',
    name: 'Welding, level 3',
    credentialSubject: aSubject(),
    ...overrides,
  };
}

export function aSubject(overrides: JsonObject = {}): JsonObject {
  return {
    id: 'did:example:ann',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:4f1d2c3b-0a9b-4c8d-8e7f-6a5b4c3d2e1f',
      type: ['Achievement'],
      achievementType: 'Certification',
      name: 'Welding, level 3',
      description: 'Welds thin sheets in all positions.',
      criteria: { narrative: 'Passed the workshop test.' },
    },
    ...overrides,
  };
}

/** The same badge as it was written in the data model 1.1, with the context of the older suite. */
export function anOlderBadge(issuer: string, overrides: JsonObject = {}): JsonObject {
  const { validFrom: _start, ...badge } = aBadge(issuer);
  return {
    ...badge,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
      'https://w3id.org/security/suites/ed25519-2020/v1',
      'https://w3id.org/security/data-integrity/v2',
    ],
    issuanceDate: '2026-01-01T00:00:00Z',
    ...overrides,
  };
}
