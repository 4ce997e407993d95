import { Injectable, Optional } from '@nestjs/common';
import { VersionIndexes } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type MeaningIndex, meaningIndexOf } from '../domain/suggest/meaning-vectors.js';
import { CompetencyVectorRepository } from '../persistence/competency-vector.repository.js';
import { EmbeddingModel } from './embedding/embedding-model.js';
import { WordingIndexes } from './wording-indexes.js';

/** Vectors that are kept in memory together, of about 512 bytes each. */
const MAX_VECTORS_KEPT = 100_000;

interface KeptIndex extends MeaningIndex {
  /** One for each vector; what is counted. */
  readonly labels: { readonly length: number };
}

/** The vectors of framework versions in memory, each beside the wordings of its version. */
@Injectable()
export class MeaningIndexes {
  private readonly indexes: VersionIndexes<KeptIndex>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vectors: CompetencyVectorRepository,
    private readonly wordings: WordingIndexes,
    private readonly model: EmbeddingModel,
    @Optional() maxVectors: number = MAX_VECTORS_KEPT,
  ) {
    this.indexes = new VersionIndexes((organizationId, versionId) => this.build(organizationId, versionId), maxVectors);
  }

  /** Only of a version whose vectors are complete: they never change from then on. */
  of(organizationId: string, versionId: string): Promise<MeaningIndex> {
    return this.indexes.of(organizationId, versionId);
  }

  private async build(organizationId: string, frameworkVersionId: string): Promise<KeptIndex> {
    const { competencies } = await this.wordings.of(organizationId, frameworkVersionId);
    const model = this.model.identity ?? '';
    const vectors = await this.unitOfWork.run(organizationId, (tx) =>
      this.vectors.all(tx, { frameworkVersionId, model }),
    );
    const index = meaningIndexOf(competencies, (id) => vectors.get(id));
    return { ...index, labels: { length: index.lengths.length } };
  }
}
