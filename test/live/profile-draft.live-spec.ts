import { startTestApp, type TestApp } from '../support/running-app.js';

const ADVERT = `Shift lead, distribution centre

What you must bring:
- Forklift operation in a busy yard
- Bachelor's degree and at least 5 years in logistics
Nice to have:
- First aid

You will learn inventory control on the job: training is provided.
No experience with Python required.`;

interface Proposal {
  competencyLabel: string;
  competencyId: string;
  competencyUri: string;
  importance: string;
  weight: number;
  from: { sentence: string; importanceWords: string | null };
}

describe('POST /v1/role-profiles/draft', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startTestApp();
    await service.settle();
  });
  afterAll(() => service?.stop());

  it('proposes requirements, each with the sentence it came from, and keeps nothing', async () => {
    const { status, body } = await service.call('POST', '/v1/role-profiles/draft', { body: { text: ADVERT } });
    expect(status).toBe(200);
    const of = (label: string) =>
      (body.requirements as Proposal[]).find(({ competencyLabel }) => competencyLabel === label);
    expect(of('Forklift operation')).toMatchObject({
      competencyUri: 'urn:credence:starter:forklift-operation',
      importance: 'must',
      weight: 10,
      from: { sentence: expect.stringContaining('Forklift operation in a busy yard'), importanceWords: 'must' },
    });
    expect(of('First aid')).toMatchObject({ importance: 'nice', from: { importanceWords: 'Nice to have' } });
    expect(of('Inventory control')?.importance).toBe('learnable');
    expect(JSON.stringify(body.requirements)).not.toContain('Python');
    expect(body.warnings.map(({ kind, matchedText }: Record<string, string>) => [kind, matchedText])).toEqual([
      ['degree', "Bachelor's degree"],
      ['years', 'at least 5 years'],
    ]);
    expect((await service.call('GET', '/v1/role-profiles')).body.data).toEqual([]);
  });

  it('gives what can be kept as it is, when a person has chosen', async () => {
    const { body } = await service.call('POST', '/v1/role-profiles/draft', { body: { text: ADVERT } });
    const requirements = (body.requirements as Proposal[]).map(({ competencyId, importance, weight }) => ({
      competencyId,
      importance,
      weight,
    }));
    const kept = await service.call('POST', '/v1/role-profiles', { body: { title: 'Shift lead', requirements } });
    expect(kept.status).toBe(201);
  });

  it('proposes nothing from a text without skills, and refuses none and too much', async () => {
    const draft = (text: string) => service.call('POST', '/v1/role-profiles/draft', { body: { text } });
    expect((await draft('Qwzx vbnm hjkl.')).body).toEqual({
      requirements: [],
      warnings: [],
      unread: ['Qwzx vbnm hjkl.'],
    });
    expect((await draft('')).status).toBe(400);
    expect((await draft('x'.repeat(10_001))).status).toBe(400);
    const unknown = await service.call('POST', '/v1/role-profiles/draft', { body: { text: 'SQL', framework: 'none' } });
    expect(unknown.status).toBe(404);
  });
});
