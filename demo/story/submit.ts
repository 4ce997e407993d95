import { Webhook } from 'standardwebhooks';
import type { Schemas } from '../../clients/typescript/index.js';
import { answerOf, type ApiClient } from '../client.js';
import type { DemoCredential } from '../world/credentials.js';
import type { DemoPerson } from '../world/people.js';

/** A candidate with documents, in the one form that webhook and import share. */
const bundleOf = (person: DemoPerson, credentials: readonly DemoCredential[]): object => ({
  ...candidateOf(person),
  credentials: credentials
    .filter((credential) => credential.person === person.key)
    .map(({ body, contentType }) => ({ document: body, contentType })),
});

const candidateOf = (person: DemoPerson): Schemas['CandidateDto'] => ({
  externalIds: [{ system: 'demo-ats', id: person.key }],
  name: person.name,
  emails: [person.email],
  applications: [{ externalId: `application-${person.key}`, jobId: 'DC-LEAD', jobTitle: 'Shift lead' }],
});

/** One request for the person, one for each document. */
export async function submitByRest(
  api: ApiClient,
  person: DemoPerson,
  credentials: readonly DemoCredential[],
): Promise<void> {
  const { id } = await answerOf(api.typed.POST('/v1/candidates', { body: candidateOf(person) }));
  for (const { body, contentType } of credentials.filter((credential) => credential.person === person.key)) {
    await api.post(`/v1/candidates/${id}/credentials`, body, { 'content-type': contentType });
  }
}

/** A signed delivery for each person, as an HR system sends it; the first one twice, as HR systems do. */
export async function submitByWebhook(
  api: ApiClient,
  people: readonly DemoPerson[],
  credentials: readonly DemoCredential[],
): Promise<void> {
  const wish = { system: 'standard', name: 'Demo HR system' } as const;
  const connection = await answerOf(api.typed.POST('/v1/connections', { body: wish }));
  const signer = new Webhook(connection.secret ?? '');
  for (const [at, person] of people.entries()) {
    const now = new Date();
    const payload = { type: 'candidate.created', timestamp: now.toISOString(), data: bundleOf(person, credentials) };
    const body = JSON.stringify(payload);
    const id = `delivery-${person.key}`;
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signer.sign(id, now, body),
    };
    for (let times = at === 0 ? 2 : 1; times > 0; times -= 1) {
      await api.post(`/v1/hooks/${connection.id}`, body, headers);
    }
  }
}

/** All in one file, a line for each person. */
export async function submitByImport(
  api: ApiClient,
  people: readonly DemoPerson[],
  credentials: readonly DemoCredential[],
): Promise<void> {
  const lines = people.map((person) => JSON.stringify(bundleOf(person, credentials))).join('\n');
  const accepted = await api.post('/v1/imports', `${lines}\n`, { 'content-type': 'application/x-ndjson' });
  await finished(api, accepted.headers.get('location') ?? '');
}

const POLL_MS = 100;
const PATIENCE_MS = 60_000;

/** Looks until `done` says so. */
export async function waitFor<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${what} took more than a minute`);
}

function finished(api: ApiClient, operation: string): Promise<void> {
  return waitFor('the import', async () => {
    const { body } = await api.get(operation);
    if (body.state === 'failed') throw new Error(`the import failed: ${JSON.stringify(body.error)}`);
    return body.state === 'succeeded' ? true : undefined;
  }).then(() => undefined);
}
