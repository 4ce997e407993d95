import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** What became of the mappings that one method found. */
export interface MethodStatistics {
  readonly method: string;
  /** Standing mappings: taken without a person, by a decision, waiting for one. */
  readonly mappedAuto: number;
  readonly mappedReviewed: number;
  readonly suggested: number;
  /** Decisions in force on mappings of this method. */
  readonly accepted: number;
  readonly corrected: number;
  readonly rejected: number;
  /** Accepted among the decided ones, rounded down; null where nothing was decided. */
  readonly acceptedPercent: number | null;
}

@Injectable()
export class MappingStatisticsRepository {
  /** In the order of the names of methods. */
  byMethod(tx: Transaction): Promise<MethodStatistics[]> {
    return tx.query<MethodStatistics>(
      `WITH standing AS (
         SELECT method, count(*) FILTER (WHERE state = 'mapped_auto') AS auto,
           count(*) FILTER (WHERE state = 'mapped_reviewed') AS reviewed, count(*) FILTER (WHERE state = 'suggested') AS open
         FROM mapping WHERE organization_id = $1 AND superseded_at IS NULL GROUP BY method),
       decided AS (
         SELECT method, count(*) FILTER (WHERE decision = 'accept') AS accepted,
           count(*) FILTER (WHERE decision = 'correct') AS corrected, count(*) FILTER (WHERE decision = 'reject') AS rejected,
           count(*) AS total
         FROM mapping_rule WHERE organization_id = $1 AND ended_at IS NULL AND NOT is_proposed AND method IS NOT NULL GROUP BY method)
       SELECT method, coalesce(auto, 0)::int AS "mappedAuto", coalesce(reviewed, 0)::int AS "mappedReviewed",
         coalesce(open, 0)::int AS suggested, coalesce(accepted, 0)::int AS accepted,
         coalesce(corrected, 0)::int AS corrected, coalesce(rejected, 0)::int AS rejected,
         (100 * accepted / total)::int AS "acceptedPercent"
       FROM standing FULL JOIN decided USING (method) ORDER BY method`,
      [tx.organizationId],
    );
  }
}
