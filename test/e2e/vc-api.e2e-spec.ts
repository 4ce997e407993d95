import { Agent, request } from 'undici';
import { aBadge } from '../../src/verification/domain/testing/badge.js';
import { aStatusEntry } from '../../src/verification/domain/testing/status-list.js';
import { issuerId } from '../vc-api/issue-and-judge.js';
import { startVcApi } from '../vc-api/vc-api-server.js';

/** The suites of the W3C are run against this API by hand; here it is shown that it answers by our rules. */
describe('the VC API for the suites of the W3C', () => {
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  let api: Awaited<ReturnType<typeof startVcApi>>;

  beforeAll(async () => {
    api = await startVcApi();
  });
  afterAll(async () => {
    await api.stop();
    await dispatcher.close();
  });

  async function post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await request(`${api.url}${path}`, { method: 'POST', body: JSON.stringify(body), dispatcher });
    return { status: answer.statusCode, body: (await answer.body.json()) as Record<string, unknown> };
  }

  async function issued(path = '/credentials/issue'): Promise<Record<string, unknown>> {
    const { status, body } = await post(path, { credential: aBadge(issuerId) });
    expect(status).toBe(201);
    return body.verifiableCredential as Record<string, unknown>;
  }

  it('verifies what is signed, and refuses it with the problem when a word was changed', async () => {
    const verifiableCredential = await issued();
    expect(await post('/credentials/verify', { verifiableCredential })).toMatchObject({
      status: 200,
      body: { verified: true },
    });
    const changed = { ...verifiableCredential, name: 'Welding, level 9' };
    expect(await post('/credentials/verify', { verifiableCredential: changed })).toMatchObject({
      status: 400,
      body: { verified: false, verdicts: [{ reasons: ['invalid_signature'] }] },
    });
  });

  it('refuses a text where an object should be', async () => {
    const verifiableCredential = JSON.stringify(await issued());
    expect(await post('/credentials/verify', { verifiableCredential })).toMatchObject({ status: 400 });
  });

  it('follows the status lists that it issues', async () => {
    const verifiableCredential = await issued('/status/issue');
    expect(await post('/credentials/verify', { verifiableCredential })).toMatchObject({ status: 200 });
  });

  it('lets a status that cannot be read count only when the status is asked for', async () => {
    const credential = { ...aBadge(issuerId), credentialStatus: aStatusEntry(1) };
    const { body } = await post('/credentials/issue', { credential });
    const { verifiableCredential } = body;
    expect(await post('/credentials/verify', { verifiableCredential })).toMatchObject({ status: 400 });
    const options = { checks: ['proof'] };
    expect(await post('/credentials/verify', { verifiableCredential, options })).toMatchObject({ status: 200 });
  });

  it('does not issue what our verifier finds malformed', async () => {
    const { credentialSubject: _left, ...noSubject } = aBadge(issuerId);
    expect(await post('/credentials/issue', { credential: noSubject })).toMatchObject({ status: 400 });
  });
});
