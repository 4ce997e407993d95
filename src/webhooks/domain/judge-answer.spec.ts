import { judgeAnswer } from './judge-answer.js';

const now = new Date('2026-11-23T10:00:00Z');
const answer = (status: number, headers: Record<string, string> = {}) => ({
  ok: true as const,
  answer: { status, headers },
});

describe('judgeAnswer', () => {
  it.each([200, 201, 202, 204, 299])('takes %i for delivered', (status) => {
    expect(judgeAnswer(answer(status), now)).toMatchObject({ outcome: 'delivered', status, error: null });
  });

  it.each([199, 301, 302, 307, 308, 400, 401, 404, 409, 422, 500, 503])('takes %i for failed', (status) => {
    expect(judgeAnswer(answer(status, { location: 'https://elsewhere.edu/' }), now)).toMatchObject({
      outcome: 'failed',
      status,
      error: `the endpoint answered with status ${status}`,
    });
  });

  it('takes 410 as the wish to hear nothing any more', () => {
    expect(judgeAnswer(answer(410), now).outcome).toBe('gone');
  });

  it('reads how long the endpoint wants to be left in peace', () => {
    expect(judgeAnswer(answer(429, { 'retry-after': '120' }), now).retryAfterMs).toBe(120_000);
  });

  it('tells why nothing came back', () => {
    const failure = { kind: 'timeout', detail: 'no complete answer within 15000 ms' };
    expect(judgeAnswer({ ok: false, failure }, now)).toEqual({
      outcome: 'failed',
      status: undefined,
      error: 'timeout: no complete answer within 15000 ms',
      retryAfterMs: undefined,
    });
  });
});
