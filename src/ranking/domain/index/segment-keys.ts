import { CandidateScorer } from './candidate-scorer.js';
import { conditionsOf } from './conditions.js';
import { type BandGates, type Kernel, type KeyCounts, QUALIFIED, READY_SOON } from './kernel.js';
import type { KeyTaker } from './page-of-ranking.js';
import { inPool } from './pool-of-segment.js';
import type { PreparedQuestion } from './question.js';
import type { Plan } from './ranking-request.js';
import type { Segment } from './segment.js';
import { SegmentScorer } from './segment-scorer.js';
import { SparseScorer } from './sparse-scorer.js';

/** Candidates that are put in order before the page is filled and its floor rises. */
const FEW = 4096;

/** The keys of one segment after the other, by the plan that takes least; all plans give the same. */
export class SegmentKeys {
  private readonly whole: SegmentScorer;
  private readonly sparse: SparseScorer;
  private readonly bandGates: BandGates | null;

  /** @param pool ordinals, ascending; null: everyone */
  constructor(
    private readonly kernel: Kernel,
    question: PreparedQuestion,
    private readonly pool: Int32Array | null,
    private readonly plan: Plan,
  ) {
    const conditions = conditionsOf(question);
    this.bandGates = conditions.bandGates;
    const candidates = new CandidateScorer(question);
    this.whole = new SegmentScorer(kernel, question, conditions, candidates);
    this.sparse = new SparseScorer(question, conditions, candidates);
  }

  close(): void {
    this.whole.close();
  }

  /** Everyone of the pool. */
  eachOf(segment: Segment, taker: KeyTaker): void {
    const places = this.pool === null ? null : inPool(segment, this.pool);
    if (places === null) this.eachOfWhole(segment, null, taker);
    else if (places.length === 0) return;
    else if (this.isSparse(segment, places.length)) this.eachAt(segment, places, taker);
    else this.eachOfWhole(segment, places, taker);
  }

  /**
   * Those who have met every must; the others are only counted.
   *
   * @returns false, having told nothing of the segment, when everyone must be looked at
   */
  eachQualifyingOf(segment: Segment, taker: KeyTaker): boolean {
    if (this.plan === 'whole') return false;
    const places = this.sparse.survivors(segment);
    if (places === null || !this.isSparse(segment, places.length)) return false;
    const others = segment.size - segment.absent.size - this.eachAt(segment, places, taker);
    taker.count({ all: others, qualified: 0, readySoon: 0, above: 0 });
    return true;
  }

  private isSparse(segment: Segment, places: number): boolean {
    return this.plan === 'cheapest' ? this.sparse.isCheaper(segment, places) : this.plan === 'sparse';
  }

  /** @returns how many of the places belong to somebody */
  private eachAt(segment: Segment, places: Int32Array, taker: KeyTaker): number {
    const keys = this.sparse.keysOf(segment, places);
    const counts = { all: 0, qualified: 0, readySoon: 0, above: 0 };
    const { ceiling } = taker.bounds;
    places.forEach((place, index) => {
      const key = keys[index] as number;
      if (key < 0) return;
      counts.all += 1;
      if (key >= QUALIFIED) counts.qualified += 1;
      else if (key >= READY_SOON) counts.readySoon += 1;
      if (key > ceiling) counts.above += 1;
      else if (key > taker.bounds.floor) taker.take(key, segment.firstOrdinal + place);
    });
    taker.count(counts);
    return counts.all;
  }

  private eachOfWhole(segment: Segment, places: Int32Array | null, taker: KeyTaker): void {
    const { kernel, whole } = this;
    whole.score(segment);
    if (places !== null) this.leaveOthersOut(segment, places);
    for (let from = 0, to = 0; from < segment.size; from = to) {
      // As many as came before: so about as many exceed the floor each time.
      to = Math.min(segment.size, from + Math.max(FEW, segment.firstOrdinal + from));
      const counts: KeyCounts = kernel.order(from, to, this.bandGates, taker.bounds);
      taker.count(counts);
      for (let index = 0; index < counts.found; index += 1) {
        taker.take(kernel.foundKeys[index] as number, segment.firstOrdinal + (kernel.found[index] as number));
      }
    }
  }

  private leaveOthersOut(segment: Segment, places: Int32Array): void {
    let next = 0;
    for (let place = 0; place < segment.size; place += 1) {
      if (places[next] === place) next += 1;
      else this.whole.leaveOut(place);
    }
  }
}
