import fc from 'fast-check';
import { type CheckedFinding, judge } from './judge.js';
import { type Objection, objections } from './verdict.js';

const good: CheckedFinding[] = [
  { id: 'proof', outcome: 'pass', code: 'x', detail: 'x' },
  { id: 'binding', outcome: 'pass', code: 'x', detail: 'x' },
];
const bad = (objection: Objection, retryable = false): CheckedFinding => ({
  id: 'any',
  outcome: 'fail',
  objection,
  code: 'x',
  detail: 'x',
  retryable,
});

describe('judge', () => {
  it('verifies what nothing speaks against', () => {
    expect(judge(good)).toEqual({
      verdict: 'verified',
      reason: 'valid',
      reasons: ['valid'],
      retryable: false,
      issuerIdentity: 'proven',
    });
  });

  it.each([
    ['no checks at all', []],
    ['no proof', good.slice(1)],
    ['no binding', good.slice(0, 1)],
  ])('never verifies with %s', (_name, findings) => {
    expect(judge(findings).verdict).toBe('unsupported');
  });

  it('lists all reasons, the worst first', () => {
    expect(judge([...good, bad('expired'), bad('revoked')])).toMatchObject({
      verdict: 'failed',
      reason: 'revoked',
      reasons: ['revoked', 'expired'],
    });
    expect(judge([bad('binding_unproven'), bad('expired')])).toMatchObject({
      verdict: 'failed',
      reasons: ['expired', 'binding_unproven'],
    });
    expect(judge([bad('unsupported'), bad('status_unavailable')]).verdict).toBe('unverifiable');
  });

  it('says nothing else of a document whose signature is wrong', () => {
    expect(judge([...good, bad('expired'), bad('malformed'), bad('invalid_signature')]).reasons).toEqual([
      'invalid_signature',
    ]);
  });

  it('has time mend only what is unverifiable for nothing but such reasons', () => {
    expect(judge([bad('unresolvable_key', true)]).retryable).toBe(true);
    expect(judge([bad('unresolvable_key', true), bad('status_unavailable')]).retryable).toBe(false);
    expect(judge([bad('unresolvable_key', true), bad('expired', true)]).retryable).toBe(false);
  });

  it('does not call an issuer proven whose proof, key or claims are doubted', () => {
    const doubted = { ...bad('issuer_mismatch'), id: 'claims' };
    expect(judge([...good, doubted]).issuerIdentity).toBe('unproven');
    expect(judge([...good, bad('expired')]).issuerIdentity).toBe('proven');
  });

  it('never verifies when anything speaks against it, in whatever order things were found', () => {
    const anyBad = fc.constantFrom(...objections).map((it) => bad(it));
    fc.assert(
      fc.property(fc.array(anyBad, { minLength: 1 }), (found) => {
        const judged = judge([...good, ...found]);
        expect(judged.verdict).not.toBe('verified');
        expect(judge([...found].reverse().concat(good))).toEqual(judged);
      }),
    );
  });
});
