import { intakeStorm } from '../support/intake-storm.js';

describe('2,000 deliveries of an HR system while everything breaks', () => {
  it('end in exactly the right candidates, credentials and outgoing events', async () => {
    const { people, events, retried, sent, seconds, ...counts } = await intakeStorm(2_000);
    // 2,000 x 2/3 different ones, four a person: 333 people, 1,332 events, half of them twice: 1,998 deliveries.
    expect([people, events, sent]).toEqual([333, 1_332, 1_998]);
    expect(counts).toEqual({
      candidates: people,
      finalNames: people,
      hiredApplications: people,
      credentials: people,
      verified: people,
      verifications: people,
      inbox: events,
      createdEvents: people,
      verifiedEvents: people,
    });
    expect(retried).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThan(0);
  }, 900_000);
});
