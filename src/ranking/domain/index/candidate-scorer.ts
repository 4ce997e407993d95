import type { Gate } from './conditions.js';
import { endedAt, isBefore } from './packed-time.js';
import { VERIFIED_CODES } from './posting.js';
import type { PreparedQuestion, PreparedRequirement } from './question.js';

/**
 * One candidate at a time, from a pack: for candidates who changed since their segment was built, and for short lists of
 * candidates.
 */
export class CandidateScorer {
  private readonly asking = new Map<number, { requirement: number; table: number }[]>();
  private readonly fits: Int32Array;
  private readonly met: Uint8Array;

  constructor(private readonly question: PreparedQuestion) {
    question.requirements.forEach(({ lists }, requirement) => {
      for (const { competency, table } of lists) {
        const known = this.asking.get(competency);
        if (known === undefined) this.asking.set(competency, [{ requirement, table }]);
        else known.push({ requirement, table });
      }
    });
    this.fits = new Int32Array(question.requirements.length);
    this.met = new Uint8Array(question.requirements.length);
  }

  /** Reads a pack; the answers of the other methods are about it until the next one. */
  read(words: Int32Array): void {
    const { fits, met, question } = this;
    fits.fill(0);
    met.fill(0);
    const size = words[0] as number;
    for (let at = 1; at < words.length; at += size) {
      const word = words[at] as number;
      const code = word & 4095;
      const asking = code < VERIFIED_CODES ? this.asking.get(word >> 12) : undefined;
      if (asking === undefined) continue;
      const milliseconds = size === 4 ? (words[at + 3] as number) : 0;
      if (endedAt(question.clock, words[at + 2] as number, milliseconds)) continue;
      for (const { requirement, table } of asking) {
        const { notBefore } = question.requirements[requirement] as PreparedRequirement;
        if (notBefore !== null && isBefore(notBefore, words[at + 1] as number, milliseconds)) continue;
        const fit = question.tables.fits[table + code] as number;
        if (fit > (fits[requirement] as number)) fits[requirement] = fit;
        if (question.tables.meets[table + code] === 1) met[requirement] = 1;
      }
    }
  }

  /** Takes what was found elsewhere about one of `count` candidates: a row for each requirement, a column for each of them. */
  take(fits: Int32Array, met: Uint8Array, column: number, count: number): void {
    for (let row = 0; row < this.fits.length; row += 1) {
      this.fits[row] = fits[row * count + column] as number;
      this.met[row] = met[row * count + column] as number;
    }
  }

  /** @param members all requirements of the sum @param most only so many of them, those with the most points */
  points(members: readonly number[], most: number): number {
    const points = members.map((index) => {
      const { weight } = this.question.requirements[index] as PreparedRequirement;
      return weight * (this.fits[index] as number);
    });
    if (most < points.length) points.sort((a, b) => b - a).length = most;
    return points.reduce((sum, value) => sum + value, 0);
  }

  /** @returns the open gates added up */
  open(gates: readonly Gate[]): number {
    return gates.reduce((sum, { members, needed, counts }) => {
      const met = members.filter((index) => this.isMet(index)).length;
      return met >= needed ? sum + counts : sum;
    }, 0);
  }

  isMet(requirement: number): boolean {
    return this.met[requirement] === 1;
  }
}
