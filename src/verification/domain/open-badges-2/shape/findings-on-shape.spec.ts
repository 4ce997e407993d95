import { aBadgeClass, anAssertion, aProfile } from '../../testing/open-badge.js';
import type { JsonObject } from '../../json.js';
import { findingsOnShape } from './findings-on-shape.js';

const shapeOf = (assertion: JsonObject, badge: JsonObject = {}, profile: JsonObject = {}) =>
  findingsOnShape([{ assertion: anAssertion(assertion), generation: '2.0' }], {
    badge: { document: aBadgeClass(badge) },
    issuer: { document: aProfile(profile) },
    findings: [],
  }).map(({ outcome, code, subject }) => [outcome, code, subject]);

const wellFormed = ['pass', 'well-formed', undefined];

describe('the shape of a badge', () => {
  it('is right where every rule is kept', () => {
    expect(shapeOf({})).toEqual([wellFormed]);
  });

  it.each<[string, JsonObject, string, string]>([
    ['without a recipient', { recipient: undefined }, 'schema', '/recipient'],
    [
      'whose recipient has no identity',
      { recipient: { type: 'email', hashed: true } },
      'schema',
      '/recipient/identity',
    ],
    ['whose recipient is a list', { recipient: [] }, 'schema', '/recipient'],
    [
      'whose salt is a number',
      { recipient: { type: 'email', identity: 'a', hashed: false, salt: 1 } },
      'schema',
      '/recipient/salt',
    ],
    ['without a badge', { badge: undefined }, 'schema', '/badge'],
    ['with a number for a badge', { badge: 7 }, 'schema', '/badge'],
    ['without a verification', { verification: undefined }, 'schema', '/verification'],
    ['that is verified in no known way', { verification: { type: 'Trust' } }, 'verification', '/verification/type'],
    [
      'that is verified in two ways',
      { verification: { type: ['hosted', 'signed'] } },
      'verification',
      '/verification/type',
    ],
    ['that is hosted nowhere', { id: 'urn:uuid:1' }, 'id', '/id'],
    ['of another type', { type: 'OtherAssertion' }, 'type', '/type'],
    ['without the context', { '@context': 'https://w3id.org/openbadges/invalid' }, 'context', '/@context'],
    ['without the day of issue', { issuedOn: undefined }, 'date', '/issuedOn'],
    ['with a date that is none', { expires: 'soon' }, 'date', '/expires'],
    ['that ends before it begins', { expires: '2025-01-01T00:00:00Z' }, 'date-order', '/expires'],
    ['that says so in a word', { revoked: 'yes' }, 'schema', '/revoked'],
  ])('is wrong of one %s', (_name, change, code, pointer) => {
    expect(shapeOf(change)).toEqual([['fail', code, pointer]]);
  });

  it.each<[string, JsonObject, JsonObject, string, string]>([
    ['a BadgeClass without a name', { name: undefined }, {}, 'schema', '/badge/name'],
    ['a BadgeClass of another type', { type: 'Profile' }, {}, 'type', '/badge/type'],
    [
      'an alignment that is a number',
      { alignment: [{ targetName: 'a', targetUrl: 'b' }, 7] },
      {},
      'schema',
      '/badge/alignment/1',
    ],
    ['tags that are objects', { tags: [{}] }, {}, 'schema', '/badge/tags/0'],
    ['an issuer without a name', {}, { name: undefined }, 'schema', '/badge/issuer/name'],
    [
      'a scope that is a number',
      {},
      { verification: { startsWith: 1 } },
      'schema',
      '/badge/issuer/verification/startsWith',
    ],
  ])('is wrong with %s', (_name, badge, profile, code, pointer) => {
    expect(shapeOf({}, badge, profile)).toEqual([['fail', code, pointer]]);
  });

  it('is right with what issuers commonly leave out or write in another way, each remarked on', () => {
    const recipient = { type: 'email', identity: 'ann@example.org' };
    const found = shapeOf(
      { issuedOn: '2026-01-01', recipient },
      { image: undefined, alignment: { targetName: 'a' } },
      { email: undefined },
    );
    expect(found).toEqual([
      wellFormed,
      ['warning', 'schema', '/recipient/hashed'],
      ['warning', 'date', '/issuedOn'],
      ['warning', 'schema', '/badge/image'],
      ['warning', 'schema', '/badge/issuer/email'],
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'text',
      { type: ['Extension', 'extensions:ExampleExtension'], exampleProperty: 7 },
      '/extensions:it/exampleProperty',
    ],
    [
      'text in its full name',
      { type: 'obi:extensions/#ExampleExtension', 'http://schema.org/text': 7 },
      '/extensions:it/http:~1~1schema.org~1text',
    ],
    ['address that is missing', { type: ['Extension', 'extensions:ApplyLink'] }, '/extensions:it/url'],
    ['place', { type: ['extensions:GeoLocation'], geo: { latitude: 'north' } }, '/extensions:it/geo'],
  ])('is wrong with an extension of the specification that breaks its own rules: %s', (_name, extension, pointer) => {
    expect(shapeOf({ 'extensions:it': extension })).toEqual([['fail', 'extension', pointer]]);
  });

  it('leaves extensions of others alone', () => {
    expect(shapeOf({ 'extensions:it': { type: ['Extension', 'https://a.example/Mine'], url: 7 } })).toEqual([
      wellFormed,
    ]);
  });

  it('names at most twenty faults', () => {
    expect(shapeOf({}, { tags: Array.from({ length: 1000 }, () => 7) })).toHaveLength(20);
  });
});
