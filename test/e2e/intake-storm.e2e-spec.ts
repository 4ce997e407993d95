import { intakeStorm, lostOrDoubled } from '../support/intake-storm.js';

describe('2,000 deliveries of an HR system while everything breaks', () => {
  it('end in exactly the right candidates, credentials and outgoing events', async () => {
    const result = await intakeStorm(2_000);
    const { people, events, sent, retried } = result;
    // 2,000 x 2/3 different ones, four a person: 333 people, 1,332 events, half of them twice: 1,998 deliveries.
    expect([people, events, sent]).toEqual([333, 1_332, 1_998]);
    expect(lostOrDoubled(result)).toEqual([]);
    expect(lostOrDoubled({ ...result, verifications: people + 1 })).toEqual([
      `verifications: ${people + 1} instead of ${people}`,
    ]);
    expect(retried).toBeGreaterThan(0);
  }, 900_000);
});
