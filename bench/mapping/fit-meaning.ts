import { pathToFileURL } from 'node:url';
import { hasMeaningOfItsOwn, meaningNearness, meaningText } from '../../src/mapping/domain/suggest/meaning-vectors.js';
import { candidatesOf } from '../../src/mapping/domain/suggest/passage-features.js';
import { passagesOf } from '../../src/mapping/domain/suggest/passages.js';
import { judged } from '../../src/mapping/domain/suggest/suggest-in.js';
import { wordingIndexOf } from '../../src/mapping/domain/suggest/wording-index.js';
import { readTrials, type Trial } from './answered-queries.js';
import { ModelVectors } from './model-vectors.js';

const FOLDS = 5;
const WEIGHTS = [0, 2, 4, 6, 8, 10, 12, 14, 16];
/** As in the fit of the other weights; sentences are hardly asked of the model. */
const IMPORTANCE: Readonly<Record<Trial['name'], number>> = { phrases: 3, sentences: 0, hiddenLabels: 1 };

interface Example {
  readonly trial: Trial['name'];
  readonly fold: number;
  /** The rank of the first right answer under each of the weights. */
  readonly ranks: readonly number[];
}

const folder = pathToFileURL(`${process.env.FRAMEWORKS ?? '../shared/frameworks'}/`);
const model = ModelVectors.ifInstalled();
if (model === undefined) process.exit(1);
const { trials } = readTrials(folder);
const examples: Example[] = [];
for (const trial of trials) examples.push(...(await examplesOf(trial, model)));
await model.close();
for (const [at, weight] of WEIGHTS.entries()) report(`weight ${weight}`, (one) => one.ranks[at] ?? Infinity);
const chosen = Array.from({ length: FOLDS }, (_, fold) => bestFor(examples.filter((one) => one.fold !== fold)));
report(
  `weights ${chosen.map((at) => WEIGHTS[at]).join(', ')}, each query by one that was chosen without it`,
  ({ fold, ranks }) => ranks[chosen[fold] ?? 0] ?? Infinity,
);

async function examplesOf({ name, framework, queries }: Trial, vectors: ModelVectors): Promise<Example[]> {
  const index = wordingIndexOf(framework);
  const meanings = await vectors.indexOf(framework, index);
  const passages = queries.map(({ text }) => passagesOf(text));
  const asked = await vectors.kept(passages.flat().filter(hasMeaningOfItsOwn).map(meaningText));
  return queries.map(({ answers }, at) => {
    const candidates = (passages[at] ?? []).flatMap((passage) => {
      const vector = asked.get(meaningText(passage));
      const near = vector && hasMeaningOfItsOwn(passage) ? meaningNearness(meanings, vector) : undefined;
      return [...candidatesOf(index, passage, near).candidates].map(([competency, candidate]) => ({
        competency,
        candidate,
        kind: passage.kind,
        isWorded: !candidate.byMeaningAlone,
      }));
    });
    const rankUnder = (weight: number): number => {
      const best = new Map<number, ReturnType<typeof judged>>();
      for (const { competency, candidate, kind, isWorded } of candidates) {
        if (weight === 0 && !isWorded) continue;
        const found = judged(candidate, kind, weight);
        const before = best.get(competency);
        if (before === undefined || surerFirst(found, before) < 0) best.set(competency, found);
      }
      const order = [...best].sort((a, b) => surerFirst(a[1], b[1]) || a[0] - b[0]);
      const place = order.findIndex(([competency]) => answers.has(index.competencies[competency]?.uri ?? ''));
      return place < 0 ? Infinity : place + 1;
    };
    return { trial: name, fold: at % FOLDS, ranks: WEIGHTS.map(rankUnder) };
  });
}

/** The place of the weight with the greatest mean of reciprocal ranks. */
function bestFor(seen: readonly Example[]): number {
  const worth = WEIGHTS.map((_, at) =>
    Object.entries(IMPORTANCE).reduce((sum, [trial, importance]) => {
      const its = seen.filter((one) => one.trial === trial);
      return sum + (importance * its.reduce((all, { ranks }) => all + 1 / (ranks[at] ?? Infinity), 0)) / its.length;
    }, 0),
  );
  return worth.indexOf(Math.max(...worth));
}

function report(title: string, rankOf: (one: Example) => number): void {
  console.log(title);
  for (const name of Object.keys(IMPORTANCE)) {
    const ranks = examples.filter(({ trial }) => trial === name).map(rankOf);
    const within = (most: number): string => (ranks.filter((rank) => rank <= most).length / ranks.length).toFixed(3);
    console.log(`  ${name}: hit@1 ${within(1)}, hit@5 ${within(5)}, hit@10 ${within(10)}`);
  }
}

function surerFirst(a: ReturnType<typeof judged>, b: ReturnType<typeof judged>): number {
  return b.confidence - a.confidence || b.score - a.score;
}
