/**
 * The best entries by key from high to low, then by ordinal from low to high. Entries may come in any order; `floor` is the
 * key that an entry must exceed to come in, given that ordinals are offered ascending.
 */
export class TopList {
  private readonly keys: Int32Array;
  private readonly ordinals: Int32Array;
  private size = 0;

  constructor(private readonly limit: number) {
    this.keys = new Int32Array(limit);
    this.ordinals = new Int32Array(limit);
  }

  get floor(): number {
    if (this.limit === 0) return 0x7fffffff;
    return this.size < this.limit ? -1 : (this.keys[0] as number);
  }

  offer(key: number, ordinal: number): void {
    if (this.size < this.limit) {
      this.size += 1;
      this.place(this.rise(this.size - 1, key, ordinal), key, ordinal);
    } else if (this.limit > 0 && this.isWorse(0, key, ordinal)) {
      this.place(this.sink(key, ordinal), key, ordinal);
    }
  }

  /** Best first. */
  sorted(): { key: number; ordinal: number }[] {
    const entries = Array.from({ length: this.size }, (_, at) => ({
      key: this.keys[at] as number,
      ordinal: this.ordinals[at] as number,
    }));
    return entries.sort((a, b) => b.key - a.key || a.ordinal - b.ordinal);
  }

  /** Whether the entry at a place of the heap stands below the given one. */
  private isWorse(at: number, key: number, ordinal: number): boolean {
    const own = this.keys[at] as number;
    return own < key || (own === key && (this.ordinals[at] as number) > ordinal);
  }

  private place(at: number, key: number, ordinal: number): void {
    this.keys[at] = key;
    this.ordinals[at] = ordinal;
  }

  private rise(from: number, key: number, ordinal: number): number {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isWorse(parent, key, ordinal)) break;
      this.place(at, this.keys[parent] as number, this.ordinals[parent] as number);
      at = parent;
    }
    return at;
  }

  private sink(key: number, ordinal: number): number {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) return at;
      const right = child + 1;
      if (right < this.size && this.isWorse(right, this.keys[child] as number, this.ordinals[child] as number)) {
        child = right;
      }
      if (!this.isWorse(child, key, ordinal)) return at;
      this.place(at, this.keys[child] as number, this.ordinals[child] as number);
      at = child;
    }
  }
}
