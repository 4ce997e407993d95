import { pathToFileURL } from 'node:url';
import { candidatesOf, FEATURE_NAMES } from '../../src/mapping/domain/suggest/passage-features.js';
import { passagesOf } from '../../src/mapping/domain/suggest/passages.js';
import { wordingIndexOf } from '../../src/mapping/domain/suggest/wording-index.js';
import { readTrials, type Trial } from './answered-queries.js';

const FOLDS = 5;
const STEPS = 200;
const STEP = 0.2;
const SHRINKAGE = 0.001;
const KINDS = ['phrase', 'sentence'] as const;
/** Each trial counts as a whole, however many queries it has; labels taken out are easier than what people write. */
const IMPORTANCE: Readonly<Record<Trial['name'], number>> = { phrases: 3, sentences: 3, hiddenLabels: 1 };

interface Option {
  readonly kind: (typeof KINDS)[number];
  readonly competency: number;
  readonly right: boolean;
  readonly features: readonly number[];
}

interface Example {
  readonly trial: Trial['name'];
  readonly importance: number;
  readonly fold: number;
  readonly options: readonly Option[];
}

type Weights = Record<Option['kind'], Float64Array>;

const folder = pathToFileURL(`${process.env.FRAMEWORKS ?? '../shared/frameworks'}/`);
const examples = readTrials(folder).trials.flatMap(examplesOf);
const heldOut: [Trial['name'], number][] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const weights = fit(examples.filter((one) => one.fold !== fold));
  for (const one of examples) if (one.fold === fold) heldOut.push([one.trial, rankOf(one, weights)]);
}
for (const name of Object.keys(IMPORTANCE)) {
  const ranks = heldOut.filter(([trial]) => trial === name).map(([, rank]) => rank);
  const within = (most: number): string => (ranks.filter((rank) => rank <= most).length / ranks.length).toFixed(3);
  console.log(
    `${name}: hit@1 ${within(1)}, hit@5 ${within(5)}, hit@10 ${within(10)} (each query by weights that never saw it)`,
  );
}
const weights = fit(examples);
for (const kind of KINDS) {
  console.log(`${kind}: [${[...weights[kind]].map((weight) => Number(weight.toFixed(2))).join(', ')}]`);
  console.log(`  ${FEATURE_NAMES.join(', ')}`);
}
console.log(`scores of right answers: median ${medianRight(weights).toFixed(1)}`);

function examplesOf({ name, framework, queries }: Trial): Example[] {
  const index = wordingIndexOf(framework);
  return queries.map(({ text, answers }, at) => ({
    trial: name,
    importance: IMPORTANCE[name] / queries.length,
    fold: at % FOLDS,
    options: passagesOf(text).flatMap((passage) =>
      [...candidatesOf(index, passage).candidates].map(([competency, { features }]) => ({
        kind: passage.kind,
        competency,
        right: answers.has(index.competencies[competency]?.uri ?? ''),
        features,
      })),
    ),
  }));
}

/** Weights that make right answers likely among all options of a query (softmax regression, by Adam). */
function fit(seen: readonly Example[]): Weights {
  const none = (): Weights => ({ phrase: zeros(), sentence: zeros() });
  const [weights, means, squares] = [none(), none(), none()];
  const telling = seen.filter(({ options }) => options.some(({ right }) => right));
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = none();
    for (const example of telling) addGradient(gradient, example, weights);
    for (const kind of KINDS) {
      for (let at = 0; at < FEATURE_NAMES.length; at += 1) {
        const slope = (gradient[kind][at] ?? 0) + SHRINKAGE * (weights[kind][at] ?? 0);
        const mean = (means[kind][at] = 0.9 * (means[kind][at] ?? 0) + 0.1 * slope);
        const square = (squares[kind][at] = 0.99 * (squares[kind][at] ?? 0) + 0.01 * slope ** 2);
        const change = mean / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.99 ** step)) + 1e-8);
        weights[kind][at] = (weights[kind][at] ?? 0) - STEP * change;
      }
    }
  }
  return weights;
}

function addGradient(gradient: Weights, { options, importance }: Example, weights: Weights): void {
  const scores = options.map((option) => scoreOf(option, weights));
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const all = sum(shares);
  const right = sum(shares.filter((_, at) => options[at]?.right));
  for (const [at, { kind, features, right: isRight }] of options.entries()) {
    const share = shares[at] ?? 0;
    const push = share / all - (isRight ? share / right : 0);
    for (const [place, value] of features.entries())
      gradient[kind][place] = (gradient[kind][place] ?? 0) + importance * push * value;
  }
}

function rankOf({ options }: Example, weights: Weights): number {
  const best = new Map<number, { score: number; right: boolean }>();
  for (const option of options) {
    const score = scoreOf(option, weights);
    if (score > (best.get(option.competency)?.score ?? -Infinity))
      best.set(option.competency, { score, right: option.right });
  }
  const order = [...best.values()].sort((a, b) => b.score - a.score);
  const at = order.findIndex(({ right }) => right);
  return at < 0 ? Infinity : at + 1;
}

function medianRight(fitted: Weights): number {
  const scores = examples
    .flatMap(({ options }) => options.filter(({ right }) => right).map((option) => scoreOf(option, fitted)))
    .sort((a, b) => a - b);
  return scores[scores.length >> 1] ?? 0;
}

function scoreOf({ kind, features }: Option, weights: Weights): number {
  return features.reduce((total, value, at) => total + value * (weights[kind][at] ?? 0), 0);
}

function zeros(): Float64Array {
  return new Float64Array(FEATURE_NAMES.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
