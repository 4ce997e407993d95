import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CompetencyWordings } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { indexWordings, type WordingIndex } from '../domain/suggest/wording-index.js';

/** Indexes of versions with so many labels together are kept; a larger one is kept alone. */
const MAX_LABELS_KEPT = 400_000;

/**
 * The indexes of framework versions in this process, built when first asked for. A version never changes, so an index
 * is never out of date: an import brings a new version, and the old one's index goes when it is the longest unused.
 */
@Injectable()
export class WordingIndexes {
  /** The longest unused first. */
  private readonly kept = new Map<string, WordingIndex>();
  private readonly building = new Map<string, Promise<WordingIndex>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
  ) {}

  /** Asked for twice at the same time, it is built once. */
  async of(organizationId: string, versionId: string): Promise<WordingIndex> {
    const key = `${organizationId} ${versionId}`;
    const kept = this.kept.get(key);
    if (kept !== undefined) {
      this.keep(key, kept);
      return kept;
    }
    const running = this.building.get(key);
    if (running !== undefined) return running;
    const building = this.build(organizationId, versionId);
    this.building.set(key, building);
    try {
      const index = await building;
      this.keep(key, index);
      return index;
    } finally {
      this.building.delete(key);
    }
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

  private keep(key: string, index: WordingIndex): void {
    this.kept.delete(key);
    this.kept.set(key, index);
    let labels = [...this.kept.values()].reduce((sum, { labels }) => sum + labels.length, 0);
    for (const [oldest, { labels: its }] of this.kept) {
      if (labels <= MAX_LABELS_KEPT || oldest === key) break;
      this.kept.delete(oldest);
      labels -= its.length;
    }
  }
}
