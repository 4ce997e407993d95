import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  hasMeaningOfItsOwn,
  type MeaningIndex,
  meaningNearness,
  meaningText,
  type MeaningVector,
} from '../domain/suggest/meaning-vectors.js';
import type { Passage } from '../domain/suggest/passages.js';
import type { MeaningOf } from '../domain/suggest/suggest-for.js';
import { CompetencyVectorRepository } from '../persistence/competency-vector.repository.js';
import { EmbeddingModel, ModelUnavailable } from './embedding/embedding-model.js';
import { MeaningIndexes } from './meaning-indexes.js';

/**
 * `used`; `vectors-incomplete`: those of the framework version are still being made; `model-unavailable`: it was busy, took
 * too long or broke.
 */
export type ModelState = 'used' | 'vectors-incomplete' | 'model-unavailable';

/** The model that is configured, and whether it had a part in what was found in each framework version. */
export interface AskedModel {
  readonly name: string;
  readonly versions: ReadonlyMap<string, ModelState>;
}

/** How near passages come in meaning to the competencies of framework versions. */
export interface FoundMeanings {
  /** Undefined where no model is configured. */
  readonly model: AskedModel | undefined;
  /** In one of the versions; gives nothing where the model had no part. */
  in(versionId: string): MeaningOf;
}

/** Asks the model about passages. Needs no database any more, so that a transaction may wait for it. */
export type FindMeanings = (passages: readonly Passage[]) => Promise<FoundMeanings>;

const NOTHING: MeaningOf = () => undefined;
const NO_MODEL: FoundMeanings = { model: undefined, in: () => NOTHING };

/** Asks the embedding model, where there is one. Its failure is no failure of who asks. */
@Injectable()
export class MeaningSearch {
  private readonly log = new Logger('MeaningSearch');

  constructor(
    private readonly model: EmbeddingModel,
    private readonly unitOfWork: UnitOfWork,
    private readonly vectors: CompetencyVectorRepository,
    private readonly indexes: MeaningIndexes,
  ) {}

  /** Reads the vectors of those versions into memory that are complete. */
  async over(organizationId: string, versionIds: readonly string[]): Promise<FindMeanings> {
    const { identity } = this.model;
    if (identity === undefined) return () => Promise.resolve(NO_MODEL);
    const begun = await this.unitOfWork.run(organizationId, (tx) => this.vectors.begun(tx, identity, versionIds));
    const indexes = new Map<string, MeaningIndex>();
    for (const id of versionIds) if (begun.get(id) === true) indexes.set(id, await this.indexes.of(organizationId, id));
    return async (passages) => {
      const asked = indexes.size === 0 ? new Map<string, MeaningVector>() : await this.ask(passages);
      const stateOf = (id: string): ModelState =>
        !indexes.has(id) ? 'vectors-incomplete' : asked === undefined ? 'model-unavailable' : 'used';
      return {
        model: { name: identity, versions: new Map(versionIds.map((id) => [id, stateOf(id)])) },
        in: (versionId) => searchIn(indexes.get(versionId), asked),
      };
    };
  }

  /** Vectors of the passages that have a meaning of their own, by their text; undefined when the model cannot answer. */
  private async ask(passages: readonly Passage[]): Promise<ReadonlyMap<string, MeaningVector> | undefined> {
    const texts = [...new Set(passages.filter(hasMeaningOfItsOwn).map(meaningText))];
    try {
      const vectors = await this.model.vectors(texts, 'answer');
      return new Map(vectors.map((vector, at) => [texts[at] ?? '', vector]));
    } catch (error) {
      if (!(error instanceof ModelUnavailable)) throw error;
      this.log.warn({ event: 'embedding.unavailable' }, error.message);
      return undefined;
    }
  }
}

function searchIn(index: MeaningIndex | undefined, asked: ReadonlyMap<string, MeaningVector> | undefined): MeaningOf {
  if (index === undefined || asked === undefined) return NOTHING;
  return (passage) => {
    const vector = hasMeaningOfItsOwn(passage) ? asked.get(meaningText(passage)) : undefined;
    return vector === undefined ? undefined : meaningNearness(index, vector);
  };
}
