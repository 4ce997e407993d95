import type { MeaningVector } from '../../domain/suggest/meaning-vectors.js';

/** The model cannot answer now: it is busy, took too long or broke. What was asked goes on without it and says so. */
export class ModelUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the embedding model cannot answer: ${reason}`, options);
    this.name = 'ModelUnavailable';
  }
}

/** `answer`: somebody waits for it; `work`: it may take its time, and comes after those who wait. */
export type Urgency = 'answer' | 'work';

/** Turns texts into vectors, so that texts of like meaning have vectors of like direction. */
export abstract class EmbeddingModel {
  /** Name and version: vectors of another identity cannot be compared. Undefined where no model is configured. */
  abstract readonly identity: string | undefined;

  /**
   * The same text has the same vector, whatever else is asked with it.
   *
   * @param texts none of them empty; of each the first 300 characters count
   * @throws {ModelUnavailable}
   */
  abstract vectors(texts: readonly string[], urgency: Urgency): Promise<MeaningVector[]>;
}

/** Where no model is configured. */
export class NoModel extends EmbeddingModel {
  readonly identity = undefined;

  vectors(): Promise<MeaningVector[]> {
    return Promise.reject(new ModelUnavailable('none is configured'));
  }
}
