import { isHookEventType, readEnvelope } from './hook-event.js';

const SENT = new Date('2026-11-02T09:30:00Z');
const NOW = new Date('2026-11-02T09:30:05Z');
const read = (body: unknown) => readEnvelope(body, SENT, NOW);

describe('readEnvelope', () => {
  it('reads type, time and data, and passes over what else there is', () => {
    const body = { type: 'candidate.created', timestamp: '2026-11-02T10:00:00.5+01:00', data: { a: 1 }, version: 3 };
    expect(read(body)).toEqual({
      type: 'candidate.created',
      occurredAt: new Date('2026-11-02T09:00:00.500Z'),
      data: { a: 1 },
    });
  });

  it('takes the time of the delivery where the event has none', () => {
    expect(read({ type: 'x', data: {} }).occurredAt).toEqual(SENT);
  });

  it('takes a sender whose clock is five minutes ahead, not one second more', () => {
    expect(read({ type: 'x', timestamp: '2026-11-02T09:35:05Z' }).occurredAt).toEqual(new Date('2026-11-02T09:35:05Z'));
    expect(() => read({ type: 'x', timestamp: '2026-11-02T09:35:06Z' })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/timestamp', code: 'in-the-future' })] }),
    );
  });

  it.each([
    ['a list', [], ''],
    ['null', null, ''],
    ['a text', 'x', ''],
    ['no type', { data: {} }, '/type'],
    ['an empty type', { type: '' }, '/type'],
    ['a long type', { type: 'x'.repeat(101) }, '/type'],
    ['a time without zone', { type: 'x', timestamp: '2026-11-02T09:30:00' }, '/timestamp'],
    ['seconds', { type: 'x', timestamp: 1_762_075_800 }, '/timestamp'],
    ['an hour that does not exist', { type: 'x', timestamp: '2026-11-02T25:30:00Z' }, '/timestamp'],
  ])('refuses %s', (_name, body, pointer) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }));
  });
});

describe('isHookEventType', () => {
  it('knows the events that are acted on and no members of objects', () => {
    expect(isHookEventType('candidate.erased')).toBe(true);
    expect(isHookEventType('candidate.hired')).toBe(false);
    expect(isHookEventType('constructor')).toBe(false);
  });
});
