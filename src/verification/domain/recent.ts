/**
 * What was worked out lately, by name: at most `most` entries (two at least). What is asked for again stays; of the rest the older half
 * goes at once, which costs less than moving an entry to the end with every question.
 * For results that are the same whenever they are worked out.
 */
export class Recent<T> {
  private younger = new Map<string, T>();
  private older = new Map<string, T>();

  private readonly half: number;

  constructor(most: number) {
    this.half = Math.max(1, Math.floor(most / 2));
  }

  get size(): number {
    return this.younger.size + this.older.size;
  }

  /** The result kept under `name`, or made now and kept. What `make` throws is not kept. */
  of(name: string, make: () => T): T {
    const known = this.younger.get(name);
    if (known !== undefined) return known;
    const made = this.older.get(name) ?? make();
    this.older.delete(name);
    if (this.younger.size >= this.half) {
      this.older = this.younger;
      this.younger = new Map();
    }
    this.younger.set(name, made);
    return made;
  }
}
