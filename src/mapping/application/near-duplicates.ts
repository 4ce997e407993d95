import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CompetencyWordings, VersionIndexes } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type NearDuplicate, nearDuplicatesIn } from '../domain/suggest/near-duplicates.js';
import { WordingIndexes } from './wording-indexes.js';

/** Pairs of versions that are kept in memory together. */
const MAX_PAIRS_KEPT = 20_000;

/** Entries of one framework that say nearly the same. A version never changes, so its pairs are looked for once. */
@Injectable()
export class NearDuplicates {
  private readonly found = new VersionIndexes<{ readonly labels: readonly NearDuplicate[] }>(
    async (organizationId, versionId) => ({ labels: await this.search(organizationId, versionId) }),
    MAX_PAIRS_KEPT,
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
    private readonly indexes: WordingIndexes,
  ) {}

  /**
   * In the version in force, the likest first.
   *
   * @throws {NotFound} `framework-not-found`
   * @throws {Invalid} `framework-too-large`
   */
  async of(
    organizationId: string,
    frameworkId: string,
  ): Promise<{ versionId: string; pairs: readonly NearDuplicate[] }> {
    const versions = await this.unitOfWork.run(organizationId, (tx) => this.wordings.versionsInForce(tx, frameworkId));
    const [versionId] = versions as [string];
    return { versionId, pairs: (await this.found.of(organizationId, versionId)).labels };
  }

  private async search(organizationId: string, versionId: string): Promise<readonly NearDuplicate[]> {
    const finding = nearDuplicatesIn(await this.indexes.of(organizationId, versionId));
    for (;;) {
      const step = finding.next();
      if (step.done) return step.value;
      await setImmediate();
    }
  }
}
