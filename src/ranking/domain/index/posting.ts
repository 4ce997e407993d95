import type { HoldingVerdict } from '../holding.js';

/** The verdicts in the order of their numbers in a code. */
export const VERDICTS: readonly HoldingVerdict[] = ['verified', 'unverifiable', 'failed'];

/** Codes of verified holdings are 0 to 1009, so that ten bits hold them. */
export const VERIFIED_CODES = 1010;

/** Milliseconds since 1970 that the words of a pack count their seconds from. */
export const SINCE_EPOCH_MS = 567_993_600_000;
export const UNTIL_EPOCH_MS = 2_147_483_648_000;

/** The word for a time that the credential does not state. */
export const SINCE_UNSAID = -2_147_483_648;
export const UNTIL_UNSAID = 2_147_483_647;

/**
 * Instants for which the words of a pack decide exactly what the times themselves do: whether a credential has ended,
 * and whether it is older than up to 1200 months. Beyond them times are cut off that could make a difference.
 */
export const EXACT_FROM = new Date('2020-01-01T00:00:00Z');
export const EXACT_BEFORE = new Date('2056-01-01T00:00:00Z');

/** One holding as a pack has it. */
export interface Posting {
  /** Number of the competency in the organization. */
  readonly number: number;
  readonly verdict: HoldingVerdict;
  /** 0: unknown. */
  readonly level: number;
  readonly strength: number;
  /** Milliseconds since 1970; -Infinity when not stated. */
  readonly sinceMs: number;
  /** Milliseconds since 1970; Infinity when it has no end. */
  readonly untilMs: number;
}

/** What is in the lower twelve bits of a posting's first word. */
export function codeOf(verdict: number, level: number, strength: number): number {
  return (verdict * 10 + level) * 101 + strength;
}

/** @param bytes of a pack, big-endian as the database writes them */
export function wordsOf(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(bytes.byteLength >>> 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < words.length; index += 1) words[index] = view.getInt32(index * 4);
  return words;
}

/** @param words of one pack, the first of which says how many words each posting has */
export function postingsOf(words: Int32Array): Posting[] {
  const [size = 3] = words;
  const postings: Posting[] = [];
  for (let at = 1; at < words.length; at += size) {
    const [first, since, until] = words.subarray(at, at + 3) as unknown as [number, number, number];
    const milliseconds = size === 4 ? (words[at + 3] as number) : 0;
    const code = first & 4095;
    const graded = Math.floor(code / 101);
    postings.push({
      number: first >> 12,
      verdict: VERDICTS[Math.floor(graded / 10)] as HoldingVerdict,
      level: graded % 10,
      strength: code % 101,
      sinceMs: since === SINCE_UNSAID ? -Infinity : since * 1000 + SINCE_EPOCH_MS + (milliseconds >>> 16),
      untilMs: until === UNTIL_UNSAID ? Infinity : until * 1000 + UNTIL_EPOCH_MS + (milliseconds & 0xffff),
    });
  }
  return postings;
}
