import type { IndexFilter, IndexFiltered } from '../../domain/index/filter-segments.js';
import type { IndexOrder } from '../../domain/index/order-segments.js';
import type { IndexQuestion } from '../../domain/index/question.js';
import type { SegmentRanking, IndexRankingRequest } from '../../domain/index/ranking-request.js';
import type { IndexTally } from '../../domain/index/tally-segments.js';

interface AskOfAny {
  readonly organizationId: string;
  /** The answer must have seen all up to it. */
  readonly sequence: number;
  /** Whether to wait for an index that must be loaded first. */
  readonly wait: boolean;
  readonly question: IndexQuestion;
}

/** A question to the indexes, in a form that can be sent to another thread. */
export type IndexAsk =
  | (AskOfAny & { readonly kind: 'rank'; readonly request: IndexRankingRequest })
  | (AskOfAny & {
      readonly kind: 'filter';
      readonly pool: Int32Array | null;
      readonly filter: IndexFilter;
      /** The question in which the requirement of `shortOnly` gates nothing. */
      readonly without: IndexQuestion | null;
    })
  | (AskOfAny & { readonly kind: 'order'; readonly pool: Int32Array | null })
  | (AskOfAny & { readonly kind: 'tally'; readonly pool: Int32Array | null });

export type IndexAnswer =
  | { readonly kind: 'rank'; readonly sequence: number; readonly ranking: SegmentRanking }
  | { readonly kind: 'filter'; readonly sequence: number; readonly filtered: IndexFiltered }
  | { readonly kind: 'order'; readonly sequence: number; readonly order: IndexOrder }
  | { readonly kind: 'tally'; readonly sequence: number; readonly tally: IndexTally };
