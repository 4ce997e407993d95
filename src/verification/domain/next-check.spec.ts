import { waitUntilNextCheck, type CheckedState } from './next-check.js';

const AT = new Date('2026-11-23T00:00:00Z');
const state = (of: Partial<CheckedState>): CheckedState => ({
  verdict: 'verified',
  reason: 'valid',
  retryable: false,
  declaresStatus: false,
  statusGoodForMs: undefined,
  inOpenRanking: false,
  validFrom: null,
  validUntil: null,
  retries: 0,
  ...of,
});

describe('waitUntilNextCheck', () => {
  it('retries what could not be checked after 1 minute, 5 minutes, ... and then once a day', () => {
    const wait = (retries: number): number | undefined =>
      waitUntilNextCheck(state({ verdict: 'unverifiable', retryable: true, retries }), AT);
    // 1 min = 60,000 ms; 5 min = 300,000 ms; a day = 86,400,000 ms
    expect([wait(0), wait(1), wait(5), wait(20)]).toEqual([60_000, 300_000, 86_400_000, 86_400_000]);
  });

  it('stops asking after 32 retries, and never starts when time cannot mend it', () => {
    expect(waitUntilNextCheck(state({ verdict: 'unverifiable', retryable: true, retries: 32 }), AT)).toBeUndefined();
    expect(waitUntilNextCheck(state({ verdict: 'unverifiable', retryable: false }), AT)).toBeUndefined();
  });

  it('looks at a verified credential daily when it can be revoked, sooner when it expires sooner', () => {
    expect(waitUntilNextCheck(state({ declaresStatus: true }), AT)).toBe(86_400_000);
    // one hour = 3,600,000 ms
    const inAnHour = new Date('2026-11-23T01:00:00Z');
    expect(waitUntilNextCheck(state({ declaresStatus: true, validUntil: inAnHour }), AT)).toBe(3_600_000);
  });

  it('keeps to what the status list says, between an hour and a day', () => {
    const wait = (statusGoodForMs: number): number | undefined =>
      waitUntilNextCheck(state({ declaresStatus: true, statusGoodForMs }), AT);
    // An hour = 3,600,000 ms; two = 7,200,000; a day = 86,400,000; a week is longer than anybody waits.
    expect([wait(0), wait(7_200_000), wait(604_800_000)]).toEqual([3_600_000, 7_200_000, 86_400_000]);
  });

  it('looks sooner while an application is open: between five minutes and six hours', () => {
    const wait = (statusGoodForMs?: number): number | undefined =>
      waitUntilNextCheck(state({ declaresStatus: true, statusGoodForMs, inOpenRanking: true }), AT);
    // Five minutes = 300,000 ms; six hours = 21,600,000 ms
    expect([wait(0), wait(600_000), wait()]).toEqual([300_000, 600_000, 21_600_000]);
  });

  it('looks at a credential that came early when it begins', () => {
    // two hours = 7,200,000 ms
    const validFrom = new Date('2026-11-23T02:00:00Z');
    expect(waitUntilNextCheck(state({ verdict: 'failed', reason: 'not_yet_valid', validFrom }), AT)).toBe(7_200_000);
  });

  it('looks daily whether a suspension was lifted', () => {
    expect(waitUntilNextCheck(state({ verdict: 'failed', reason: 'suspended', declaresStatus: true }), AT)).toBe(
      86_400_000,
    );
  });

  it('leaves alone what was shown false and what can neither be revoked nor expire', () => {
    expect(
      waitUntilNextCheck(state({ verdict: 'failed', reason: 'revoked', declaresStatus: true }), AT),
    ).toBeUndefined();
    expect(waitUntilNextCheck(state({}), AT)).toBeUndefined();
  });
});
