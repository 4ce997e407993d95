/**
 * What was worked out lately, by name: at most `most` entries, of which the one not asked for the longest goes first.
 * For results that are the same whenever they are worked out.
 */
export class Recent<T> {
  private readonly entries = new Map<string, T>();

  constructor(private readonly most: number) {}

  get size(): number {
    return this.entries.size;
  }

  /** The result kept under `name`, or made now and kept. What `make` throws is not kept. */
  of(name: string, make: () => T): T {
    const known = this.entries.get(name);
    if (known !== undefined) {
      this.entries.delete(name);
      this.entries.set(name, known);
      return known;
    }
    const made = make();
    this.entries.set(name, made);
    const [oldest] = this.entries.size > this.most ? this.entries.keys() : [];
    if (oldest !== undefined) this.entries.delete(oldest);
    return made;
  }
}
