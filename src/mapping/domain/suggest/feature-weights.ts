import type { Passage } from './passages.js';

/** In the order of the features. Fitted on answered queries by `npm run fit:mapping`, which prints them. */
export const FEATURE_WEIGHTS: Readonly<Record<Passage['kind'], readonly number[]>> = {
  phrase: [4.52, 3.67, 2.64, 4.52, 2.49, -3.84, -1.71, 1.43, -1.32, 1.45, -0.38, 1.3],
  sentence: [-0.33, 0.06, 0.97, 6.46, 6.84, -1.7, -1.85, 0.12, -1.12, 4.57, -1.77, 3.61],
};

/** The score that is worth half of the most that similar wording can be worth. */
export const MIDDLE_SCORE = 10;

/** What a cosine of 1 more is worth beside the features. Chosen on held out queries by `npm run fit:mapping`. */
export const MEANING_WEIGHT = 10;

/** The cosine that changes nothing: half of the right answers to phrases are nearer. */
export const MEANING_MIDDLE = 0.7;
