import { answerOf, disagreementsAmong, type StoredAnswer } from './registry-standing.js';

const now = new Date('2026-06-02T00:00:10Z');
const readAt = new Date('2026-06-02T00:00:00Z');
const failure = { code: 'timeout', detail: 'no complete answer in time', at: '2026-06-02T00:00:05Z' };

const stored = (rest: Partial<StoredAnswer> = {}): StoredAnswer => ({
  ...{ registryId: 'r1', registryName: 'One', kind: 'dcc', source: 'https://one.example/registry.json' },
  ...{ fetchedAt: readAt, failure: null, lapsed: false, outcome: null, askedAt: null, detail: null },
  ...{ listedName: null, listedUrl: null, listedLocation: null },
  ...rest,
});
const listed = (rest: Partial<StoredAnswer> = {}) =>
  stored({ outcome: 'listed', listedName: 'Example College', askedAt: readAt, ...rest });
const outcomeOf = (rest: Partial<StoredAnswer>) => answerOf(stored(rest), now).outcome;

describe('answerOf', () => {
  it('says where and when it was read', () => {
    expect(answerOf(listed(), now)).toMatchObject({
      outcome: 'listed',
      source: 'https://one.example/registry.json',
      fetchedAt: readAt,
      ageSeconds: 10,
      listedName: 'Example College',
      detail: 'One lists the issuer',
    });
  });

  it('never takes a registry that cannot be asked for one that does not list', () => {
    expect(outcomeOf({})).toBe('not_listed');
    expect(outcomeOf({ fetchedAt: null })).toBe('unknown');
    expect(outcomeOf({ fetchedAt: null, failure })).toBe('unknown');
    expect(outcomeOf({ failure })).toBe('unknown');
    expect(outcomeOf({ outcome: 'not_listed', failure })).toBe('unknown');
    expect(outcomeOf({ lapsed: true, failure })).toBe('unknown');
    expect(outcomeOf({ kind: 'openid-federation' })).toBe('unknown');
    expect(answerOf(stored({ failure }), now).detail).toBe('One could not be asked: no complete answer in time');
  });

  it('keeps what was listed while the registry cannot be reached, and says so, until it is too old', () => {
    const kept = answerOf(listed({ failure }), now);
    expect([kept.outcome, kept.failure]).toEqual(['listed', failure]);
    expect(kept.detail).toContain('as last read');
    const aged = answerOf(listed({ failure, lapsed: true }), now);
    expect([aged.outcome, aged.listedName]).toEqual(['unknown', null]);
    expect(aged.detail).toContain('too old to count');
  });
});

describe('disagreementsAmong', () => {
  const among = (...answers: StoredAnswer[]) =>
    disagreementsAmong(answers.map((one) => answerOf(one, now))).map(({ code, registryIds }) => [code, registryIds]);
  const other = { registryId: 'r2', registryName: 'Two' };

  it('shows other names, and one that revoked whom another lists', () => {
    expect(among(listed(), listed({ ...other, listedName: 'Sample School' }))).toEqual([['other-name', ['r1', 'r2']]]);
    expect(among(listed(), listed({ ...other, outcome: 'revoked' }))).toEqual([['revoked-elsewhere', ['r1', 'r2']]]);
  });

  it('shows none where names differ in letters or marks only, or one does not list or could not be asked', () => {
    expect(among(listed(), listed({ ...other, listedName: 'example  college.' }))).toEqual([]);
    expect(among(listed(), stored(other), stored({ registryId: 'r3', fetchedAt: null }))).toEqual([]);
  });
});
