/**
 * Packs of many candidates behind each other, in words of this machine: for each candidate the ordinal, how many words the
 * pack has, and the pack.
 */
export type PackBlock = Int32Array;

/** Words before each pack of a block. */
export const BLOCK_HEAD = 2;

/** @param packs by ordinal, or by place in a segment */
export function blockOf(packs: ReadonlyMap<number, Int32Array>): PackBlock {
  let length = 0;
  for (const words of packs.values()) length += BLOCK_HEAD + words.length;
  const block = new Int32Array(length);
  let at = 0;
  for (const [ordinal, words] of packs) {
    block[at] = ordinal;
    block[at + 1] = words.length;
    block.set(words, at + BLOCK_HEAD);
    at += BLOCK_HEAD + words.length;
  }
  return block;
}
