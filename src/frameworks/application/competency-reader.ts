import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { CompetencyReadRepository, type CompetencySummary } from '../persistence/competency-read.repository.js';

export type AnchorOf = (competencyId: string, level: number) => string | null;

/** Competencies for showing, also those that a newer version has dropped. */
@Injectable()
export class CompetencyReader {
  constructor(private readonly competencies: CompetencyReadRepository) {}

  /** By id; ids that the organization does not have are absent. */
  async summaries(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, CompetencySummary>> {
    const rows = ids.length === 0 ? [] : await this.competencies.summaries(tx, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What a level of a competency looks like, in the words of the framework; null where it has none. */
  async levelAnchors(tx: Transaction, ids: readonly string[]): Promise<AnchorOf> {
    const rows = ids.length === 0 ? [] : await this.competencies.levelAnchors(tx, [...new Set(ids)]);
    const anchors = new Map(rows.map((row) => [row.id, row.anchors]));
    return (id, level) => anchors.get(id)?.[level] ?? null;
  }
}
