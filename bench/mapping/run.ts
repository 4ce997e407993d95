import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { normaliseLabel } from '../../src/frameworks/index.js';
import { mapClaims } from '../../src/mapping/domain/mapping/map-claims.js';
import { suggestFor } from '../../src/mapping/domain/suggest/suggest-for.js';
import { type WordingIndex, wordingIndexOf } from '../../src/mapping/domain/suggest/wording-index.js';
import { startStores } from '../../src/platform/embedded/index.js';
import {
  hasMeaningOfItsOwn,
  meaningNearness,
  meaningText,
  type MeaningIndex,
} from '../../src/mapping/domain/suggest/meaning-vectors.js';
import { passagesOf } from '../../src/mapping/domain/suggest/passages.js';
import { type Query, readTrials, type Trial } from './answered-queries.js';
import { ModelVectors } from './model-vectors.js';
import { TrigramSearch } from './trigram-search.js';

const folder = pathToFileURL(`${process.env.FRAMEWORKS ?? '../shared/frameworks'}/`);
if (!existsSync(folder)) {
  console.error('The ESCO files and answered queries are not part of the project; name their folder in FRAMEWORKS.');
  process.exit(1);
}
const dataDir = mkdtempSync(join(tmpdir(), 'credence-bench-'));
const stores = await startStores({ dataDir, path: process.env.PATH }, () => undefined);
const model = ModelVectors.ifInstalled();
const client = new pg.Client({ connectionString: stores.databaseUrl });
try {
  await client.connect();
  const { trials, unanswerable } = readTrials(folder);
  const figures: Record<string, unknown> = {};
  for (const trial of trials) figures[trial.name] = await measure(trial);
  figures.automatic = automaticMapping(trials, unanswerable);
  figures.model = model === undefined ? null : { name: model.name, secondsMaking: round(model.secondsMaking) };
  if (!process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
  console.log(JSON.stringify(figures));
} finally {
  await model?.close();
  await client.end();
  await stores.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Figures {
  readonly hitAt1: number;
  readonly hitAt5: number;
  readonly hitAt10: number;
  readonly p50Ms: number;
}

/** Query by query, one side after the other, so that all see the same machine. */
async function measure({ name, framework, queries }: Trial): Promise<Record<string, number | Figures | null>> {
  const index = wordingIndexOf(framework);
  const meanings = await model?.indexOf(framework, index);
  const trigrams = await TrigramSearch.over(client, `label_${name.toLowerCase()}`, framework);
  const ours: Attempt[] = [];
  const withModel: Attempt[] = [];
  const postgres: Attempt[] = [];
  for (const query of queries) {
    ours.push(await attempt(query, () => suggested(index, query.text)));
    if (meanings) withModel.push(await attempt(query, () => suggestedByMeaning(index, meanings, query.text)));
    postgres.push(await attempt(query, () => trigrams.search(query.text)));
  }
  return {
    queries: queries.length,
    ours: figuresOf(ours),
    withModel: meanings === undefined ? null : figuresOf(withModel),
    pgTrgm: figuresOf(postgres),
  };
}

interface Attempt {
  readonly rank: number;
  readonly ms: number;
}

async function attempt({ answers }: Query, search: () => string[] | Promise<string[]>): Promise<Attempt> {
  const started = performance.now();
  const found = await search();
  const ms = performance.now() - started;
  const at = found.findIndex((uri) => answers.has(uri));
  return { rank: at < 0 ? Infinity : at + 1, ms };
}

function suggested(index: WordingIndex, text: string): string[] {
  return suggestFor(index, text, 10).map(({ uri }) => uri);
}

/** With the vectors of the text made by the model at that moment, as the service does. */
async function suggestedByMeaning(index: WordingIndex, meanings: MeaningIndex, text: string): Promise<string[]> {
  const texts = passagesOf(text).filter(hasMeaningOfItsOwn).map(meaningText);
  const vectors = new Map((await model?.now(texts))?.map((vector, at) => [texts[at], vector]));
  return suggestFor(index, text, 10, (passage) => {
    const vector = hasMeaningOfItsOwn(passage) ? vectors.get(meaningText(passage)) : undefined;
    return vector && meaningNearness(meanings, vector);
  }).map(({ uri }) => uri);
}

function figuresOf(attempts: readonly Attempt[]): Figures {
  const within = (rank: number): number =>
    round(attempts.filter((one) => one.rank <= rank).length / Math.max(1, attempts.length));
  const times = attempts.map(({ ms }) => ms).sort((a, b) => a - b);
  return { hitAt1: within(1), hitAt5: within(5), hitAt10: within(10), p50Ms: round(times[times.length >> 1] ?? 0) };
}

/** What is mapped without a person by words alone, in answered phrases and in texts that mean nothing in ESCO. */
function automaticMapping(trials: readonly Trial[], unanswerable: readonly Query[]): Record<string, number | null> {
  const phrases = trials.find(({ name }) => name === 'phrases');
  const byLabel = new Map<string, string[]>();
  for (const { uri, preferred } of phrases?.framework ?? [])
    for (const label of preferred.map(normaliseLabel)) byLabel.set(label, [...(byLabel.get(label) ?? []), uri]);
  const source = {
    byIdentifier: () => [],
    removed: () => [],
    byNearCrosswalk: () => [],
    byAlternativeLabel: () => [],
    byPreferredLabel: (label: string) =>
      (byLabel.get(label) ?? []).map((competencyId) => ({
        competencyId,
        frameworkVersionId: 'esco',
        type: 'skill',
        assignable: true,
        labels: [label],
      })),
  };
  const accepted = ({ text }: Query): string[] =>
    mapClaims([{ jsonPath: '/0', kind: 'tag', class: 'skill', text, origin: 'issuer' }], source)
      .filter(({ state }) => state === 'mapped_auto')
      .flatMap(({ competencyId }) => competencyId ?? []);
  const answered = (phrases?.queries ?? []).flatMap((query) => accepted(query).map((uri) => query.answers.has(uri)));
  const right = answered.filter(Boolean).length;
  const falseAccepts = unanswerable.filter((query) => accepted(query).length > 0).length;
  const mapped = answered.length + falseAccepts;
  return {
    mapped: answered.length,
    right,
    unanswerable: unanswerable.length,
    falseAccepts,
    precision: mapped === 0 ? null : round(right / mapped),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
