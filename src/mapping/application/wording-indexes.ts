import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CompetencyWordings, VersionIndexes } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { indexWordings, type WordingIndex } from '../domain/suggest/wording-index.js';

/** Indexes of versions with so many labels together are kept. */
const MAX_LABELS_KEPT = 400_000;

/** What texts are compared with: the wording of the framework versions in force. */
@Injectable()
export class WordingIndexes {
  private readonly indexes = new VersionIndexes(
    (organizationId, versionId) => this.build(organizationId, versionId),
    MAX_LABELS_KEPT,
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
  ) {}

  of(organizationId: string, versionId: string): Promise<WordingIndex> {
    return this.indexes.of(organizationId, versionId);
  }

  private async build(organizationId: string, versionId: string): Promise<WordingIndex> {
    const wordings = await this.unitOfWork.run(organizationId, (tx) => this.wordings.ofVersion(tx, versionId));
    const building = indexWordings(wordings);
    for (;;) {
      const step = building.next();
      if (step.done) return step.value;
      await setImmediate();
    }
  }
}
