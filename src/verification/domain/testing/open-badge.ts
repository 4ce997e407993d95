import type { KeyObject } from 'node:crypto';
import type { JsonObject } from '../json.js';
import { InMemorySource } from './in-memory-source.js';

/** Where the parts of the badge of a test lie. */
export const at = {
  assertion: 'https://badges.example.org/assertions/1',
  badge: 'https://badges.example.org/badges/welding',
  issuer: 'https://badges.example.org/issuer',
  key: 'https://badges.example.org/keys/1',
  list: 'https://badges.example.org/revoked',
};

const context = 'https://w3id.org/openbadges/v2';

/** An Open Badges 2.0 assertion, hosted; `overrides` replace whole properties. */
export function anAssertion(overrides: JsonObject = {}): JsonObject {
  return {
    '@context': context,
    type: 'Assertion',
    id: at.assertion,
    recipient: { type: 'email', hashed: false, identity: 'ann@example.org' },
    badge: at.badge,
    issuedOn: '2026-01-01T00:00:00Z',
    verification: { type: 'hosted' },
    ...overrides,
  };
}

export function aBadgeClass(overrides: JsonObject = {}): JsonObject {
  return {
    '@context': context,
    type: 'BadgeClass',
    id: at.badge,
    name: 'Welding, level 3',
    description: 'Welds thin sheets in all positions.',
    image: 'https://badges.example.org/welding.png',
    criteria: { narrative: 'Passed the workshop test.' },
    alignment: [{ targetName: 'welding', targetUrl: 'https://skills.example.org/welding' }],
    issuer: at.issuer,
    ...overrides,
  };
}

export function aProfile(overrides: JsonObject = {}): JsonObject {
  return {
    '@context': context,
    type: 'Issuer',
    id: at.issuer,
    name: 'Example Welding School',
    url: 'https://badges.example.org',
    email: 'badges@example.org',
    ...overrides,
  };
}

/** The document of a key that a profile lists. */
export function aKeyDocument(publicKey: KeyObject, overrides: JsonObject = {}): JsonObject {
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' });
  return { '@context': context, type: 'CryptographicKey', id: at.key, owner: at.issuer, publicKeyPem, ...overrides };
}

/** A source that serves the assertion, its BadgeClass and the profile of its issuer. */
export function publishing(
  assertion: JsonObject = anAssertion(),
  badge: JsonObject = aBadgeClass(),
  profile: JsonObject = aProfile(),
): InMemorySource {
  return new InMemorySource().serve(at.assertion, assertion).serve(at.badge, badge).serve(at.issuer, profile);
}
