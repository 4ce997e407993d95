import { type CompetencyWording, normaliseLabel } from '../../../frameworks/index.js';
import { termsOf, trigramsOf, wordsOf } from './wording.js';

/** One label of a competency in the index; both are numbered in order. */
export interface IndexedLabel {
  readonly competency: number;
  readonly text: string;
  readonly preferred: boolean;
  readonly wordCount: number;
  readonly terms: readonly number[];
  readonly trigramCount: number;
  /** Length of the vector of its terms' weights. */
  length: number;
}

/** The labels and descriptions of one framework version, arranged for finding them by similar words. */
export interface WordingIndex {
  readonly competencies: readonly { readonly id: string; readonly uri: string; readonly length: number }[];
  readonly labels: readonly IndexedLabel[];
  /** Labels by their words. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly termIds: ReadonlyMap<string, number>;
  /** By term: how much it tells, by how few competencies have it in a label. */
  readonly labelWeights: readonly number[];
  readonly labelsByTerm: readonly (readonly number[])[];
  readonly labelsByTrigram: ReadonlyMap<string, readonly number[]>;
  /** By term: competencies with how often they have it in labels and description, and how much it tells there. */
  readonly documentsByTerm: readonly { readonly weight: number; readonly counts: ReadonlyMap<number, number> }[];
  readonly averageLength: number;
}

const PART = 100;
/** A preferred label counts twice, an alternative once and a description half; sums of these are exact in any order. */
const WEIGHTS = { preferred: 2, alternative: 1, definition: 0.5 };

/**
 * Builds in parts, so that whoever drives it can let others in between. Whatever order competencies and labels come in,
 * the index is the same.
 */
export function* indexWordings(wordings: readonly CompetencyWording[]): Generator<undefined, WordingIndex> {
  const draft = new Draft();
  const sorted = [...wordings].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  for (const [at, wording] of sorted.entries()) {
    draft.add(wording);
    if (at % PART === PART - 1) yield;
  }
  return draft.finish();
}

/** Builds without a stop. */
export function wordingIndexOf(wordings: readonly CompetencyWording[]): WordingIndex {
  const building = indexWordings(wordings);
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
  }
}

class Draft {
  private readonly competencies: { id: string; uri: string; length: number }[] = [];
  private readonly labels: IndexedLabel[] = [];
  private readonly exact = new Map<string, number[]>();
  private readonly termIds = new Map<string, number>();
  private readonly labelsByTerm: number[][] = [];
  private readonly labelsByTrigram = new Map<string, number[]>();
  private readonly counts: Map<number, number>[] = [];

  add({ id, uri, preferred, alternative, definition }: CompetencyWording): void {
    const competency = this.competencies.push({ id, uri, length: 0 }) - 1;
    const seen = new Set<string>();
    for (const text of [...preferred].sort()) this.addLabel(competency, text, true, seen);
    for (const text of [...alternative].sort()) this.addLabel(competency, text, false, seen);
    const described = termsOf(wordsOf(normaliseLabel(definition ?? '')));
    this.count(
      competency,
      described.map((term) => this.termId(term)),
      WEIGHTS.definition,
    );
  }

  private addLabel(competency: number, text: string, preferred: boolean, seen: Set<string>): void {
    const words = wordsOf(normaliseLabel(text));
    const key = words.join(' ');
    if (key === '' || seen.has(key)) return;
    seen.add(key);
    const terms = termsOf(words).map((term) => this.termId(term));
    const trigrams = trigramsOf(words);
    const label = {
      competency,
      text,
      preferred,
      wordCount: words.length,
      terms,
      trigramCount: trigrams.size,
      length: 0,
    };
    const at = this.labels.push(label) - 1;
    append(this.exact, key, at);
    for (const term of terms) this.labelsByTerm[term]?.push(at);
    for (const trigram of trigrams) append(this.labelsByTrigram, trigram, at);
    this.count(competency, terms, preferred ? WEIGHTS.preferred : WEIGHTS.alternative);
  }

  private termId(term: string): number {
    const known = this.termIds.get(term);
    if (known !== undefined) return known;
    this.termIds.set(term, this.termIds.size);
    this.labelsByTerm.push([]);
    this.counts.push(new Map());
    return this.termIds.size - 1;
  }

  private count(competency: number, terms: readonly number[], weight: number): void {
    for (const term of terms) {
      const counts = this.counts[term];
      counts?.set(competency, (counts.get(competency) ?? 0) + weight);
    }
    const counted = this.competencies[competency];
    if (counted !== undefined) counted.length += terms.length * weight;
  }

  finish(): WordingIndex {
    const total = this.competencies.length;
    const weigh = (having: number): number => Math.log(1 + (total - having + 0.5) / (having + 0.5));
    const labelWeights = this.labelsByTerm.map((labels) =>
      weigh(new Set(labels.map((label) => this.labels[label]?.competency)).size),
    );
    for (const label of this.labels)
      label.length = Math.sqrt(label.terms.reduce((sum, term) => sum + (labelWeights[term] ?? 0) ** 2, 0));
    return {
      competencies: this.competencies,
      labels: this.labels,
      exact: this.exact,
      termIds: this.termIds,
      labelWeights,
      labelsByTerm: this.labelsByTerm,
      labelsByTrigram: this.labelsByTrigram,
      documentsByTerm: this.counts.map((counts) => ({ weight: weigh(counts.size), counts })),
      averageLength: this.competencies.reduce((sum, { length }) => sum + length, 0) / Math.max(1, total),
    };
  }
}

function append<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
