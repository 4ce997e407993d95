import { startTestApp, type TestApp } from '../support/running-app.js';

interface Suggested {
  competency: { uri: string; label: string };
  confidence: number;
  method: string;
}

describe('POST /v1/competencies/suggest', () => {
  let service: TestApp;

  beforeAll(async () => {
    service = await startTestApp();
    await service.settle();
  });
  afterAll(() => service?.stop());

  const suggest = (body: object) => service.call('POST', '/v1/competencies/suggest', { body });
  const uris = async (text: string): Promise<string[]> =>
    ((await suggest({ text })).body.data as Suggested[]).map(({ competency }) => competency.uri);

  it('names the competency, how sure that is and why', async () => {
    const { status, body } = await suggest({ text: 'C#', framework: 'credence-starter' });
    expect(status).toBe(200);
    expect(body.data[0]).toEqual({
      competency: {
        id: expect.any(String) as string,
        uri: 'urn:credence:starter:csharp-programming',
        code: 'csharp-programming',
        label: 'C# programming',
        type: 'skill',
        framework: expect.objectContaining({ name: 'Credence starter', version: '1' }) as object,
      },
      confidence: 0.65,
      method: 'alternative-label',
      matchedText: 'C#',
      signals: expect.objectContaining({ cosine: 1 }) as object,
    });
  });

  it('gives the same answer to the same text, also when asked many times at once', async () => {
    const text =
      '# About you\n- Writes <b>Python</b> scripts\n- Keeps customers informed 😀\n- No experience in Java required';
    const answers = await Promise.all(Array.from({ length: 6 }, () => suggest({ text, limit: 6 })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const found = (answers[0]?.body.data as Suggested[]).map(({ competency }) => competency.uri);
    expect(found[0]).toBe('urn:credence:starter:python-programming');
    expect(found).not.toContain('urn:credence:starter:java-programming');
  });

  it('knows a newly imported version at once, and headings never', async () => {
    const text = 'zeppelin mooring';
    expect(await uris(text)).not.toContain('urn:airfield:mooring');
    const form = new FormData();
    for (const [name, value] of Object.entries({ format: 'csv', name: 'Airfield', version: '1' }))
      form.set(name, value);
    const csv =
      'uri,label,type\nurn:airfield:mooring,Zeppelin mooring,skill\nurn:airfield:zeppelins,Zeppelin mooring works,group\n';
    form.append('files', new Blob([csv]), 'airfield.csv');
    expect((await service.call('POST', '/v1/frameworks', { body: form })).status).toBe(202);
    await service.settle();
    const after = await uris(text);
    expect(after[0]).toBe('urn:airfield:mooring');
    expect(after).not.toContain('urn:airfield:zeppelins');
  });

  it('answers from the old version or the new one while an import runs, never from half of one', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => `urn:harbour:${at},Pilotage of ship number ${at},skill`);
    const importing = async (version: string, label: string): Promise<string> => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ format: 'csv', name: 'Harbour', version })) form.set(name, value);
      form.append(
        'files',
        new Blob([['uri,label,type', `urn:harbour:knots,${label},skill`, ...rows].join('\n')]),
        'h.csv',
      );
      const accepted = await service.call('POST', '/v1/frameworks', { body: form });
      expect(accepted.status).toBe(202);
      return accepted.headers.get('location') ?? '';
    };
    await importing('1', 'Tying bowline knots');
    await service.settle();
    const text = 'tying bowline knots';
    const methodOf = async (): Promise<[string | undefined, string | undefined]> => {
      const [first] = (await suggest({ text, framework: 'harbour' })).body.data as Suggested[];
      return [first?.competency.uri, first?.method];
    };
    expect(await methodOf()).toEqual(['urn:harbour:knots', 'preferred-label']);

    const location = await importing('2', 'Tying bowline hitches');
    const seen: unknown[] = [];
    for (let state = 'queued'; state !== 'succeeded';) {
      seen.push(await methodOf());
      state = (await service.call('GET', location)).body.state;
      expect(['queued', 'running', 'succeeded']).toContain(state);
    }
    await service.settle();
    // Under its new name the words are not its label any more, but still more like it than anything else.
    expect(await methodOf()).toEqual(['urn:harbour:knots', 'similar-wording']);
    expect(seen[0]).toEqual(['urn:harbour:knots', 'preferred-label']);
    for (const answer of seen) {
      expect([
        ['urn:harbour:knots', 'preferred-label'],
        ['urn:harbour:knots', 'similar-wording'],
      ]).toContainEqual(answer);
    }
  });

  it('keeps to its limits', async () => {
    expect((await suggest({ text: 'data', limit: 2 })).body.data).toHaveLength(2);
    expect((await suggest({ text: 'Python. '.repeat(1250) })).status).toBe(200);
    for (const body of [
      {},
      { text: '' },
      { text: 'x'.repeat(10_001) },
      { text: 'x', limit: 51 },
      { text: ['x'] },
      { text: 'x', q: 1 },
    ])
      expect([body, (await suggest(body)).status]).toEqual([body, 400]);
    const unknown = await suggest({ text: 'x', framework: 'nobody has this' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'framework-not-found']);
    // No JSON of the service takes the character that PostgreSQL cannot store.
    expect((await suggest({ text: 'a\u0000b' })).status).toBe(400);
    expect((await suggest({ text: '\u202eexcel\u200b 😀 <b>' })).status).toBe(200);
  });
});
