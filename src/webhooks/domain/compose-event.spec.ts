import { composeEvent } from './compose-event.js';
import { EVENT_TYPES, PING, REPORTED_TOPICS } from './event-types.js';

const message = (topic: string, payload: Record<string, string | number | null>) => ({
  id: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001',
  topic,
  payload,
  createdAt: new Date('2026-11-23T10:00:00Z'),
});

describe('composeEvent', () => {
  it('takes over what the schema names, null for what is not known, and nothing else', () => {
    const event = composeEvent(
      message('credential.verified', {
        credentialId: 'c',
        candidateId: 'p',
        verificationId: 'v',
        verdict: 'verified',
        reason: 'valid',
        name: 'Amara',
      }),
    );
    expect(event).toMatchObject({ type: 'credential.verified', orderingKey: 'p' });
    expect(JSON.parse(event?.body ?? '')).toEqual({
      type: 'credential.verified',
      timestamp: '2026-11-23T10:00:00.000Z',
      data: {
        candidateId: 'p',
        credentialId: 'c',
        verificationId: 'v',
        verdict: 'verified',
        reason: 'valid',
        verdictBefore: null,
        reasonBefore: null,
        url: '/v1/credentials/c',
      },
    });
  });

  it('orders what is told of a merge by the candidate who remains', () => {
    const event = composeEvent(message('candidate.merged', { candidateId: 'a', intoCandidateId: 'b' }));
    expect(event?.orderingKey).toBe('b');
  });

  it('orders nothing that is about nobody', () => {
    expect(composeEvent(message('import.completed', { operationId: 'o' }))?.orderingKey).toBeNull();
  });

  it('keeps to itself what others do not hear of', () => {
    expect(composeEvent(message('credential.judged', { credentialId: 'c' }))).toBeUndefined();
  });
});

describe('EVENT_TYPES', () => {
  it('have one type for each topic, and all members of the data are there', () => {
    expect(new Set(EVENT_TYPES.map(({ type }) => type)).size).toBe(EVENT_TYPES.length);
    expect(new Set(EVENT_TYPES.map(({ topic }) => topic)).size).toBe(EVENT_TYPES.length);
    for (const { data } of EVENT_TYPES) expect(data.required).toEqual(Object.keys(data.properties));
  });

  it('leave pings out of what is listened to', () => {
    expect(REPORTED_TOPICS).not.toContain(PING);
    expect(REPORTED_TOPICS).toHaveLength(EVENT_TYPES.length - 1);
  });
});
