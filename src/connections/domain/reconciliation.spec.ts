import { isUnderWay, type Reconciliation, sinceOf } from './reconciliation.js';

const at = (text: string) => new Date(`2026-11-25T${text}Z`);
const last = (fields: Partial<Reconciliation>): Reconciliation => ({
  operationId: 'o',
  since: at('01:00:00'),
  startedAt: at('05:00:00'),
  endedAt: at('05:10:00'),
  succeeded: true,
  ...fields,
});

describe('sinceOf', () => {
  it.each([
    ['the first goes back to when the connection was made', undefined, '08:50:00'],
    ['after one that went through, to its start', last({}), '04:50:00'],
    ['after one that failed, to where that one began', last({ succeeded: false }), '00:50:00'],
  ])('%s, ten minutes before', (_name, before, expected) => {
    expect(sinceOf(before, at('09:00:00'))).toEqual(at(expected));
  });
});

describe('isUnderWay', () => {
  it.each([
    ['one that ended', last({}), false],
    ['one that goes on', last({ endedAt: null }), true],
    ['one that has not ended for six hours', last({ endedAt: null, startedAt: at('00:00:00') }), false],
    ['none', undefined, false],
  ])('is told of %s', (_name, before, expected) => {
    expect(isUnderWay(before, at('06:00:00'))).toBe(expected);
  });
});
