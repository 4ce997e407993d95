import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { ScorableProfile } from '../domain/compiled-profile.js';
import { type Band, BANDS } from '../domain/gates.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import type { ScoringPolicy } from '../domain/scoring-policy.js';
import { rankedCtes } from './ranked-sql.js';
import { weighing } from './weighing-sql.js';

export interface PoolRequest {
  readonly profile: ScorableProfile;
  readonly policy: ScoringPolicy;
  readonly asOf: Date;
  /** The pool: those who applied for this job; everyone when absent. */
  readonly job?: string | undefined;
}

const OF_JOB = `h.candidate_id IN (SELECT a.candidate_id FROM application a WHERE a.organization_id = $1 AND a.job_id = $6)`;

/** One row of arrays instead of one row for each candidate: a pool may have a million. */
const standingsSql = (weighings: string): string => `
WITH RECURSIVE
${rankedCtes(weighings)}
SELECT coalesce(array_agg(id::text ORDER BY rank), '{}') AS ids,
  coalesce(array_agg(ordinal::float8 ORDER BY rank), '{}') AS ordinals,
  coalesce(array_agg(band::int ORDER BY rank), '{}') AS bands,
  coalesce(array_agg(score::float8 ORDER BY rank), '{}') AS scores
FROM ranked`;

const OF_EVERYONE_SQL = standingsSql(weighing('TRUE'));
const OF_JOB_SQL = standingsSql(weighing(OF_JOB));

interface Columns {
  readonly ids: readonly string[];
  readonly ordinals: readonly number[];
  readonly bands: readonly number[];
  readonly scores: readonly number[];
}

/** The whole order of a pool, without reasons: for questions about everyone in it. */
@Injectable()
export class PoolStandings {
  /** @returns everyone of the pool, best first */
  async of(tx: Transaction, { profile, policy, asOf, job }: PoolRequest): Promise<readonly PoolStanding[]> {
    const [columns] = await tx.query<Columns>(job === undefined ? OF_EVERYONE_SQL : OF_JOB_SQL, [
      tx.organizationId,
      JSON.stringify(profile.requirements),
      JSON.stringify(profile.groups),
      asOf,
      JSON.stringify(policy),
      job ?? null,
    ]);
    if (columns === undefined) throw new Error('a pool always answers its columns');
    const { ids, ordinals, bands, scores } = columns;
    return ids.map((candidateId, index) => ({
      candidateId,
      ordinal: ordinals[index] as number,
      band: BANDS[bands[index] as number] as Band,
      score: scores[index] as number,
    }));
  }
}
