import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, isObject } from '../../json.js';
import { generatedDocument } from '../../testing/fuzz/generated-documents.js';
import { mutated } from '../../testing/fuzz/mutated.js';
import { Random } from '../../testing/fuzz/random.js';
import { canonicalForm } from '../canonical-form.js';
import { pinnedContexts } from '../pinned-contexts.js';
import { FastLane } from './fast-lane.js';

/** `npm run fuzz` makes many more; the seed of a run is printed, and giving it again repeats the run. */
const documents = Number(process.env.FUZZ_DOCUMENTS ?? 1_500);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
jest.setTimeout(60_000 + documents * 60);

/** Real credentials and official vectors of other projects; not part of this repository, and used where they are. */
const folder = join(process.cwd(), '..', 'shared', 'credentials');
const vectors = existsSync(folder) ? jsonFilesIn(folder) : [];

function jsonFilesIn(place: string): JsonObject[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (!name.endsWith('.json') || /^(contexts|registries)\//.test(name)) return [];
    const document = parsed(readFileSync(join(place, name), 'utf8'));
    return isObject(document) && '@context' in document ? [withoutProof(document)] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutProof({ proof: _proof, ...document }: JsonObject): JsonObject {
  return document;
}

const lane = new FastLane(pinnedContexts);
const count = { same: 0, declined: 0, bothRefuse: 0 };

/**
 * The fast lane may only ever say what the general library says, or nothing; the library must say the same with what it
 * worked out for other documents as without.
 */
async function compare(document: JsonObject, labelHash?: 'sha384'): Promise<void> {
  const fast = lane.canonicalForm(document, labelHash);
  const reading = { rdfDirection: 'i18n-datatype', labelHash } as const;
  const general = await canonicalForm(document, { ...reading, readsAnew: true });
  const reusing = await canonicalForm(document, reading);
  if (JSON.stringify(reusing) !== JSON.stringify(general))
    throw new Error(
      `contexts that are kept change what is read (seed ${seed}) in ${JSON.stringify(document)}\nkept: ${JSON.stringify(reusing)}\nanew: ${JSON.stringify(general)}`,
    );
  if (!fast.ok) {
    count[general.ok ? 'declined' : 'bothRefuse'] += 1;
    return;
  }
  if (!general.ok || general.nquads !== fast.nquads)
    throw new Error(
      `the lanes disagree (seed ${seed}) on ${JSON.stringify(document)}\nfast: ${fast.nquads}\ngeneral: ${JSON.stringify(general)}`,
    );
  count.same += 1;
}

const shareOf = (before: typeof count): number => {
  const same = count.same - before.same;
  return same / (same + count.declined - before.declined);
};

afterAll(() => {
  console.info(`fast lane against general lane, seed ${seed}, documents ${documents}: ${JSON.stringify(count)}`);
});

describe('the fast lane', () => {
  it('says of documents as they are issued what the general library says, and declines few of them', async () => {
    const random = new Random(seed);
    const before = { ...count };
    for (let made = 0; made < documents / 5; made += 1)
      await compare(generatedDocument(random), made % 4 === 0 ? 'sha384' : undefined);
    // One in twelve generated documents has a text with a language, some have parts that look alike.
    expect(shareOf(before)).toBeGreaterThan(0.75);
  });

  it('says of altered documents what the general library says, or declines them', async () => {
    const random = new Random(seed + 1);
    const before = { ...count };
    for (let made = 0; made < (documents * 4) / 5; made += 1) await compare(mutated(generatedDocument(random), random));
    expect(count.same - before.same).toBeGreaterThan(documents / 20);
  });

  it('says of real credentials and official vectors what the general library says, altered ones too', async () => {
    const random = new Random(seed + 2);
    for (const vector of vectors) await compare(vector);
    if (vectors.length > 0)
      for (let made = 0; made < documents / 5; made += 1) await compare(mutated(random.oneOf(vectors), random));
    expect(count.same).toBeGreaterThan(0);
  });
});
