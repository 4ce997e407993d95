import type { Transaction } from '../../platform/database/index.js';
import type { FilteredPool, FilterRequest } from '../domain/pool-filter.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import type { OrderRequest, RankedCandidate, RankingAnswer, RankingRequest } from '../domain/ranking.js';
import type { Tally, TallyRequest } from '../domain/tally.js';

/**
 * Formula credence-1 over a whole pool. Every implementation gives the same answer to the bit, from the rows that the
 * transaction sees or from later ones, and says by `sequence` what it has seen; never less than was committed before.
 */
export abstract class RankingEngine {
  /** One page in order, with the exact totals of the pool. */
  abstract rank(tx: Transaction, request: RankingRequest): Promise<RankingAnswer>;

  /** Who meets which conditions: what every count over variants of a profile is made of. */
  abstract tally(tx: Transaction, request: TallyRequest): Promise<Tally>;

  /** Everyone of the pool in order, without reasons, from exactly the rows that the transaction sees; best first. */
  abstract order(tx: Transaction, request: OrderRequest): Promise<readonly PoolStanding[]>;

  /** Who of the pool passes filters, from exactly the rows that the transaction sees, and how many each of them removes. */
  abstract filter(tx: Transaction, request: FilterRequest): Promise<FilteredPool>;

  /**
   * Named candidates with their score, states and the rank they have in the pool, best first; who is not in the pool of a
   * job stands where they would if they were.
   */
  async standings(
    tx: Transaction,
    request: Omit<RankingRequest, 'limit' | 'after' | 'bands' | 'q' | 'candidateIds' | 'ordinals'>,
    candidateIds: readonly string[],
  ): Promise<readonly RankedCandidate[]> {
    const answer = await this.rank(tx, { ...request, candidateIds, limit: candidateIds.length });
    return answer.rows;
  }
}
