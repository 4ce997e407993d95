import { LinearMemory, type WasmMemory } from './linear-memory.js';

const PAGE = 65_536;

/** Counts the pages it was asked for. */
function memoryOf(pages: number): { memory: LinearMemory; pages: () => number } {
  let size = pages;
  const fake = {
    buffer: new SharedArrayBuffer(64 * PAGE),
    grow: (more: number) => (size += more),
  };
  const wasm: WasmMemory = {
    get buffer() {
      return Object.defineProperty(fake.buffer, 'byteLength', { value: size * PAGE, configurable: true });
    },
    grow: fake.grow,
  };
  return { memory: new LinearMemory(wasm), pages: () => size };
}

describe('the linear memory', () => {
  it('gives arrays that do not overlap, and leaves the first page alone', () => {
    const { memory } = memoryOf(4);
    const arrays = [5, 100, 16, 1].map((length, at) => memory.allocate(length).fill(at + 1));
    expect(arrays.map((array) => [...new Set(array)])).toEqual([[1], [2], [3], [4]]);
    expect(arrays[0]?.byteOffset).toBe(PAGE);
  });

  it('uses a gap again that is large enough, and joins neighbouring gaps', () => {
    const { memory } = memoryOf(4);
    const [a, b, c, d] = [16, 16, 16, 16].map((length) => memory.allocate(length)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    memory.release(a);
    memory.release(c);
    memory.release(b);
    const joined = memory.allocate(48);
    expect(joined.byteOffset).toBe(a.byteOffset);
    memory.release(joined);
    memory.release(d);
    expect(memory.allocate(64).byteOffset).toBe(a.byteOffset);
  });

  it('grows by as many pages as are missing', () => {
    const { memory, pages } = memoryOf(2);
    memory.allocate(PAGE);
    // 1 page before it and 4 pages of words
    expect(pages()).toBe(5);
  });

  it('takes an array back once', () => {
    const { memory } = memoryOf(4);
    const array = memory.allocate(16);
    memory.release(array);
    memory.release(array);
    expect([memory.allocate(16).byteOffset, memory.allocate(16).byteOffset]).toEqual([PAGE, PAGE + 64]);
  });
});
