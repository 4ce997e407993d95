import { aBadge, aSubject } from '../../src/verification/domain/testing/badge.js';
import { didKeyIssuer } from '../../src/verification/domain/testing/issuer-key.js';
import { aPresentation, presentedAsJwt, presentedBy } from '../../src/verification/domain/testing/presentation.js';
import { anSdJwt, boundBy, confirmationOf } from '../../src/verification/domain/testing/sd-jwt.js';
import { signEmbedded } from '../../src/verification/domain/testing/sign-embedded.js';
import { anotherOrganization } from '../support/another-organization.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

describe('a presentation in answer to a request', () => {
  const school = didKeyIssuer(1);
  const domain = 'hr.example';
  let app: TestApp;
  let serial = 0;
  let seed = 20;

  beforeAll(async () => {
    app = await startTestApp({ environment: { CLOCK: '2026-06-01T00:00:00Z' } });
  });
  afterAll(() => app?.stop());

  const aHolder = () => didKeyIssuer((seed += 1));
  const aCandidate = async (rest: object = {}): Promise<string> => {
    const body = { externalIds: [{ system: 'p', id: String((serial += 1)) }], ...rest };
    return (await app.call('POST', '/v1/candidates', { body })).body.id;
  };
  const request = (candidate: string, body: object = { domain }, headers: Record<string, string> = {}) =>
    app.call('POST', `/v1/candidates/${candidate}/presentation-requests`, { body, headers });
  const submit = async (candidate: string, document: object | string): Promise<string> => {
    const contentType = typeof document === 'string' ? 'application/jwt' : 'application/json';
    const answer = await app.call('POST', `/v1/candidates/${candidate}/credentials`, {
      body: document,
      headers: { 'content-type': contentType },
    });
    return answer.body.id;
  };
  const read = async (id: string) => (await app.call('GET', `/v1/credentials/${id}`)).body;
  const badgeOf = (holder: ReturnType<typeof didKeyIssuer>) =>
    signEmbedded(aBadge(school.controller, { credentialSubject: aSubject({ id: holder.controller }) }), school);

  it('makes the credentials of its holder the candidate’s, those handed in before too', async () => {
    const holder = aHolder();
    const candidate = await aCandidate();
    const before = await submit(candidate, await badgeOf(holder));
    await app.settle();
    expect(await read(before)).toMatchObject({ verdict: 'verified', recipient: 'not_checked' });

    const { status, headers, body } = await request(candidate);
    expect([status, headers.get('location')]).toEqual([
      201,
      `/v1/candidates/${candidate}/presentation-requests/${body.id}`,
    ]);
    expect(body).toMatchObject({
      candidateId: candidate,
      domain,
      state: 'open',
      expiresAt: '2026-06-02T00:00:00.000Z',
    });
    const { challenge } = body;
    const other = aBadge(school.controller, {
      id: 'urn:uuid:other',
      credentialSubject: aSubject({ id: holder.controller }),
    });
    const whole = aPresentation(holder.controller, [await signEmbedded(other, school)]);
    const id = await submit(candidate, await presentedBy(holder, whole, { challenge, domain }));
    await app.settle();

    const presentation = await read(id);
    expect(presentation).toMatchObject({
      ...{ format: 'verifiable-presentation', verdict: 'verified', recipient: 'match', recipientCode: 'presented' },
      contained: [{ verdict: 'verified' }],
    });
    for (const credential of [before, presentation.contained[0].credentialId])
      expect(await read(credential)).toMatchObject({ recipient: 'match', recipientCode: 'presented' });
    const asked = await app.call('GET', headers.get('location') ?? '');
    expect(asked.body).toMatchObject({ state: 'answered', answeredBy: id });

    // Its own challenge stays answered by it, however often it is looked at again.
    await app.call('POST', `/v1/credentials/${id}/verifications`);
    await app.settle();
    expect(await read(id)).toMatchObject({ verdict: 'verified', recipientCode: 'presented' });
  });

  it('counts once: of several with one challenge at the same time one is the answer', async () => {
    const candidate = await aCandidate();
    const { challenge } = (await request(candidate)).body;
    const holders = [aHolder(), aHolder(), aHolder(), aHolder()];
    const documents = holders.map((holder) =>
      presentedAsJwt(holder, aPresentation(holder.controller, []), { nonce: challenge, aud: domain }),
    );
    const ids = await Promise.all(documents.map((document) => submit(candidate, document)));
    await app.settle();
    const outcomes = await Promise.all(ids.map(read));
    expect(outcomes.filter(({ recipient }) => recipient === 'match')).toHaveLength(1);
    const late = outcomes.filter(({ recipient }) => recipient !== 'match');
    expect(late.map(({ verdict, recipientCode }) => [verdict, recipientCode])).toEqual(
      Array.from({ length: 3 }, () => ['unverifiable', 'challenge-used']),
    );
  });

  it('is worth nothing under another candidate, and what is inside is judged all the same', async () => {
    const [holder, mine, theirs] = [aHolder(), await aCandidate(), await aCandidate()];
    const { challenge } = (await request(mine)).body;
    const whole = aPresentation(holder.controller, [await badgeOf(holder)]);
    const document = await presentedBy(holder, whole, { challenge, domain });
    const id = await submit(theirs, document);
    await app.settle();
    const stolen = await read(id);
    expect(stolen).toMatchObject({
      ...{ verdict: 'unverifiable', reason: 'binding_unproven', recipient: 'not_checked' },
      ...{ recipientCode: 'challenge-unknown', contained: [{ verdict: 'verified' }] },
    });
    expect(await read(stolen.contained[0].credentialId)).toMatchObject({ recipient: 'not_checked' });
    const right = await submit(mine, document);
    await app.settle();
    expect(await read(right)).toMatchObject({ verdict: 'verified', recipient: 'match' });
  });

  it('shows a credential of another to be another’s', async () => {
    const [holder, friend, candidate] = [aHolder(), aHolder(), await aCandidate()];
    const { challenge } = (await request(candidate)).body;
    const whole = aPresentation(holder.controller, [await badgeOf(friend)]);
    const id = await submit(candidate, presentedAsJwt(holder, whole, { nonce: challenge, aud: domain }));
    await app.settle();
    const { contained, recipient } = await read(id);
    expect(recipient).toBe('match');
    expect(await read(contained[0].credentialId)).toMatchObject({ verdict: 'verified', recipient: 'mismatch' });
  });

  it('may be an SD-JWT that its holder signed along, and holds for later ones with that key', async () => {
    const [holder, candidate] = [aHolder(), await aCandidate()];
    const { challenge } = (await request(candidate)).body;
    const claims = { vct: 'https://credentials.example/x', iss: school.controller, cnf: confirmationOf(holder) };
    const bound = boundBy(holder, anSdJwt(claims, school), { nonce: challenge, aud: domain });
    const first = await submit(candidate, bound);
    await app.settle();
    const later = await submit(candidate, anSdJwt({ ...claims, vct: 'https://credentials.example/y' }, school));
    await app.settle();
    for (const id of [first, later])
      expect(await read(id)).toMatchObject({ verdict: 'verified', recipient: 'match', recipientCode: 'presented' });
  });

  it('repeats its challenge for the same Idempotency-Key, and issues 50 open ones at most', async () => {
    const candidate = await aCandidate();
    const key = { 'idempotency-key': 'once' };
    const [first, again] = [await request(candidate, { domain }, key), await request(candidate, { domain }, key)];
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    for (let open = 1; open < 50; open += 1) expect((await request(candidate)).status).toBe(201);
    const refused = await request(candidate);
    expect([refused.status, refused.body.code]).toEqual([409, 'too-many-requests']);
  });

  it('is asked for by who may, of somebody who is there, in words that can be signed', async () => {
    const candidate = await aCandidate();
    const named = await request(candidate, {});
    expect([named.status, named.body.domain]).toEqual([201, new URL(app.baseUrl).host]);
    for (const body of [
      { domain: 'a b' },
      { domain: '' },
      { expiresInSeconds: 59 },
      { expiresInSeconds: 'x' },
      { more: 1 },
    ])
      expect((await request(candidate, body)).status).toBe(400);
    expect((await request('0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001')).status).toBe(404);
    const key = await anotherOrganization(app);
    const foreign = await app.call('GET', named.headers.get('location') ?? '', { key });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'presentation-request-not-found']);
  });

  it('moves with its candidate and goes when they are erased', async () => {
    const [holder, from, into] = [aHolder(), await aCandidate(), await aCandidate()];
    const { challenge } = (await request(from)).body;
    await app.call('POST', `/v1/candidates/${from}/merge`, { body: { intoCandidateId: into } });
    const whole = aPresentation(holder.controller, [await badgeOf(holder)]);
    const id = await submit(into, await presentedBy(holder, whole, { challenge, domain }));
    await app.settle();
    expect(await read(id)).toMatchObject({ verdict: 'verified', recipient: 'match' });
    expect((await app.call('DELETE', `/v1/candidates/${into}`)).status).toBe(204);
    expect((await app.call('GET', `/v1/credentials/${id}`)).status).toBe(404);
  });
});
