import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { CompetencyReadRepository, type CompetencySummary } from '../persistence/competency-read.repository.js';

/** Competencies for showing, also those that a newer version has dropped. */
@Injectable()
export class CompetencyReader {
  constructor(private readonly competencies: CompetencyReadRepository) {}

  /** By id; ids that the organization does not have are absent. */
  async summaries(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, CompetencySummary>> {
    const rows = ids.length === 0 ? [] : await this.competencies.summaries(tx, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
