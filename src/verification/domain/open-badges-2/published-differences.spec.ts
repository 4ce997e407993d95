import { differencesOf } from './published-differences.js';
import { aBadgeClass, anAssertion } from '../testing/open-badge.js';

const between = (handedIn: object, published: object = {}) =>
  differencesOf(anAssertion({ ...handedIn }), anAssertion({ ...published }));
const hashed = (identity: string, salt: string) => ({ recipient: { type: 'email', hashed: true, identity, salt } });

describe('differencesOf', () => {
  it('sees none where the order of members, http or a part written out is all that differs', () => {
    const none = { decisive: [], minor: [] };
    expect(between({})).toEqual(none);
    expect(between({ badge: aBadgeClass() })).toEqual(none);
    expect(between({ badge: 'http://badges.example.org/badges/welding' })).toEqual(none);
    expect(between({ '@context': ['https://w3id.org/openbadges/v2'] })).toEqual(none);
  });

  it('does not compare recipients that are hashed with other salts', () => {
    expect(between(hashed('sha256$aa', 'one'), hashed('sha256$bb', 'two'))).toEqual({ decisive: [], minor: [] });
    expect(between(hashed('sha256$aa', 'one'), hashed('sha256$bb', 'one')).decisive).toEqual(['recipient']);
    expect(between(hashed('sha256$AA', 'one'), hashed('sha256$aa', 'one')).decisive).toEqual([]);
  });

  it.each([
    ['recipient', { recipient: { type: 'email', hashed: false, identity: 'bob@example.org' } }],
    ['recipient', { recipient: { type: 'telephone', hashed: false, identity: 'ann@example.org' } }],
    ['badge', { badge: 'https://badges.example.org/badges/other' }],
    ['badge', { badge: aBadgeClass({ id: 'https://badges.example.org/badges/other' }) }],
  ])('finds another %s decisive', (name, change) => {
    expect(between(change).decisive).toEqual([name]);
  });

  it('names what else differs, and what a BadgeClass that both write out says otherwise', () => {
    const other = { badge: aBadgeClass({ name: 'Better' }), narrative: 'more', expires: '2027-01-01T00:00:00Z' };
    expect(between(other, { badge: aBadgeClass() })).toEqual({
      decisive: [],
      minor: ['narrative', 'expires', 'badge.name'],
    });
  });
});
