import { execFileSync } from 'node:child_process';
import type { CredenceClient, WebhookEvent } from '../../clients/typescript/index.js';
import { type EventReceiver, startEventReceiver } from '../support/event-receiver.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

/** The body of an event, read as a customer's program reads it. */
function told(text: string): string {
  const event = JSON.parse(text) as WebhookEvent;
  switch (event.type) {
    case 'candidate.created':
      return `created ${event.data.candidateId}`;
    case 'webhook.ping':
      return `ping of ${event.data.endpointId}`;
    default:
      return event.type;
  }
}

describe('the TypeScript client', () => {
  let app: TestApp;
  let receiver: EventReceiver;
  let client: CredenceClient;

  beforeAll(async () => {
    app = await startTestApp({ allowLoopback: true });
    receiver = await startEventReceiver();
    ({ client } = app);
  });
  afterAll(async () => {
    await receiver?.close();
    await app?.stop();
  });

  it('is what the OpenAPI document gives; "npm run openapi:write" brings it up to date', () => {
    expect(() => execFileSync('node', ['tools/write-client.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('carries a person from first contact to an event about them', async () => {
    const endpoint = await client.POST('/v1/webhook-endpoints', { body: { url: receiver.url } });
    expect(endpoint.response.status).toBe(201);
    const made = await client.POST('/v1/candidates', {
      body: { externalIds: [{ system: 'client', id: '1' }], name: 'Amara', emails: ['amara@b.example'] },
    });
    const id = made.data?.id ?? '';
    const listed = await client.GET('/v1/candidates', { params: { query: { q: 'Amara', limit: 10 } } });
    expect(listed.data?.data.map((candidate) => [candidate.id, candidate.emails])).toEqual([[id, ['amara@b.example']]]);
    const held = await client.GET('/v1/candidates/{id}/competencies', { params: { path: { id } } });
    expect(held.data).toEqual({ data: [], unproven: [] });
    const path = { id: endpoint.data?.id ?? '' };
    await client.POST('/v1/webhook-endpoints/{id}/ping', { params: { path } });
    await app.settle();
    expect(receiver.events.map(({ text }) => told(text)).sort()).toEqual([`created ${id}`, `ping of ${path.id}`]);
  });

  it('gives the problem of a refusal', async () => {
    const { data, error, response } = await client.GET('/v1/candidates/{id}', {
      params: { path: { id: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001' } },
    });
    expect([data, response.status, error?.code]).toEqual([undefined, 404, 'candidate-not-found']);
  });
});
