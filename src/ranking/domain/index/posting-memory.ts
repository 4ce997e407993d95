/** Where the arrays that a kernel reads are kept. Contents of a new array are undefined. */
export interface PostingMemory {
  allocate(length: number): Int32Array;
  /** The array must not be read again. */
  release(array: Int32Array): void;
}

/** Arrays of their own, left to the garbage collector. */
export class PlainMemory implements PostingMemory {
  allocate(length: number): Int32Array {
    return new Int32Array(length);
  }

  release(): void {
    // Nothing refers to it any more.
  }
}
