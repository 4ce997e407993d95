/** An index of one framework version, and how much of the memory it takes in labels. */
export interface VersionIndex {
  readonly labels: { readonly length: number };
}

/**
 * Indexes of framework versions in this process, built when first asked for. A version never changes, so an index is
 * never out of date: an import brings a new version, and the old one's index goes when it is the longest unused.
 */
export class VersionIndexes<T extends VersionIndex> {
  /** The longest unused first. */
  private readonly kept = new Map<string, T>();
  private readonly building = new Map<string, Promise<T>>();

  /** @param maxLabels indexes of so many labels together are kept; a larger one is kept alone */
  constructor(
    private readonly build: (organizationId: string, versionId: string) => Promise<T>,
    private readonly maxLabels: number,
  ) {}

  /** Asked for twice at the same time, it is built once. */
  async of(organizationId: string, versionId: string): Promise<T> {
    const key = `${organizationId} ${versionId}`;
    const kept = this.kept.get(key);
    if (kept !== undefined) {
      this.keep(key, kept);
      return kept;
    }
    const running = this.building.get(key);
    if (running !== undefined) return running;
    const building = this.build(organizationId, versionId);
    this.building.set(key, building);
    try {
      const index = await building;
      this.keep(key, index);
      return index;
    } finally {
      this.building.delete(key);
    }
  }

  private keep(key: string, index: T): void {
    this.kept.delete(key);
    this.kept.set(key, index);
    let labels = [...this.kept.values()].reduce((sum, { labels: its }) => sum + its.length, 0);
    for (const [oldest, { labels: its }] of this.kept) {
      if (labels <= this.maxLabels || oldest === key) break;
      this.kept.delete(oldest);
      labels -= its.length;
    }
  }
}
