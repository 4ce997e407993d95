import { CandidateScorer } from './candidate-scorer.js';
import { eachPosting } from './each-posting.js';
import { inPool } from './pool-of-segment.js';
import type { PreparedQuestion } from './question.js';
import { type Segment, SEGMENT_SIZE } from './segment.js';

/** As in a tally of the domain: patterns of met conditions with how many candidates have each. */
export interface IndexTally {
  readonly words: number;
  readonly patterns: Uint32Array;
  readonly counts: Uint32Array;
  readonly poolSize: number;
}

/** @param pool ordinals, ascending; null: everyone */
export function tallySegments(
  segments: readonly Segment[],
  question: PreparedQuestion,
  pool: Int32Array | null,
): IndexTally {
  const words = Math.max(1, Math.ceil(question.requirements.length / 32));
  const counted = new PatternCounts(words);
  const bits = Array.from({ length: words }, () => new Uint32Array(SEGMENT_SIZE));
  const candidates = new CandidateScorer(question);
  for (const segment of segments) {
    const places = pool === null ? null : inPool(segment, pool);
    if (places?.length === 0) continue;
    segment.encode(question.clock);
    for (const word of bits) word.fill(0, 0, segment.size);
    markMet(segment, question, bits);
    for (const [place, pack] of segment.changed) {
      candidates.read(pack);
      for (const word of bits) word[place] = 0;
      question.requirements.forEach((_, condition) => {
        if (candidates.isMet(condition)) mark(bits, place, condition);
      });
    }
    const count = (place: number) => {
      if (!segment.absent.has(place)) counted.add(bits, place);
    };
    if (places === null) for (let place = 0; place < segment.size; place += 1) count(place);
    else places.forEach(count);
  }
  return counted.tally();
}

function markMet(segment: Segment, question: PreparedQuestion, bits: readonly Uint32Array[]): void {
  const { meets } = question.tables;
  question.requirements.forEach((requirement, condition) => {
    const word = bits[condition >>> 5] as Uint32Array;
    const bit = 1 << (condition & 31);
    eachPosting(segment, requirement, true, (place, entry) => {
      if (meets[entry] === 1) word[place] = (word[place] as number) | bit;
    });
  });
}

function mark(bits: readonly Uint32Array[], place: number, condition: number): void {
  const word = bits[condition >>> 5] as Uint32Array;
  word[place] = (word[place] as number) | (1 << (condition & 31));
}

/** Counts patterns of some words each, by hashing into an open table that doubles when half full. */
class PatternCounts {
  private slots = new Int32Array(1024).fill(-1);
  private patterns: Uint32Array;
  private counts = new Uint32Array(512);
  private entries = 0;
  private poolSize = 0;

  constructor(private readonly words: number) {
    this.patterns = new Uint32Array(512 * words);
  }

  add(bits: readonly Uint32Array[], place: number): void {
    this.poolSize += 1;
    const slot = this.slotOf((word) => (bits[word] as Uint32Array)[place] as number);
    const known = this.slots[slot] as number;
    if (known >= 0) {
      this.counts[known] = (this.counts[known] as number) + 1;
      return;
    }
    for (let word = 0; word < this.words; word += 1) {
      this.patterns[this.entries * this.words + word] = (bits[word] as Uint32Array)[place] as number;
    }
    this.counts[this.entries] = 1;
    this.slots[slot] = this.entries;
    this.entries += 1;
    if (this.entries * 2 >= this.slots.length) this.grow();
  }

  tally(): IndexTally {
    const { words, entries, poolSize } = this;
    return {
      words,
      patterns: this.patterns.slice(0, entries * words),
      counts: this.counts.slice(0, entries),
      poolSize,
    };
  }

  private slotOf(wordAt: (word: number) => number): number {
    let hash = 0;
    for (let word = 0; word < this.words; word += 1) hash = Math.imul(hash ^ wordAt(word), 0x9e3779b1);
    const mask = this.slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] as number;
      if (entry < 0) return slot;
      let word = 0;
      while (word < this.words && this.patterns[entry * this.words + word] === wordAt(word)) word += 1;
      if (word === this.words) return slot;
    }
  }

  private grow(): void {
    const { patterns, counts, words } = this;
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    this.patterns = new Uint32Array(patterns.length * 2);
    this.patterns.set(patterns);
    this.counts = new Uint32Array(counts.length * 2);
    this.counts.set(counts);
    for (let entry = 0; entry < this.entries; entry += 1) {
      this.slots[this.slotOf((word) => patterns[entry * words + word] as number)] = entry;
    }
  }
}
