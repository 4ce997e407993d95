import type { Kernel } from './kernel.js';
import { type IndexQuestion, type PreparedQuestion, prepareQuestion } from './question.js';
import { rankSegments } from './rank-segments.js';
import type { SegmentRanking, IndexRankingRequest, Plan } from './ranking-request.js';
import { filterSegments, type IndexFilter, type IndexFiltered } from './filter-segments.js';
import { type IndexOrder, keysOfSegments, orderSegments } from './order-segments.js';
import type { PackBlock } from './pack-block.js';
import { Segment, SEGMENT_BITS, SEGMENT_SIZE } from './segment.js';
import { type IndexTally, tallySegments } from './tally-segments.js';

/** A candidate's pack by ordinal; null: no longer in any pool. */
export interface ChangedPack {
  readonly ordinal: number;
  readonly words: Int32Array | null;
}

/** A segment takes its changes into its runs when this share of it has changed. */
const REBUILD_SHARE = 1 / 64;

/** All holdings of one organization as of one number of its sequence, made for ranking everyone at once. */
export class OrganizationIndex {
  sequence = 0;
  readonly segments: Segment[] = [];
  private readonly numbers = new Map<string, number>();
  /** Numbers of competencies are below this. */
  private numbered = 0;

  constructor(private readonly kernel: Kernel) {}

  get competencies(): number {
    return this.numbered;
  }

  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.bytes, this.numbers.size * 128);
  }

  /** Ordinals are below this. */
  get end(): number {
    const last = this.segments.at(-1);
    return last === undefined ? 0 : last.firstOrdinal + last.size;
  }

  get postings(): number {
    return this.segments.reduce((sum, { postings }) => sum + postings.length, 0);
  }

  addCompetency(id: string, number: number): void {
    this.numbers.set(id, number);
    this.numbered = Math.max(this.numbered, number + 1);
  }

  /** Adds the next segment. @param blocks packs of candidates in it, ordinals ascending */
  addSegment(blocks: readonly PackBlock[]): void {
    this.segments.push(new Segment(this.kernel, this.segments.length << SEGMENT_BITS, this.numbered, blocks));
  }

  /** Takes over changes; what they name must have been told by `addCompetency`. */
  apply(changes: readonly ChangedPack[]): void {
    for (const { ordinal, words } of changes) {
      while (this.segments.length << SEGMENT_BITS <= ordinal) this.addSegment([]);
      (this.segments[ordinal >>> SEGMENT_BITS] as Segment).put(ordinal & (SEGMENT_SIZE - 1), words);
    }
  }

  /** Takes the changes of one segment into its runs, if there is one with many. @returns whether there was */
  rebuildOne(): boolean {
    const segment = this.segments.find(({ changed, size }) => changed.size > Math.max(256, size * REBUILD_SHARE));
    segment?.rebuild(this.numbered);
    return segment !== undefined;
  }

  rebuildAll(): void {
    for (const segment of this.segments) segment.rebuild(this.numbered);
  }

  rank(question: IndexQuestion, request: IndexRankingRequest, plan?: Plan): SegmentRanking {
    const prepared = this.prepare(question);
    return rankSegments(this.kernel, this.segments, prepared, request, plan);
  }

  /** @param pool ordinals, ascending; null: everyone */
  order(question: IndexQuestion, pool: Int32Array | null, plan?: Plan): IndexOrder {
    return orderSegments(this.kernel, this.segments, this.prepare(question), pool, plan);
  }

  /**
   * @param without the question in which the requirement of `shortOnly` gates nothing; null when that is not asked for
   * @param pool ordinals, ascending; null: everyone
   */
  filter(
    question: IndexQuestion,
    without: IndexQuestion | null,
    filter: IndexFilter,
    pool: Int32Array | null,
  ): IndexFiltered {
    const { kernel, segments } = this;
    // Before the other question is prepared: tables are good until then.
    const keysWithout = without && keysOfSegments(kernel, segments, this.prepare(without), pool);
    const prepared = this.prepare(question);
    const keys = keysOfSegments(kernel, segments, prepared, pool);
    return filterSegments(segments, prepared, filter, keys, keysWithout);
  }

  tally(question: IndexQuestion, pool: Int32Array | null): IndexTally {
    const prepared = this.prepare(question);
    return tallySegments(this.segments, prepared, pool);
  }

  release(): void {
    for (const segment of this.segments) segment.release();
  }

  private prepare(question: IndexQuestion): PreparedQuestion {
    return prepareQuestion(question, (id) => this.numbers.get(id), this.kernel.tables);
  }
}
