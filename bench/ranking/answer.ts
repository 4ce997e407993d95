/** What every contender answers: ordinal and score of the first fifty, how many are qualified, and how long it took. */
export interface Answer {
  readonly ms: number;
  readonly qualified: number;
  /** How many have a holding that counts for anything; not every contender tells. */
  readonly matched?: number;
  readonly page: readonly (readonly [ordinal: number, score: number])[];
}

export const isSame = (a: Answer, b: Answer): boolean =>
  a.qualified === b.qualified && JSON.stringify(a.page) === JSON.stringify(b.page);

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};
