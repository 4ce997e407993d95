import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { type Band, BANDS } from '../domain/gates.js';
import type { FilteredPool, FilterRequest } from '../domain/pool-filter.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import type {
  OrderRequest,
  RankedCandidate,
  RankedRequirement,
  RankingAnswer,
  RankingRequest,
  RankingTotals,
} from '../domain/ranking.js';
import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';
import type { Tally, TallyRequest } from '../domain/tally.js';
import { RankingEngine } from '../application/ranking-engine.js';
import { PoolFilters } from './pool-filters.js';
import { PoolStandings } from './pool-standings.js';
import { RANKING_SQL } from './ranking-sql.js';
import { TALLY_SQL } from './tally-sql.js';

interface Row extends RankingTotals {
  readonly poolSize: number;
  readonly sequence: number;
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
export class SqlRanking extends RankingEngine {
  private readonly pools = new PoolStandings();
  private readonly filters = new PoolFilters();

  override async rank(tx: Transaction, request: RankingRequest): Promise<RankingAnswer> {
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
      request.ordinals === undefined ? null : [...request.ordinals],
    ]);
    const [first] = rows;
    if (first === undefined) throw new Error('a ranking always answers its totals');
    const { poolSize, sequence, all, qualified, readySoon, notYet } = first;
    return {
      rows: rows.flatMap((row) => (row.candidateId === null ? [] : [ranked(row, row.candidateId)])),
      totals: { all, qualified, readySoon, notYet },
      poolSize,
      sequence,
    };
  }

  override order(tx: Transaction, request: OrderRequest): Promise<readonly PoolStanding[]> {
    return this.pools.of(tx, request);
  }

  override async filter(tx: Transaction, request: FilterRequest): Promise<FilteredPool> {
    const { filter, without, ...pool } = request;
    if (without === null) return this.filters.run(tx, pool, filter, null);
    const qualified = (await this.order(tx, { ...pool, profile: without })).filter(({ band }) => band === 'qualified');
    const ids = qualified.map(({ candidateId }) => candidateId);
    return this.filters.run(tx, pool, filter, ids);
  }

  override async tally(tx: Transaction, request: TallyRequest): Promise<Tally> {
    const rows = await tx.query<{ met: number[]; candidates: number; sequence: number }>(TALLY_SQL, [
      tx.organizationId,
      JSON.stringify(request.conditions),
      request.job ?? null,
      request.asOf,
      JSON.stringify(request.policy),
    ]);
    const words = Math.max(1, Math.ceil(request.conditions.length / 32));
    const patterns = new Uint32Array(rows.length * words);
    rows.forEach(({ met }, entry) => {
      for (const condition of met) {
        const word = entry * words + (condition >>> 5);
        patterns[word] = (patterns[word] ?? 0) | (1 << (condition & 31));
      }
    });
    const counts = Uint32Array.from(rows, ({ candidates }) => candidates);
    const poolSize = counts.reduce((sum, count) => sum + count, 0);
    const sequence = rows[0]?.sequence ?? (await this.sequence(tx));
    return { words, patterns, counts, poolSize, sequence };
  }

  private async sequence(tx: Transaction): Promise<number> {
    const rows = await tx.query<{ value: number }>(`SELECT value FROM holding_sequence WHERE organization_id = $1`, [
      tx.organizationId,
    ]);
    return rows[0]?.value ?? 0;
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
