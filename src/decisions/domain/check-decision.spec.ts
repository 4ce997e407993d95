import { checkDecision } from './check-decision.js';
import { OUTCOMES, REASON_CODES, REASONS } from './decision.js';

describe('checkDecision', () => {
  it('takes every reason for its outcomes and for no other', () => {
    for (const reason of REASON_CODES) {
      for (const outcome of OUTCOMES) {
        const fits = (REASONS[reason] as readonly string[]).includes(outcome);
        expect([reason, outcome, checkDecision(outcome, reason, 'why').length]).toEqual([
          reason,
          outcome,
          fits ? 0 : 1,
        ]);
      }
    }
  });

  it('wants words for another reason', () => {
    expect(checkDecision('hold', 'other', null)).toEqual([expect.objectContaining({ code: 'note-needed' })]);
    expect(checkDecision('hold', 'evidence_awaited', null)).toEqual([]);
  });

  it('has no reason that is a score or describes the person', () => {
    expect(REASON_CODES.filter((code) => /score|rank|age|school|degree|name|gender|culture/.test(code))).toEqual([]);
  });
});
