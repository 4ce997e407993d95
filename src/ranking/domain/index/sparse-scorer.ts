import type { CandidateScorer } from './candidate-scorer.js';
import { type Conditions, type Gate, keyOf } from './conditions.js';
import { eachPosting } from './each-posting.js';
import { ABSENT, OPEN_MUST } from './kernel.js';
import { isBefore } from './packed-time.js';
import { probe, probeCost } from './probe.js';
import type { AskedList, PreparedQuestion, PreparedRequirement } from './question.js';
import { GRADE_MASK, RUNS, type Segment, SEGMENT_SIZE } from './segment.js';

/** A step of a search costs about so many postings gone through in order. */
const STEP = 2;
/** A candidate of a segment who is put in order costs about so many postings. */
const ORDERED = 1 / 8;

/** The keys of some candidates of a segment, looked up in the runs instead of going through them. */
export class SparseScorer {
  private seen: Int32Array | null = null;
  private round = 0;

  constructor(
    private readonly question: PreparedQuestion,
    private readonly conditions: Conditions,
    private readonly candidates: CandidateScorer,
  ) {}

  /** @returns whether looking some candidates up takes less than going through all runs of the question */
  isCheaper(segment: Segment, places: number): boolean {
    let [sparse, whole] = [0, segment.size * ORDERED];
    for (const { lists } of this.question.requirements) {
      for (const { competency } of lists) {
        const length = segment.end(RUNS.further, competency) - segment.start(RUNS.first, competency);
        sparse += STEP * probeCost(length, places);
        whole += length;
      }
    }
    return sparse < whole;
  }

  /** @param places ascending @returns by place in the list; negative for places that belong to nobody */
  keysOf(segment: Segment, places: Int32Array): Int32Array {
    segment.encode(this.question.clock);
    const { requirements } = this.question;
    const count = places.length;
    const fits = new Int32Array(requirements.length * count);
    const met = new Uint8Array(requirements.length * count);
    const tables = this.question.tables;
    requirements.forEach((requirement, row) => {
      this.look(segment, requirement, requirement.lists, places, (index, entry) => {
        const cell = row * count + index;
        const fit = tables.fits[entry] as number;
        if (fit > (fits[cell] as number)) fits[cell] = fit;
        if (tables.meets[entry] === 1) met[cell] = 1;
      });
    });
    return places.map((place, index) => {
      if (segment.absent.has(place)) return ABSENT;
      const changed = segment.changed.get(place);
      if (changed === undefined) this.candidates.take(fits, met, index, count);
      else this.candidates.read(changed);
      return this.key();
    });
  }

  /**
   * Those who may have met every must, from the postings of the rarest one, ascending; everyone else has not.
   *
   * @returns null when no must can be started from
   */
  survivors(segment: Segment): Int32Array | null {
    const start = this.rarestMust(segment);
    if (start === null) return null;
    segment.encode(this.question.clock);
    const { meets } = this.question.tables;
    const found: number[] = [...segment.changed.keys()];
    const seen = (this.seen ??= new Int32Array(SEGMENT_SIZE));
    const round = (this.round += 1);
    for (const place of segment.changed.keys()) seen[place] = round;
    for (const place of segment.absent) seen[place] = round;
    eachPosting(segment, start, true, (place, entry) => {
      if (meets[entry] === 0 || seen[place] === round) return;
      seen[place] = round;
      found.push(place);
    });
    const places = Int32Array.from(found).sort();
    const musts = this.conditions.gates.filter(({ counts }) => counts === OPEN_MUST);
    return musts.reduce<Int32Array>((left, gate) => this.passing(segment, gate, left), places);
  }

  /** @param places of whom those are left who may pass the gate */
  private passing(segment: Segment, { members, needed }: Gate, places: Int32Array): Int32Array {
    if (places.length === 0) return places;
    const { meets } = this.question.tables;
    const [count, last] = [new Int32Array(places.length), new Int32Array(places.length).fill(-1)];
    for (const member of members) {
      const requirement = this.question.requirements[member] as PreparedRequirement;
      const full = requirement.lists.filter(({ isFull }) => isFull);
      this.look(segment, requirement, full, places, (index, entry) => {
        if (meets[entry] === 0 || last[index] === member) return;
        last[index] = member;
        count[index] = (count[index] as number) + 1;
      });
    }
    return places.filter((place, index) => segment.changed.has(place) || (count[index] as number) >= needed);
  }

  private rarestMust(segment: Segment): PreparedRequirement | null {
    let [rarest, least]: [PreparedRequirement | null, number] = [null, Infinity];
    for (const { members, counts } of this.conditions.gates) {
      if (counts !== OPEN_MUST || members.length > 1) continue;
      const requirement = this.question.requirements[members[0] as number] as PreparedRequirement;
      const length = requirement.lists.reduce(
        (sum, { competency, isFull }) =>
          isFull ? sum + segment.end(RUNS.further, competency) - segment.start(RUNS.first, competency) : sum,
        0,
      );
      if (length < least) [rarest, least] = [requirement, length];
    }
    return rarest;
  }

  private look(
    segment: Segment,
    { notBefore }: PreparedRequirement,
    lists: readonly AskedList[],
    places: Int32Array,
    visit: (index: number, entry: number) => void,
  ): void {
    const { postings, since, milliseconds } = segment;
    for (const { competency, table } of lists) {
      for (const run of [RUNS.first, RUNS.further]) {
        probe(postings, segment.start(run, competency), segment.end(run, competency), places, (index, at) => {
          if (notBefore !== null && isBefore(notBefore, since[at] as number, milliseconds?.[at] ?? 0)) return;
          visit(index, table + ((postings[at] as number) & GRADE_MASK));
        });
      }
    }
  }

  private key(): number {
    const { sums, gates, bandGates } = this.conditions;
    const points = sums.reduce((sum, { members, most }) => sum + this.candidates.points(members, most), 0);
    return keyOf(points, this.candidates.open(gates), bandGates);
  }
}
