import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { ScorableProfile } from '../domain/compiled-profile.js';
import { type Band, BANDS } from '../domain/gates.js';
import type { ScoringPolicy } from '../domain/scoring-policy.js';
import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';
import { RANKING_SQL } from './ranking-sql.js';

/** Sort values of the last candidate of the page before. */
export interface RankingPosition {
  readonly band: Band;
  readonly score: number;
  readonly ordinal: number;
}

export interface RankingRequest {
  readonly profile: ScorableProfile;
  readonly policy: ScoringPolicy;
  readonly asOf: Date;
  readonly limit: number;
  /** The pool: those who applied for this job; everyone when absent. */
  readonly job?: string | undefined;
  readonly bands?: readonly Band[] | undefined;
  /** Part of the candidate's name, in any case. */
  readonly q?: string | undefined;
  readonly after?: RankingPosition | undefined;
  /** Only these candidates, at the ranks they have in the pool. */
  readonly candidateIds?: readonly string[] | undefined;
}

export interface RankedCandidate {
  readonly candidateId: string;
  readonly ordinal: number;
  readonly rank: number;
  readonly band: Band;
  readonly score: number;
  readonly scoreLow: number;
  readonly scoreHigh: number;
  readonly requirements: readonly RankedRequirement[];
}

export interface RankedRequirement {
  readonly requirementId: string;
  readonly state: RequirementState;
  /** Before a group drops its weaker members. */
  readonly points: number;
  readonly credentialId: string | null;
}

/** Exact counts of the pool after `q`, before `bands`. */
export interface RankingTotals {
  readonly all: number;
  readonly qualified: number;
  readonly readySoon: number;
  readonly notYet: number;
}

export interface RankingAnswer {
  readonly rows: readonly RankedCandidate[];
  readonly totals: RankingTotals;
  /** Of the whole pool, whatever was searched for. */
  readonly poolSize: number;
}

interface Row extends RankingTotals {
  readonly poolSize: number;
  readonly candidateId: string | null;
  readonly ordinal: number;
  readonly rank: number;
  readonly band: number;
  readonly score: number;
  readonly scoreLow: number;
  readonly scoreHigh: number;
  readonly requirements: readonly (Omit<RankedRequirement, 'state'> & { state: number })[];
}

/** The ranking worked out by PostgreSQL from the rows themselves: the reference that any faster way must equal. */
@Injectable()
export class RankingQuery {
  async run(tx: Transaction, request: RankingRequest): Promise<RankingAnswer> {
    const { profile, after } = request;
    const rows = await tx.query<Row>(RANKING_SQL, [
      tx.organizationId,
      JSON.stringify(profile.requirements),
      JSON.stringify(profile.groups),
      request.asOf,
      JSON.stringify(request.policy),
      request.job ?? null,
      request.q === undefined ? null : `%${request.q.replace(/[\\%_]/g, '\\$&')}%`,
      request.bands?.map((band) => BANDS.indexOf(band)) ?? null,
      after === undefined ? null : BANDS.indexOf(after.band),
      after?.score ?? null,
      after?.ordinal ?? null,
      request.limit,
      request.candidateIds ?? null,
    ]);
    const [first] = rows;
    if (first === undefined) throw new Error('a ranking always answers its totals');
    const { poolSize, all, qualified, readySoon, notYet } = first;
    return {
      rows: rows.flatMap((row) => (row.candidateId === null ? [] : [ranked(row, row.candidateId)])),
      totals: { all, qualified, readySoon, notYet },
      poolSize,
    };
  }
}

function ranked(row: Row, candidateId: string): RankedCandidate {
  return {
    candidateId,
    ordinal: row.ordinal,
    rank: row.rank,
    band: BANDS[row.band] as Band,
    score: row.score,
    scoreLow: row.scoreLow,
    scoreHigh: row.scoreHigh,
    requirements: row.requirements.map((requirement) => ({
      ...requirement,
      state: REQUIREMENT_STATES[requirement.state] as RequirementState,
    })),
  };
}
