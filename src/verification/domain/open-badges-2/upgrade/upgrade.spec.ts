import { faultsOfAssertion } from '../shape/assertion-faults.js';
import { generationOf } from './generation.js';
import { upgradeAssertion } from './upgrade-assertion.js';
import { upgradeBadgeClass, upgradeProfile } from './upgrade-badge-class.js';
import { readDate } from './upgrade-dates.js';

const recipient = { type: 'email', hashed: false, identity: 'ann@example.org' };

describe('generationOf', () => {
  it.each([
    ['0.5', { recipient: 'ann@example.org', badge: { version: '0.5.0', issuer: { origin: 'https://a.example' } } }],
    [
      '1.0',
      { uid: '1', recipient, badge: 'https://a.example/b', verify: { type: 'hosted', url: 'https://a.example/1' } },
    ],
    ['1.0', { recipient, badge: 'https://a.example/b' }],
    [
      '1.1',
      { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', recipient, badge: 'https://a.example/b' },
    ],
    ['2.0', { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' }],
    ['2.0', { type: 'Assertion', recipient, badge: 'https://a.example/b' }],
  ])('is %s', (generation, assertion) => {
    expect(generationOf(assertion)).toBe(generation);
  });
});

describe('upgradeAssertion', () => {
  it('writes a badge of 0.5 in the words of 2.0', () => {
    const badge = { version: '0.5.0', name: 'Basic' };
    const older = { recipient: 'sha256$00', salt: 'deadsea', badge, issued_on: '2012-05-01', expires: '2013-05-01' };
    expect(upgradeAssertion(older).assertion).toEqual({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      recipient: { type: 'email', identity: 'sha256$00', hashed: true, salt: 'deadsea' },
      badge,
      issuedOn: '2012-05-01T00:00:00Z',
      expires: '2013-05-01T00:00:00Z',
      verification: { type: 'hosted' },
    });
  });

  it('takes the address of a hosted badge of 1.0 for its id, and that of the key of a signed one for its creator', () => {
    const older = { uid: '1', recipient, badge: 'https://a.example/b', issuedOn: '2012-05-01' };
    const hosted = upgradeAssertion({ ...older, verify: { type: 'hosted', url: 'https://a.example/1' } }).assertion;
    expect(hosted).toMatchObject({ id: 'https://a.example/1', uid: '1', verification: { type: 'hosted' } });
    const signed = upgradeAssertion({ ...older, verify: { type: 'signed', url: 'https://a.example/key' } }).assertion;
    expect(signed.verification).toEqual({ type: 'signed', creator: 'https://a.example/key' });
    expect(signed.id).toBeUndefined();
  });

  it('leaves a recipient of 1.0 that is a text as it is, for the shape to complain of', () => {
    const { assertion, generation } = upgradeAssertion({
      uid: '1',
      recipient: 'ann@example.org',
      badge: 'https://a.example/b',
    });
    expect(assertion.recipient).toBe('ann@example.org');
    expect(faultsOfAssertion(assertion, generation).map(({ pointer }) => pointer)).toContain('/recipient');
  });

  it('leaves a badge of 2.0 as it is', () => {
    const assertion = { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: 'https://a.example/1' };
    expect(upgradeAssertion(assertion)).toEqual({ assertion, generation: '2.0' });
  });
});

describe('the parts of older badges', () => {
  it('have their alignments renamed, where they are not in the new words already', () => {
    const alignment = [
      { name: 'welding', url: 'https://s.example/1', description: 'joins' },
      { targetName: 'new' },
      'odd',
    ];
    expect(upgradeBadgeClass({ name: 'Basic', alignment }).alignment).toEqual([
      { targetName: 'welding', targetUrl: 'https://s.example/1', targetDescription: 'joins' },
      { targetName: 'new' },
      'odd',
    ]);
  });

  it('have the origin of an issuer of 0.5 as its id', () => {
    const issuer = { origin: 'https://a.example', name: 'A', org: 'Dept', contact: 'a@a.example' };
    expect(upgradeProfile(issuer)).toEqual({
      type: 'Issuer',
      id: 'https://a.example',
      url: 'https://a.example',
      name: 'A',
      email: 'a@a.example',
      description: 'Dept',
    });
  });
});

describe('readDate', () => {
  it.each([
    ['2016-12-31T23:59:59Z', '2016-12-31T23:59:59.000Z', true],
    ['2016-12-31T23:59:59.5+02:00', '2016-12-31T21:59:59.500Z', true],
    ['2016-12-31', '2016-12-31T00:00:00.000Z', false],
    ['2016-12-31T23:59', '2016-12-31T23:59:00.000Z', false],
    ['2016-12-31T23:59:59', '2016-12-31T23:59:59.000Z', false],
    ['2016-12-31T23:59Z', '2016-12-31T23:59:00.000Z', false],
    ['2016-12-31T23:59:59+0200', '2016-12-31T21:59:59.000Z', false],
    // 1483228799 s after the beginning of 1970, by date -u -d @1483228799.
    [1483228799, '2016-12-31T23:59:59.000Z', false],
    ['1483228799', '2016-12-31T23:59:59.000Z', false],
  ])('reads %s', (value, instant, isExact) => {
    const read = readDate(value);
    expect([read.instant?.toISOString(), read.isExact]).toEqual([instant, isExact]);
  });

  it.each([['yesterday'], ['2016-02-30'], [-1], [1e300], [null], [{}], [['2016-12-31']]])(
    'does not read %j',
    (value) => {
      expect(readDate(value).instant).toBeUndefined();
    },
  );
});
