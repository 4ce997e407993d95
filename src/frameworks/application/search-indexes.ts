import { setImmediate } from 'node:timers/promises';
import { Injectable, Optional } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { type SearchIndex, SearchIndexDraft } from '../domain/search/search-index.js';
import { CompetencySearchRepository } from '../persistence/competency-search.repository.js';
import { CompetencyWordings } from './competency-wordings.js';
import { VersionIndexes } from './version-indexes.js';

/** Indexes of versions with so many labels together are kept: ESCO in English has about 110,000. */
const MAX_LABELS_KEPT = 800_000;
/** Entries that are read at once; other requests go on between the portions. */
const PORTION = 2_000;

/** What is searched: the versions in force, in memory. */
@Injectable()
export class SearchIndexes {
  private readonly indexes: VersionIndexes<SearchIndex>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
    private readonly competencies: CompetencySearchRepository,
    @Optional() maxLabelsKept: number = MAX_LABELS_KEPT,
  ) {
    this.indexes = new VersionIndexes(
      (organizationId, versionId) => this.build(organizationId, versionId),
      maxLabelsKept,
    );
  }

  /** Empty for a framework that is too large to be kept in memory. */
  of(organizationId: string, versionId: string): Promise<SearchIndex> {
    return this.indexes.of(organizationId, versionId);
  }

  private async build(organizationId: string, versionId: string): Promise<SearchIndex> {
    const draft = new SearchIndexDraft();
    const isSmall = await this.unitOfWork.run(organizationId, (tx) => this.wordings.isSmallEnough(tx, versionId));
    for (let after: string | null = null; isSmall;) {
      const read = (from: string | null) =>
        this.unitOfWork.run(organizationId, (tx) => this.competencies.searched(tx, versionId, from, PORTION));
      const portion = await read(after);
      for (const entry of portion) draft.add(entry);
      after = portion.at(-1)?.id ?? null;
      if (portion.length < PORTION) break;
      await setImmediate();
    }
    return draft.finish();
  }
}
