import { createHash } from 'node:crypto';
import type { AuditEvent, AuditLink } from './audit-event.js';
import { breakOf, GENESIS, hashOf, linkAfter } from './chain.js';
import { idOneDayBefore } from './id-one-day-before.js';

const event = (id: string, detail: Record<string, unknown> = {}): AuditEvent => ({
  organizationId: 'o',
  id,
  occurredAt: '2026-11-01T12:00:00.000000Z',
  actorKind: 'system',
  actorId: 'system',
  action: 'thing.made',
  targetType: 'thing',
  targetId: 't',
  detail,
  requestId: null,
});
const chainOf = (events: readonly AuditEvent[]): AuditLink[] => {
  const links: AuditLink[] = [];
  for (const e of events) links.push(linkAfter(links.at(-1), e));
  return links;
};

describe('the hash of an event', () => {
  it('is SHA-256 over the hash before and the event as canonical JSON', () => {
    // RFC 8785: keys in order, no blanks; written out here by hand.
    const canonical =
      '{"action":"thing.made","actorId":"system","actorKind":"system","detail":{"a":1,"b":[true,null]},"id":"1",' +
      '"occurredAt":"2026-11-01T12:00:00.000000Z","organizationId":"o","requestId":null,"targetId":"t","targetType":"thing"}';
    const expected = createHash('sha256').update(Buffer.alloc(32)).update(canonical).digest('hex');
    expect(hashOf(GENESIS, event('1', { b: [true, null], a: 1 })).toString('hex')).toBe(expected);
  });
});

describe('the chain', () => {
  const events = [event('1'), event('2'), event('3')];
  const [first, second, third] = chainOf(events) as [AuditLink, AuditLink, AuditLink];

  it('numbers events from 1 and holds together', () => {
    expect([first.sequence, second.sequence, third.sequence]).toEqual([1, 2, 3]);
    expect([
      breakOf(undefined, first, events[0]),
      breakOf(first, second, events[1]),
      breakOf(second, third, events[2]),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['an event was changed', first, second, event('2', { changed: true }), 'hash-differs'],
    ['an event is gone', first, second, undefined, 'event-missing'],
    ['a link was taken out', first, third, events[2], 'sequence-gap'],
    [
      'a link was taken out and the rest renumbered',
      first,
      { ...third, sequence: 2 },
      events[2],
      'previous-hash-differs',
    ],
    ['the beginning was cut off', undefined, second, events[1], 'sequence-gap'],
    ['an event was put before the first', undefined, { ...second, sequence: 1 }, events[1], 'previous-hash-differs'],
  ])('breaks when %s', (_name, last, link, of, reason) => {
    expect(breakOf(last, link, of)).toBe(reason);
  });
});

describe('idOneDayBefore', () => {
  it('takes 86 400 000 ms off the time in the id', () => {
    // 0x0198c5a26f3e - 86400000 (0x5265c00) = 0x0198c07c133e.
    expect(idOneDayBefore('0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001')).toBe('0198c07c-133e-0000-0000-000000000000');
  });

  it('stops at the beginning of time', () => {
    expect(idOneDayBefore('00000000-0001-7cc1-9a52-0d6f4be1a001')).toBe('00000000-0000-0000-0000-000000000000');
  });
});
