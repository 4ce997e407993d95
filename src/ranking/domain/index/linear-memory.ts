import type { PostingMemory } from './posting-memory.js';

/** A shared WebAssembly memory: growing leaves the views that there are as they were. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
  /** @throws {RangeError} when there is no more */
  grow(pages: number): number;
}

const PAGE = 65_536;
const ALIGN = 64;

interface Block {
  readonly from: number;
  readonly bytes: number;
}

/** Arrays in a linear memory: the first gap that is large enough, else at the end. Neighbouring gaps become one. */
export class LinearMemory implements PostingMemory {
  private readonly used = new Map<number, number>();
  private gaps: Block[] = [];
  /** What is below, the first page, is left to the module. */
  static readonly firstFree = PAGE;
  /** Nothing is used from here on. */
  private end = LinearMemory.firstFree;

  constructor(private readonly memory: WasmMemory) {}

  allocate(length: number): Int32Array {
    const bytes = Math.max(ALIGN, Math.ceil((length * 4) / ALIGN) * ALIGN);
    const from = this.takeGap(bytes) ?? this.takeEnd(bytes);
    this.used.set(from, bytes);
    return new Int32Array(this.memory.buffer, from, length);
  }

  release(array: Int32Array): void {
    const from = array.byteOffset;
    const bytes = this.used.get(from);
    if (bytes === undefined) return;
    this.used.delete(from);
    const sorted = [...this.gaps, { from, bytes }].sort((a, b) => a.from - b.from);
    this.gaps = [];
    for (const gap of sorted) {
      const last = this.gaps.at(-1);
      if (last !== undefined && last.from + last.bytes === gap.from) {
        this.gaps[this.gaps.length - 1] = { from: last.from, bytes: last.bytes + gap.bytes };
      } else {
        this.gaps.push(gap);
      }
    }
    const last = this.gaps.at(-1);
    if (last !== undefined && last.from + last.bytes === this.end) {
      this.end = last.from;
      this.gaps.pop();
    }
  }

  private takeGap(bytes: number): number | undefined {
    const index = this.gaps.findIndex((gap) => gap.bytes >= bytes);
    const gap = this.gaps[index];
    if (gap === undefined) return undefined;
    const left = { from: gap.from + bytes, bytes: gap.bytes - bytes };
    this.gaps.splice(index, 1, ...(left.bytes > 0 ? [left] : []));
    return gap.from;
  }

  private takeEnd(bytes: number): number {
    const from = this.end;
    const missing = from + bytes - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    this.end = from + bytes;
    return from;
  }
}
