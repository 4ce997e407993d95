import { type ClockWords, endedAt } from './packed-time.js';
import type { PostingMemory } from './posting-memory.js';
import { VERIFIED_CODES } from './posting.js';

/** Candidates per segment, so that a place in it takes 16 bits. */
export const SEGMENT_BITS = 16;
export const SEGMENT_SIZE = 1 << SEGMENT_BITS;

/** Lower bits of a posting that name its grade: a code, with `ENDED` for a credential that has ended. */
export const GRADE_MASK = 2047;
export const ENDED = 1024;

/** The runs of a competency: at most one verified posting of each candidate, their further ones, the unverified. */
export const RUNS = { first: 0, further: 1, unverified: 2 } as const;

/** One candidate's pack: place in the segment, and the words of the pack. */
export interface PlacedPack {
  readonly place: number;
  readonly words: Int32Array;
}

/**
 * Up to 65,536 candidates by competency. Postings of one competency lie together in three runs; `postings` holds place
 * and grade, the parallel arrays the times. What changed since it was built is in `changed`, as packs, and counts instead.
 */
export class Segment {
  /** place << 16 | grade. */
  postings: Int32Array;
  since: Int32Array;
  until: Int32Array;
  /** Milliseconds of both, as in packs; null while all times are at full seconds. */
  milliseconds: Int32Array | null = null;
  /** By bucket where a run begins; it ends where the next bucket begins. */
  starts: Uint32Array;
  /** Places up to the last candidate's. */
  size = 0;
  readonly changed = new Map<number, Int32Array>();
  /** Places below `size` that belong to nobody in the pool. */
  readonly absent = new Set<number>();
  /** The instant of the marks, and the seconds next to it at which a credential ends. */
  private encodedFor: { clock: ClockWords; after: number; before: number } | null = null;

  constructor(
    private readonly memory: PostingMemory,
    readonly firstOrdinal: number,
    private competencies: number,
    packs: readonly PlacedPack[],
  ) {
    this.build(packs, competencies);
  }

  /** Bounds of one run; both equal when the segment knows nothing of it. */
  start(run: number, competency: number): number {
    return competency < this.competencies ? (this.starts[this.bucket(run, competency)] as number) : 0;
  }

  end(run: number, competency: number): number {
    return competency < this.competencies ? (this.starts[this.bucket(run, competency) + 1] as number) : 0;
  }

  get bytes(): number {
    let changed = 0;
    for (const words of this.changed.values()) changed += words.byteLength + 64;
    const arrays = [this.postings, this.since, this.until, this.milliseconds, this.starts];
    return arrays.reduce((sum, array) => sum + (array?.byteLength ?? 0), changed);
  }

  /** Who the candidate at a place is from now on; null: nobody. */
  put(place: number, words: Int32Array | null): void {
    for (let gap = this.size; gap < place; gap += 1) this.absent.add(gap);
    this.size = Math.max(this.size, place + 1);
    if (words === null) {
      this.changed.delete(place);
      this.absent.add(place);
    } else {
      this.changed.set(place, words);
      this.absent.delete(place);
    }
  }

  /** Marks which postings have ended at an instant. Does nothing while no credential ends between the last one and it. */
  encode(clock: ClockWords): void {
    if (this.encodedFor !== null && isAlike(this.encodedFor, clock)) return;
    const { postings, until, milliseconds } = this;
    const verified = this.starts[2 * this.competencies] as number;
    let [after, before] = [-Infinity, Infinity];
    for (let at = 0; at < verified; at += 1) {
      const second = until[at] as number;
      if (second < clock.second || (second === clock.second && endedAt(clock, second, milliseconds?.[at] ?? 0))) {
        postings[at] = (postings[at] as number) | ENDED;
        if (second > after) after = second;
      } else {
        postings[at] = (postings[at] as number) & ~ENDED;
        if (second < before) before = second;
      }
    }
    this.encodedFor = { clock, after, before };
  }

  /** Takes what changed into the runs. @param competencies how many have a number now */
  rebuild(competencies: number): void {
    this.build(
      [...this.changed].map(([place, words]) => ({ place, words })),
      competencies,
    );
  }

  release(): void {
    this.memory.release(this.postings);
  }

  private bucket(run: number, competency: number): number {
    return bucketOf(run, competency, this.competencies);
  }

  private build(packs: readonly PlacedPack[], competencies: number): void {
    const counts = new Uint32Array(3 * competencies + 1);
    const kept = this.eachKept((run, competency) => {
      const bucket = bucketOf(run, competency, competencies) + 1;
      counts[bucket] = (counts[bucket] as number) + 1;
    });
    let fine = this.milliseconds !== null;
    for (const { words } of packs) {
      if (words[0] === 4) fine = true;
      eachPosting(words, (run, competency) => {
        const bucket = bucketOf(run, competency, competencies) + 1;
        counts[bucket] = (counts[bucket] as number) + 1;
      });
    }
    for (let bucket = 1; bucket < counts.length; bucket += 1) {
      counts[bucket] = (counts[bucket] as number) + (counts[bucket - 1] as number);
    }
    const total = counts[3 * competencies] as number;
    const next = counts.slice();
    const postings = this.memory.allocate(total);
    const since = new Int32Array(total);
    const until = new Int32Array(total);
    const milliseconds = fine ? new Int32Array(total) : null;
    if (kept > 0) {
      this.eachKept((run, competency, at) => {
        const bucket = bucketOf(run, competency, competencies);
        const to = next[bucket] as number;
        next[bucket] = to + 1;
        postings[to] = this.postings[at] as number;
        since[to] = this.since[at] as number;
        until[to] = this.until[at] as number;
        if (milliseconds !== null) milliseconds[to] = this.milliseconds?.[at] ?? 0;
      });
    }
    for (const { place, words } of packs) {
      eachPosting(words, (run, competency, grade, at) => {
        const bucket = bucketOf(run, competency, competencies);
        const to = next[bucket] as number;
        next[bucket] = to + 1;
        postings[to] = (place << SEGMENT_BITS) | grade;
        since[to] = words[at + 1] as number;
        until[to] = words[at + 2] as number;
        if (milliseconds !== null) milliseconds[to] = words[0] === 4 ? (words[at + 3] as number) : 0;
      });
    }
    this.markGaps(packs);
    if (this.postings !== undefined) this.release();
    Object.assign(this, { postings, since, until, milliseconds, starts: counts, competencies, encodedFor: null });
    this.changed.clear();
  }

  /** Postings of candidates who neither changed nor left. @returns how many */
  private eachKept(visit: (run: number, competency: number, at: number) => void): number {
    if (this.postings === undefined) return 0;
    let kept = 0;
    for (let run = 0; run < 3; run += 1) {
      for (let competency = 0; competency < this.competencies; competency += 1) {
        for (let at = this.start(run, competency); at < this.end(run, competency); at += 1) {
          const place = (this.postings[at] as number) >>> SEGMENT_BITS;
          if (this.changed.has(place) || this.absent.has(place)) continue;
          kept += 1;
          visit(run, competency, at);
        }
      }
    }
    return kept;
  }

  private markGaps(packs: readonly PlacedPack[]): void {
    if (this.size > 0 || packs.length === 0) return;
    const present = new Uint8Array(SEGMENT_SIZE);
    for (const { place } of packs) {
      present[place] = 1;
      this.size = Math.max(this.size, place + 1);
    }
    for (let place = 0; place < this.size; place += 1) if (present[place] === 0) this.absent.add(place);
  }
}

/** Both runs of verified postings of a competency beside each other, since they are read together; then the unverified. */
function bucketOf(run: number, competency: number, competencies: number): number {
  return run === RUNS.unverified ? 2 * competencies + competency : 2 * competency + run;
}

/** Whether the same credentials have ended at both instants. */
function isAlike({ clock, after, before }: { clock: ClockWords; after: number; before: number }, other: ClockWords) {
  const isSame = clock.second === other.second && clock.millisecond === other.millisecond;
  return isSame || (after < other.second && other.second < before);
}

/** Postings are sorted by competency and verdict, so the first of a competency is verified if any is. */
function eachPosting(
  words: Int32Array,
  visit: (run: number, competency: number, grade: number, at: number) => void,
): void {
  const size = words[0] as number;
  let before = -1;
  for (let at = 1; at < words.length; at += size) {
    const word = words[at] as number;
    const competency = word >> 12;
    const code = word & 4095;
    if (code >= VERIFIED_CODES) visit(RUNS.unverified, competency, code - VERIFIED_CODES, at);
    else visit(competency === before ? RUNS.further : RUNS.first, competency, code, at);
    before = competency;
  }
}
