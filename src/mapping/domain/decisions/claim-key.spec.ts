import type { Claim } from '../claims/claim.js';
import { achievementKeysIn } from './achievement-key.js';
import { claimKey } from './claim-key.js';
import { type MappingRule, reaches } from './mapping-rule.js';

const claim = (more: Partial<Claim>): Claim => ({
  jsonPath: '/credentialSubject/achievement/tag/0',
  kind: 'tag',
  class: 'skill',
  text: 'Route planning',
  origin: 'issuer',
  ...more,
});

describe('claimKey', () => {
  it.each(['route planning', '• Route  planning;', 'ROUTE PLANNING'])('is the same for %j', (text) =>
    expect(claimKey(claim({ text }))).toBe(claimKey(claim({}))),
  );

  it('is the same wherever in the document the claim is listed', () =>
    expect(claimKey(claim({ jsonPath: '/x', kind: 'name', class: 'unknown' }))).toBe(claimKey(claim({}))));

  it.each<[string, Partial<Claim>]>([
    ['other words', { text: 'Route planing' }],
    ['an identifier beside the words', { uri: 'urn:x:route' }],
    ['a program as its source', { origin: 'machine' }],
    ['prose', { kind: 'narrative' }],
  ])('differs by %s', (_, more) => expect(claimKey(claim(more))).not.toBe(claimKey(claim({}))));

  it('tells apart what has no words to compare', () => {
    const keys = ['🚀', '🎈'].map((text) => claimKey(claim({ text })));
    expect(
      new Set([...keys, claimKey(claim({ text: '', code: 'A1' })), claimKey(claim({ text: '', code: 'A2' }))]).size,
    ).toBe(4);
  });

  it('has one length, however long the claim', () =>
    expect(claimKey(claim({ text: 'x'.repeat(10_000), uri: `urn:${'y'.repeat(10_000)}` }))).toHaveLength(64));
});

describe('achievementKeysIn', () => {
  const keyIn = (achievement: unknown, jsonPath = '/credentialSubject/achievement/tag/0') =>
    achievementKeysIn({ credentialSubject: { achievement } })(claim({ jsonPath }));

  it('is shared by all holders of an achievement with an id, whatever else is in it', () => {
    expect(keyIn({ id: 'urn:a', name: 'A' })).toBe(keyIn({ id: 'urn:a', name: 'Renamed' }));
    expect(keyIn({ id: 'urn:a', name: 'A' })).not.toBe(keyIn({ id: 'urn:b', name: 'A' }));
  });

  it('goes by name and description without an id', () => {
    expect(keyIn({ name: 'A' })).toBe(keyIn({ name: 'A', tag: ['x'] }));
    expect(keyIn({ name: 'A' })).not.toBe(keyIn({ name: 'A', description: 'Other' }));
  });

  it('takes a claim outside for one of the only achievement, and tells nothing between two', () => {
    const outside = '/credentialSubject/result/0/alignment/0';
    expect(keyIn({ id: 'urn:a' }, outside)).toBe(keyIn({ id: 'urn:a' }));
    expect(keyIn([{ id: 'urn:a' }, { id: 'urn:b' }], outside)).toBeNull();
  });

  it('is nothing where there is no achievement or nothing to know it by', () => {
    expect(keyIn(undefined)).toBeNull();
    expect(keyIn({ type: ['Achievement'] })).toBeNull();
  });
});

describe('reaches', () => {
  const rule = (more: Partial<MappingRule>): MappingRule => ({
    id: '1',
    decision: 'accept',
    scope: 'achievement',
    matchKey: 'k',
    issuerId: 'i',
    achievementKey: 'a',
    competencyId: 'c',
    rejectedCompetencyId: null,
    overrides: null,
    decidedBy: 'x',
    ...more,
  });
  const place = { matchKey: 'k', issuerId: 'i', achievementKey: 'a' };

  it.each([
    ['the same claim of the same achievement', {}, place, true],
    ['another claim', {}, { ...place, matchKey: 'l' }, false],
    ['another achievement', {}, { ...place, achievementKey: 'b' }, false],
    ['an achievement that another issuer gives the same id', {}, { ...place, issuerId: 'j' }, false],
    ['another achievement, for the issuer', { scope: 'issuer' }, { ...place, achievementKey: 'b' }, true],
    ['another issuer, for the issuer', { scope: 'issuer' }, { ...place, issuerId: 'j' }, false],
    ['an unknown issuer, for the issuer', { scope: 'issuer' }, { ...place, issuerId: null }, false],
    ['another issuer, for everywhere', { scope: 'everywhere' }, { ...place, issuerId: null }, true],
  ] as const)('decides about %s', (_, more, at, expected) => expect(reaches(rule(more), at)).toBe(expected));
});
