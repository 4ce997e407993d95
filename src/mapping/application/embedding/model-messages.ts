import type { MeaningVector } from '../../domain/suggest/meaning-vectors.js';

/** Said once, when the weights are in memory. */
export const MODEL_READY = 'ready';

export type ModelAnswer = { readonly vectors: readonly MeaningVector[] } | { readonly failure: string };
