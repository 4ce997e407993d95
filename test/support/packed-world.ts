import { strengthPercent, type ScorableHolding } from '../../src/ranking/domain/holding.js';
import type { Kernel } from '../../src/ranking/domain/index/kernel.js';
import { blockOf } from '../../src/ranking/domain/index/pack-block.js';
import { OrganizationIndex } from '../../src/ranking/domain/index/organization-index.js';
import {
  codeOf,
  SINCE_EPOCH_MS,
  SINCE_UNSAID,
  UNTIL_EPOCH_MS,
  UNTIL_UNSAID,
  VERDICTS,
} from '../../src/ranking/domain/index/posting.js';

/** The words of a pack, as the database writes them. */
export function packOf(holdings: readonly ScorableHolding[], numberOf: (competency: string) => number): Int32Array {
  const rows = holdings.map((holding) => {
    const level = holding.level ?? 0;
    const code = codeOf(VERDICTS.indexOf(holding.verdict), level, strengthPercent(holding));
    const since = holding.validFrom?.getTime();
    const until = holding.validUntil?.getTime();
    const milliseconds = (since === undefined ? 0 : mod(since) * 65_536) + (until === undefined ? 0 : mod(until));
    return [
      numberOf(holding.competencyId) * 4096 + code,
      since === undefined ? SINCE_UNSAID : Math.floor((since - SINCE_EPOCH_MS) / 1000),
      until === undefined ? UNTIL_UNSAID : Math.floor((until - UNTIL_EPOCH_MS) / 1000),
      milliseconds,
    ];
  });
  const size = rows.some(([, , , milliseconds]) => milliseconds !== 0) ? 4 : 3;
  rows.sort((a, b) => (a[0] as number) - (b[0] as number));
  return Int32Array.from([size, ...rows.flatMap((row) => row.slice(0, size))]);
}

const mod = (ms: number): number => ((ms % 1000) + 1000) % 1000;

/** An index beside the names of its world: candidates get ordinals 1, 2, 3... as they are put in. */
export class PackedWorld {
  readonly index: OrganizationIndex;
  private readonly numbers = new Map<string, number>();

  constructor(kernel: Kernel, competencies: readonly string[], people: readonly (readonly ScorableHolding[])[]) {
    this.index = new OrganizationIndex(kernel);
    for (const name of competencies) this.number(name);
    const packs = new Map(people.map((holdings, place) => [place + 1, this.pack(holdings)]));
    if (packs.size > 0) this.index.addSegment([blockOf(packs)]);
  }

  put(ordinal: number, holdings: readonly ScorableHolding[] | null): void {
    const words = holdings === null ? null : this.pack(holdings);
    this.index.apply([{ ordinal, words }]);
  }

  private pack(holdings: readonly ScorableHolding[]): Int32Array {
    return packOf(holdings, (name) => this.number(name));
  }

  private number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(name, number);
    this.index.addCompetency(name, number);
    return number;
  }
}
