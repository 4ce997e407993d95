import { type ClockWords, endedAt } from './packed-time.js';
import { BLOCK_HEAD, blockOf, type PackBlock } from './pack-block.js';
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
  starts: Int32Array;
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
    public competencies: number,
    blocks: readonly PackBlock[],
  ) {
    this.build(blocks, competencies);
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
    this.build([blockOf(this.changed)], competencies);
  }

  release(): void {
    this.memory.release(this.postings);
    this.memory.release(this.starts);
  }

  private bucket(run: number, competency: number): number {
    return bucketOf(run, competency, this.competencies);
  }

  private build(blocks: readonly PackBlock[], competencies: number): void {
    const counts = this.memory.allocate(3 * competencies + 1).fill(0);
    const kept = this.eachKept((run, competency) => {
      const bucket = bucketOf(run, competency, competencies) + 1;
      counts[bucket] = (counts[bucket] as number) + 1;
    });
    let fine = this.milliseconds !== null;
    for (const block of blocks) if (countPostings(block, competencies, counts)) fine = true;
    for (let bucket = 1; bucket < counts.length; bucket += 1) {
      counts[bucket] = (counts[bucket] as number) + (counts[bucket - 1] as number);
    }
    const total = counts[3 * competencies] as number;
    const next = new Int32Array(counts);
    const to: Columns = {
      postings: this.memory.allocate(total),
      since: new Int32Array(total),
      until: new Int32Array(total),
      milliseconds: fine ? new Int32Array(total) : null,
    };
    if (kept > 0) {
      this.eachKept((run, competency, at) => {
        const bucket = bucketOf(run, competency, competencies);
        const place = next[bucket] as number;
        next[bucket] = place + 1;
        to.postings[place] = this.postings[at] as number;
        to.since[place] = this.since[at] as number;
        to.until[place] = this.until[at] as number;
        if (to.milliseconds !== null) to.milliseconds[place] = this.milliseconds?.[at] ?? 0;
      });
    }
    for (const block of blocks) takePostings(block, competencies, next, to);
    this.markGaps(blocks);
    if (this.postings !== undefined) this.release();
    Object.assign(this, { ...to, starts: counts, competencies, encodedFor: null });
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

  private markGaps(blocks: readonly PackBlock[]): void {
    if (this.size > 0) return;
    const present = new Uint8Array(SEGMENT_SIZE);
    for (const block of blocks) {
      for (let at = 0; at < block.length; at += BLOCK_HEAD + (block[at + 1] as number)) {
        const place = (block[at] as number) & (SEGMENT_SIZE - 1);
        present[place] = 1;
        this.size = Math.max(this.size, place + 1);
      }
    }
    for (let place = 0; place < this.size; place += 1) if (present[place] === 0) this.absent.add(place);
  }
}

interface Columns {
  readonly postings: Int32Array;
  readonly since: Int32Array;
  readonly until: Int32Array;
  readonly milliseconds: Int32Array | null;
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

/**
 * Postings of a pack are sorted by competency and verdict, so the first of a competency is verified if any is.
 *
 * @param counts gets one more in the bucket after that of each posting
 * @returns whether any pack tells milliseconds
 */
function countPostings(block: PackBlock, competencies: number, counts: Int32Array): boolean {
  let fine = false;
  for (let pack = 0; pack < block.length;) {
    const from = pack + BLOCK_HEAD;
    const end = from + (block[pack + 1] as number);
    const size = block[from] as number;
    if (size === 4) fine = true;
    let before = -1;
    for (let at = from + 1; at < end; at += size) {
      const word = block[at] as number;
      const bucket = bucketOfWord(word, before, competencies) + 1;
      counts[bucket] = (counts[bucket] as number) + 1;
      before = word >> 12;
    }
    pack = end;
  }
  return fine;
}

/** @param next by bucket where its next posting goes; moved on */
function takePostings(
  block: PackBlock,
  competencies: number,
  next: Int32Array,
  { postings, since, until, milliseconds }: Columns,
): void {
  for (let pack = 0; pack < block.length;) {
    const place = (block[pack] as number) << SEGMENT_BITS;
    const from = pack + BLOCK_HEAD;
    const end = from + (block[pack + 1] as number);
    const size = block[from] as number;
    let before = -1;
    for (let at = from + 1; at < end; at += size) {
      const word = block[at] as number;
      const bucket = bucketOfWord(word, before, competencies);
      const to = next[bucket] as number;
      next[bucket] = to + 1;
      const code = word & 4095;
      postings[to] = place | (code >= VERIFIED_CODES ? code - VERIFIED_CODES : code);
      since[to] = block[at + 1] as number;
      until[to] = block[at + 2] as number;
      if (milliseconds !== null && size === 4) milliseconds[to] = block[at + 3] as number;
      before = word >> 12;
    }
    pack = end;
  }
}

function bucketOfWord(word: number, before: number, competencies: number): number {
  const competency = word >> 12;
  if ((word & 4095) >= VERIFIED_CODES) return 2 * competencies + competency;
  return 2 * competency + (competency === before ? 1 : 0);
}
