import { openBadge } from '../../demo/world/badge.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const AT = new Date('2026-01-05T00:00:00Z');

describe('fraud signals', () => {
  let app: TestApp;
  let issuer: DemoIssuer;
  let mia: string;
  let tom: string;

  beforeAll(async () => {
    app = await startTestApp({ environment: { CLOCK: '2026-06-01T00:30:00Z' } });
    issuer = await didKeyIssuer('Harbour school', 'eddsa-rdfc-2022');
    mia = await person('mia');
    tom = await person('tom');
  });
  afterAll(() => app?.stop());

  const person = async (name: string): Promise<string> =>
    (await app.call('POST', '/v1/candidates', { body: { externalIds: [{ system: 't', id: name }] } })).body.id;

  const badge = async (number: number, title: string): Promise<string> => {
    const id = `urn:uuid:5c0e2d7e-0d05-4be2-8d1f-8a8c8f3f0c${10 + number}`;
    const story = { title, skill: { name: title }, type: 'Certificate', recipientEmail: 'x@example.org' } as const;
    return (await issuer.sign(openBadge(id, issuer, { ...story, validFrom: AT, evidence: 'Seen.' }), AT)).body;
  };

  const submit = async (candidate: string, body: string): Promise<string> =>
    (
      await app.call('POST', `/v1/candidates/${candidate}/credentials`, {
        body,
        headers: { 'content-type': 'application/json' },
      })
    ).body.id;
  const listed = async (kind: string): Promise<{ credentialIds: string[] }[]> =>
    (await app.call('GET', `/v1/fraud-signals?kind=${kind}`)).body.data;
  const kindsOf = async (id: string): Promise<string[]> =>
    (await app.call('GET', `/v1/credentials/${id}`)).body.signals.map((it: { kind: string }) => it.kind);

  it('show one document under two candidates, and leave the verdict alone', async () => {
    const document = await badge(1, 'Welding');
    const ids = [await submit(mia, document), await submit(tom, document)];
    const other = await submit(mia, await badge(2, 'Rigging'));
    await app.settle();
    expect((await listed('shared-document')).map((it) => it.credentialIds)).toEqual([[...ids].sort()]);
    expect(await kindsOf(ids[0] ?? '')).toEqual(['shared-document', 'shared-evidence']);
    expect(await kindsOf(other)).toEqual([]);
    expect((await app.call('GET', `/v1/credentials/${ids[1]}`)).body.verdict).toBe('verified');
  });

  it('show two contents under one id of an issuer, and not what somebody merely claims to be of it', async () => {
    const ids = [
      await submit(mia, await badge(3, 'Crane driving')),
      await submit(mia, await badge(3, 'Crane building')),
    ];
    const forged = (await badge(4, 'Diving')).replace('Diving', 'Flying');
    await submit(tom, await badge(4, 'Diving'));
    await submit(tom, forged);
    await app.settle();
    expect((await listed('changed-document')).map((it) => it.credentialIds)).toEqual([[...ids].sort()]);
    expect(await kindsOf(ids[0] ?? '')).toContain('changed-document');
  });

  it('show twenty documents of one candidate within an hour, and not nineteen', async () => {
    const many = await person('many');
    for (let at = 0; at < 19; at += 1) await submit(many, `{"made": ${at}}`);
    expect(await listed('burst')).toEqual([]);
    const last = await submit(many, '{"made": 19}');
    expect((await listed('burst')).map((it) => it.credentialIds.length)).toEqual([20]);
    expect(await kindsOf(last)).toEqual(['burst']);
    await app.settle();
  });

  it('are listed in pages, for people who may judge', async () => {
    const wrong = await app.call('GET', '/v1/fraud-signals?kind=bad-hair');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'validation-failed']);
    const page = await app.call('GET', '/v1/fraud-signals?kind=shared-document&limit=1');
    expect(page.body.nextCursor).toBeNull();
  });
});
