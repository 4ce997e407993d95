import { Injectable, Logger } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { RankingEngine } from '../../application/ranking-engine.js';
import { ReadingSnapshot } from '../../application/reading-snapshot.js';
import { type CompiledProfile, compileProfile, type ScorableProfile } from '../../domain/compiled-profile.js';
import { type Band, BANDS } from '../../domain/gates.js';
import type { IndexFilter } from '../../domain/index/filter-segments.js';
import { QUALIFIED, READY_SOON } from '../../domain/index/kernel.js';
import { EXACT_BEFORE, EXACT_FROM } from '../../domain/index/posting.js';
import { questionOf } from '../../domain/index/question.js';
import type { IndexOrder } from '../../domain/index/order-segments.js';
import type { IndexRankingRequest, SegmentRanking } from '../../domain/index/ranking-request.js';
import type { FilteredPool, FilterRequest } from '../../domain/pool-filter.js';
import type { PoolStanding } from '../../domain/pool-standing.js';
import type { OrderRequest, RankingAnswer, RankingPosition, RankingRequest } from '../../domain/ranking.js';
import type { ScoringPolicy } from '../../domain/scoring-policy.js';
import { REQUIREMENT_STATES } from '../../domain/states.js';
import type { Tally, TallyRequest } from '../../domain/tally.js';
import { FrameworkRepository } from '../framework.repository.js';
import { SqlRanking } from '../sql-ranking.js';
import type { IndexAnswer, IndexAsk } from './index-ask.js';
import { IndexThread } from './index-thread.js';
import { PageDetails, type PagePlace } from './page-details.js';
import { poolOrdinals } from './pool-ordinals.js';

/** Up to so many candidates the statement answers about as quickly as an index is loaded, so nobody waits for one. */
const SMALL = 20_000;
/** How often a page is made again because the people on it changed while it was made. */
const ATTEMPTS = 4;

interface State {
  readonly sequence: number;
  readonly lastOrdinal: number;
}

type Answered<K extends IndexAnswer['kind']> = Extract<IndexAnswer, { kind: K }>;

/**
 * Rankings from indexes in memory, with the reasons for a page from the rows. What an index cannot answer, or not yet, is
 * answered by the statement that is the reference for both: never a part, and never an error because of an index.
 */
@Injectable()
export class IndexRanking extends RankingEngine {
  private readonly logger = new Logger('RankingIndex');

  constructor(
    private readonly sql: SqlRanking,
    private readonly thread: IndexThread,
    private readonly details: PageDetails,
    private readonly frameworks: FrameworkRepository,
    private readonly snapshot: ReadingSnapshot,
  ) {
    super();
  }

  override rank(tx: Transaction, request: RankingRequest): Promise<RankingAnswer> {
    return this.rankOrAgain(tx, request, ATTEMPTS);
  }

  override async order(tx: Transaction, request: OrderRequest): Promise<readonly PoolStanding[]> {
    const { profile, policy, asOf, job, ...unknown } = request;
    if (!isExact(asOf) || isAsked(unknown)) return this.sql.order(tx, request);
    const compiled = await this.compile(tx, profile, policy, asOf);
    const pool = job === undefined ? null : await poolOrdinals.ofJob(tx, job, []);
    const state = await this.state(tx);
    const answer = await this.ask<'order'>({ kind: 'order', pool, ...this.common(tx, state, compiled) });
    // A newer order may hold people that this transaction does not see.
    if (answer === null || answer.sequence !== state.sequence) return this.sql.order(tx, request);
    return standingsOf(answer.order, await poolOrdinals.ids(tx, pool));
  }

  override async tally(tx: Transaction, request: TallyRequest): Promise<Tally> {
    const { policy, asOf, job, ...others } = request;
    const { conditions, ...unknown } = others;
    if (!isExact(asOf) || isAsked(unknown)) return this.sql.tally(tx, request);
    const profile = { requirements: conditions.map((one) => ({ ...one, group: null })), groups: [] };
    const compiled = await this.compile(tx, profile, policy, asOf);
    const pool = job === undefined ? null : await poolOrdinals.ofJob(tx, job, []);
    const state = await this.state(tx);
    const answer = await this.ask<'tally'>({ kind: 'tally', pool, ...this.common(tx, state, compiled) });
    return answer === null ? this.sql.tally(tx, request) : { ...answer.tally, sequence: answer.sequence };
  }

  override async filter(tx: Transaction, request: FilterRequest): Promise<FilteredPool> {
    const { profile, policy, asOf, job, filter, without, ...unknown } = request;
    const { q, bands, states, shortOnly, ...notHeld } = filter;
    // Proofs and tiers of holdings are in no pack.
    if (!isExact(asOf) || isAsked(unknown) || isAsked(notHeld)) return this.sql.filter(tx, request);
    const compiled = await this.compile(tx, profile, policy, asOf);
    const asked: IndexFilter = {
      found: await this.found(tx, q),
      bands: bandsOf(bands),
      states: states.map((one) => ({
        requirement: placeOfRequirement(profile, one.requirementId),
        passing: one.states.reduce((bits, state) => bits | (1 << REQUIREMENT_STATES.indexOf(state)), 0),
      })),
      shortOnly: shortOnly === undefined ? null : placeOfRequirement(profile, shortOnly),
    };
    const pool = job === undefined ? null : await poolOrdinals.ofJob(tx, job, []);
    const state = await this.state(tx);
    const common = this.common(tx, state, compiled);
    const other = without && questionOf(await this.compile(tx, without, policy, asOf));
    const answer = await this.ask<'filter'>({ kind: 'filter', pool, filter: asked, without: other, ...common });
    if (answer === null || answer.sequence !== state.sequence) return this.sql.filter(tx, request);
    const { ordinals, removes } = answer.filtered;
    return { ordinals, removes: { ...removes, tier: 0, proof: 0 } };
  }

  private async found(tx: Transaction, q: string | undefined): Promise<Int32Array | null> {
    return q === undefined ? null : poolOrdinals.byName(tx, `%${q.replace(/[\\%_]/g, '\\$&')}%`);
  }

  private async rankOrAgain(tx: Transaction, request: RankingRequest, attempts: number): Promise<RankingAnswer> {
    const { profile, policy, asOf, limit, job, bands, q, after, candidateIds, ordinals, ...unknown } = request;
    if (!isExact(asOf) || isAsked(unknown)) return this.sql.rank(tx, request);
    const compiled = await this.compile(tx, profile, policy, asOf);
    const asked: IndexRankingRequest = {
      limit,
      bands: bandsOf(bands),
      after: after === undefined ? null : { key: keyOf(after), ordinal: after.ordinal },
      pool: job === undefined ? null : await poolOrdinals.ofJob(tx, job, candidateIds ?? []),
      found: await this.found(tx, q),
      only: candidateIds === undefined ? (ordinals ?? null) : await poolOrdinals.named(tx, candidateIds),
    };
    const state = await this.state(tx);
    const answer = await this.ask<'rank'>({ kind: 'rank', request: asked, ...this.common(tx, state, compiled) });
    if (answer === null) return this.sql.rank(tx, request);
    const rows = await this.details.of(tx, compiled, answer.ranking.rows.map(placeOf));
    if (rows !== null) return { rows, ...totalsOf(answer.ranking), sequence: state.sequence };
    if (answer.sequence === state.sequence) {
      this.logger.error({ event: 'ranking.index-differs', organizationId: tx.organizationId, ...state });
      return this.sql.rank(tx, request);
    }
    // The index has seen more than this transaction, and somebody on the page is among it.
    if (attempts <= 1) return this.sql.rank(tx, request);
    return this.snapshot.run(tx.organizationId, (later) => this.rankOrAgain(later, request, attempts - 1));
  }

  private common(tx: Transaction, { sequence, lastOrdinal }: State, compiled: CompiledProfile) {
    return {
      organizationId: tx.organizationId,
      sequence,
      wait: lastOrdinal > SMALL,
      question: questionOf(compiled),
    };
  }

  private async compile(tx: Transaction, profile: ScorableProfile, policy: ScoringPolicy, asOf: Date) {
    const competencyIds = profile.requirements.map(({ competencyId }) => competencyId);
    const edges = await this.frameworks.edgesAround(tx, competencyIds, policy.relations);
    return compileProfile(profile, edges, policy, asOf);
  }

  private async state(tx: Transaction): Promise<State> {
    const [row] = await tx.query<State>(
      `SELECT value AS sequence, last_ordinal AS "lastOrdinal" FROM holding_sequence WHERE organization_id = $1`,
      [tx.organizationId],
    );
    return row ?? { sequence: 0, lastOrdinal: 0 };
  }

  private async ask<K extends IndexAnswer['kind']>(ask: Extract<IndexAsk, { kind: K }>): Promise<Answered<K> | null> {
    try {
      return (await this.thread.ask(ask)) as Answered<K> | null;
    } catch (error) {
      const { organizationId } = ask;
      this.logger.warn({ event: 'ranking.index-failed', organizationId, error: (error as Error).message });
      return null;
    }
  }
}

/** @param ids by ordinal */
function standingsOf({ ordinals, keys }: IndexOrder, ids: ReadonlyMap<number, string>): readonly PoolStanding[] {
  return Array.from(ordinals, (ordinal, at) => {
    const candidateId = ids.get(ordinal);
    if (candidateId === undefined) throw new Error('an order of the same sequence holds those whom the rows hold');
    const { band, score } = placeOf({ ordinal, key: keys[at] as number, rank: at + 1 });
    return { candidateId, ordinal, band, score };
  });
}

/** A wish that this engine does not know, so that it cannot leave it out silently. */
function isAsked(unknown: object): boolean {
  return Object.values(unknown).some((value) => value !== undefined);
}

function bandsOf(bands: readonly Band[] | undefined): readonly boolean[] | null {
  return bands === undefined ? null : BANDS.map((band) => bands.includes(band));
}

function placeOfRequirement({ requirements }: ScorableProfile, requirementId: string): number {
  return requirements.findIndex(({ id }) => id === requirementId);
}

function isExact(asOf: Date): boolean {
  return EXACT_FROM <= asOf && asOf < EXACT_BEFORE;
}

function keyOf({ band, score }: RankingPosition): number {
  return (2 - BANDS.indexOf(band)) * READY_SOON + score;
}

function placeOf({ ordinal, key, rank }: SegmentRanking['rows'][number]): PagePlace {
  const band = key >= QUALIFIED ? 0 : key >= READY_SOON ? 1 : 2;
  return { ordinal, rank, band: BANDS[band], score: key & (READY_SOON - 1) };
}

function totalsOf({ totals: { all, qualified, readySoon }, poolSize }: SegmentRanking) {
  return { totals: { all, qualified, readySoon, notYet: all - qualified - readySoon }, poolSize };
}
