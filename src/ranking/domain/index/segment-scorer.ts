import type { CandidateScorer } from './candidate-scorer.js';
import { AgedRuns } from './aged-runs.js';
import { AskedWords } from './asked-words.js';
import type { Conditions, Gate } from './conditions.js';
import { eachPosting } from './each-posting.js';
import { ABSENT, type Kernel } from './kernel.js';
import type { AskedList, PreparedQuestion, PreparedRequirement } from './question.js';
import { type Segment, SEGMENT_SIZE } from './segment.js';

/** Brings the points and open gates of everyone in a segment into a kernel's arrays. */
export class SegmentScorer {
  /** Requirements of which nothing but the competency and its grade matters, so that they are asked alike of any segment. */
  private readonly asked: { readonly points: AskedWords; readonly gates: AskedWords };
  private readonly aged: AgedRuns;
  private readonly scratch: Int32Array[] = [];

  constructor(
    private readonly kernel: Kernel,
    private readonly question: PreparedQuestion,
    private readonly conditions: Conditions,
    private readonly candidates: CandidateScorer,
  ) {
    this.asked = { points: new AskedWords(kernel), gates: new AskedWords(kernel) };
    this.aged = new AgedRuns(kernel);
    for (const { members, most } of conditions.sums) {
      if (most < members.length) continue;
      for (const index of members) {
        const { lists, weight, notBefore } = this.requirement(index);
        if (notBefore === null) this.asked.points.add(lists, weight);
      }
    }
    for (const { members, counts } of conditions.gates) {
      if (members.length > 1) continue;
      const { lists, notBefore } = this.requirement(members[0] as number);
      if (notBefore === null) this.asked.gates.add(lists.filter(isFull), counts);
    }
  }

  /** Frees what was taken from the kernel. */
  close(): void {
    this.asked.points.release();
    this.asked.gates.release();
    this.aged.release();
  }

  score(segment: Segment): void {
    segment.encode(this.question.clock);
    this.kernel.clear(segment.size, this.conditions.bandGates !== null);
    this.addSums(segment);
    this.openGates(segment);
    for (const [place, words] of segment.changed) this.scoreChanged(place, words);
    for (const place of segment.absent) this.leaveOut(place);
  }

  leaveOut(place: number): void {
    this.kernel.points[place] = ABSENT;
    this.kernel.gates[place] = 0;
  }

  private requirement(index: number): PreparedRequirement {
    return this.question.requirements[index] as PreparedRequirement;
  }

  private addSums(segment: Segment): void {
    const { kernel } = this;
    for (const { members, most } of this.conditions.sums) {
      if (most < members.length) this.addBestOf(segment, members, most);
      else {
        for (const index of members) {
          const { lists, weight, notBefore } = this.requirement(index);
          if (notBefore === null) continue;
          this.aged.use(segment, lists, weight, notBefore, (source, asked) => kernel.addPoints(source, asked));
        }
      }
    }
    kernel.addPoints(segment, this.asked.points);
  }

  private openGates(segment: Segment): void {
    const { kernel } = this;
    for (const gate of this.conditions.gates) {
      if (gate.members.length > 1) this.openGroup(segment, gate);
      else {
        const { lists, notBefore } = this.requirement(gate.members[0] as number);
        if (notBefore === null) continue;
        const full = lists.filter(isFull);
        this.aged.use(segment, full, gate.counts, notBefore, (source, asked) => kernel.openGates(source, asked));
      }
    }
    kernel.openGates(segment, this.asked.gates);
  }

  /** The points of a group of which not all members count: the best of each member, then the best members. */
  private addBestOf(segment: Segment, members: readonly number[], most: number): void {
    const { points } = this.kernel;
    const { fits } = this.question.tables;
    const bests = members.map((index, place) => {
      const best = this.perPlace(place, segment.size);
      eachPosting(segment, this.requirement(index), false, (at, entry) => {
        const fit = fits[entry] as number;
        if (fit > (best[at] as number)) best[at] = fit;
      });
      return { best, weight: this.requirement(index).weight };
    });
    const top = new Int32Array(most);
    for (let place = 0; place < segment.size; place += 1) {
      top.fill(0);
      for (const { best, weight } of bests) insert(top, (best[place] as number) * weight);
      for (let rank = 0; rank < most; rank += 1) points[place] = (points[place] as number) + (top[rank] as number);
    }
  }

  private openGroup(segment: Segment, { members, needed, counts }: Gate): void {
    const { gates } = this.kernel;
    const { meets } = this.question.tables;
    const seen = this.perPlace(0, segment.size);
    const met = this.perPlace(1, segment.size);
    members.forEach((index, member) => {
      eachPosting(segment, this.requirement(index), true, (place, entry) => {
        if (meets[entry] === 0 || seen[place] === member + 1) return;
        seen[place] = member + 1;
        met[place] = (met[place] as number) + 1;
        if (met[place] === needed) gates[place] = (gates[place] as number) + counts;
      });
    });
  }

  private scoreChanged(place: number, words: Int32Array): void {
    const { candidates, conditions, kernel } = this;
    candidates.read(words);
    kernel.points[place] = conditions.sums.reduce(
      (sum, { members, most }) => sum + candidates.points(members, most),
      0,
    );
    kernel.gates[place] = candidates.open(conditions.gates);
  }

  /** An array of zeros for each place, kept for the next segment. */
  private perPlace(index: number, size: number): Int32Array {
    const array = (this.scratch[index] ??= new Int32Array(SEGMENT_SIZE));
    return array.fill(0, 0, size);
  }
}

const isFull = (list: AskedList): boolean => list.isFull;

/** Keeps the largest values, largest first. */
function insert(top: Int32Array, value: number): void {
  let at = top.length;
  while (at > 0 && (top[at - 1] as number) < value) {
    if (at < top.length) top[at] = top[at - 1] as number;
    at -= 1;
  }
  if (at < top.length) top[at] = value;
}
