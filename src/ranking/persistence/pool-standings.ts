import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { TierOnCompetency } from '../../trust/index.js';
import type { ScorableProfile } from '../domain/compiled-profile.js';
import { type Band, BANDS } from '../domain/gates.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import type { ScoringPolicy } from '../domain/scoring-policy.js';
import { JOIN_OTHER_TRUST, OTHER_STRENGTH, OTHER_TRUST_CTES } from './other-trust-sql.js';
import { rankedCtes } from './ranked-sql.js';
import { weighing } from './weighing-sql.js';

export interface PoolRequest {
  readonly profile: ScorableProfile;
  readonly policy: ScoringPolicy;
  readonly asOf: Date;
  /** The pool: those who applied for this job; everyone when absent. */
  readonly job?: string | undefined;
  /** `by-policy`: as the policy would make it of each proof and tier; `kept`, as holdings have it, when absent. */
  readonly strength?: 'kept' | 'by-policy' | undefined;
  /** Tiers of some issuers that count in place of those in force. */
  readonly tiers?: readonly TierOnCompetency[] | undefined;
}

const OF_JOB = `h.candidate_id IN (SELECT a.candidate_id FROM application a WHERE a.organization_id = $1 AND a.job_id = $6)`;

/** One row of arrays instead of one row for each candidate: a pool may have a million. */
const standingsSql = (weighings: string, before = ''): string => `
WITH RECURSIVE${before}
${rankedCtes(weighings)}
SELECT coalesce(array_agg(id::text ORDER BY rank), '{}') AS ids,
  coalesce(array_agg(ordinal::float8 ORDER BY rank), '{}') AS ordinals,
  coalesce(array_agg(band::int ORDER BY rank), '{}') AS bands,
  coalesce(array_agg(score::float8 ORDER BY rank), '{}') AS scores
FROM ranked`;

/** A proof whose kind was not kept, and a tier that the policy does not name, stay what they were worth. */
const BY_POLICY = `(coalesce(($5::jsonb #>> ARRAY['ladder', h.proof_source ->> 'grade'])::int, h.proof)
  * coalesce(($5::jsonb #>> ARRAY['tiers', h.tier])::int, h.trust) / 100)`;

const STATEMENTS = {
  kept: { everyone: standingsSql(weighing('TRUE')), job: standingsSql(weighing(OF_JOB)) },
  'by-policy': {
    everyone: standingsSql(weighing('TRUE', BY_POLICY)),
    job: standingsSql(weighing(OF_JOB, BY_POLICY)),
  },
  'other-trust': {
    everyone: standingsSql(weighing('TRUE', OTHER_STRENGTH, JOIN_OTHER_TRUST), `${OTHER_TRUST_CTES},`),
    job: standingsSql(weighing(OF_JOB, OTHER_STRENGTH, JOIN_OTHER_TRUST), `${OTHER_TRUST_CTES},`),
  },
};

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
  async of(
    tx: Transaction,
    { profile, policy, asOf, job, strength = 'kept', tiers }: PoolRequest,
  ): Promise<readonly PoolStanding[]> {
    const statements = STATEMENTS[tiers === undefined ? strength : 'other-trust'];
    const [columns] = await tx.query<Columns>(statements[job === undefined ? 'everyone' : 'job'], [
      tx.organizationId,
      JSON.stringify(profile.requirements),
      JSON.stringify(profile.groups),
      asOf,
      JSON.stringify(policy),
      job ?? null,
      ...(tiers === undefined ? [] : [JSON.stringify(tiers)]),
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
