import type { Passage } from './passages.js';

/**
 * The meaning of a text as a model gives it, in whole numbers from -127 to 127. Only the direction counts. Sums of
 * products of whole numbers are exact in any order, so that every machine finds the same.
 */
export type MeaningVector = Int8Array;

const LARGEST = 127;
/** Competencies that a passage may mean although it shares no word with them. */
const NEAREST = 100;
/** In a longer passage a skill is one thing among others, and the meaning of the whole says little of it. */
const MOST_WORDS = 8;

/** @param vector of any length that is not all zeros @returns the same direction; each number off by 1/254 at most */
export function meaningVector(vector: readonly number[]): MeaningVector {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int8Array.from(vector, (value) => Math.round((value / largest) * LARGEST));
}

/** Whether a passage is short enough to be understood as a whole. */
export const hasMeaningOfItsOwn = ({ words }: Passage): boolean => words.length <= MOST_WORDS;

/** What one text is read up to: meaning does not grow with length, the time to cut a text into pieces does. */
export const MOST_CHARACTERS = 300;

/** What a model is asked about a passage: it reads the full stop of a sentence as a part of what it says. */
export const meaningText = ({ text }: Passage): string => text.slice(0, MOST_CHARACTERS).replace(/[\s.,;:!?]+$/u, '');

/** The vectors of a framework version, by the number that each competency has in the index of its wordings. */
export interface MeaningIndex {
  /** All vectors one behind the other; zeros where a competency has none. */
  readonly values: Int8Array;
  /** Length of each vector; 0 where there is none. */
  readonly lengths: Float64Array;
}

/** How near competencies come in meaning, by their number. */
export interface MeaningNearness {
  /** Cosine, -1 to 1; undefined for a competency without a vector. */
  readonly cosine: (competency: number) => number | undefined;
  /** The hundred nearest, in order of their numbers. */
  readonly nearest: readonly number[];
}

/** @param vectorOf the vector of a competency by its id; undefined for one that has none */
export function meaningIndexOf(
  competencies: readonly { readonly id: string }[],
  vectorOf: (id: string) => MeaningVector | undefined,
): MeaningIndex {
  const vectors = competencies.map(({ id }) => vectorOf(id));
  const dimensions = vectors.find((vector) => vector !== undefined)?.length ?? 0;
  const values = new Int8Array(competencies.length * dimensions);
  for (const [at, vector] of vectors.entries()) if (vector !== undefined) values.set(vector, at * dimensions);
  return { values, lengths: Float64Array.from(vectors, (vector) => (vector === undefined ? 0 : lengthOf(vector))) };
}

/** Compares a text with every competency of an index. */
export function meaningNearness({ values, lengths }: MeaningIndex, text: MeaningVector): MeaningNearness {
  const length = lengthOf(text);
  const cosines = new Float64Array(lengths.length).fill(-Infinity);
  for (let at = 0; at < lengths.length; at += 1) {
    const its = lengths[at] ?? 0;
    if (its > 0 && length > 0) cosines[at] = productOf(values, at * text.length, text) / (its * length);
  }
  return {
    cosine: (competency) => (cosines[competency] === -Infinity ? undefined : cosines[competency]),
    nearest: nearestIn(cosines),
  };
}

function nearestIn(cosines: Float64Array): number[] {
  const last = Float64Array.from(cosines).sort()[Math.max(0, cosines.length - NEAREST)] ?? 0;
  const nearest: number[] = [];
  for (let at = 0; at < cosines.length && nearest.length < NEAREST; at += 1)
    if ((cosines[at] ?? 0) >= last && (cosines[at] ?? 0) > 0) nearest.push(at);
  return nearest;
}

/** As whole numbers of 32 bits, which halves the time; it takes more than 100,000 dimensions to leave them. */
function productOf(values: Int8Array, from: number, text: MeaningVector): number {
  const { length } = text;
  let sum = 0;
  for (let at = 0; at < length; at += 1) {
    sum = (sum + Math.imul(values[from + at] as number, text[at] as number)) | 0;
  }
  return sum;
}

function lengthOf(vector: MeaningVector): number {
  return Math.sqrt(productOf(vector, 0, vector));
}
