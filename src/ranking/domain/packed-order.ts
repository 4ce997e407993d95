import { type Band, BANDS } from './gates.js';
import type { PoolStanding } from './pool-standing.js';

/** The order of a pool in few bytes, for several pools of many people to be kept at once. */
export class PackedOrder {
  private readonly ordinals: Float64Array;
  private readonly scores: Float64Array;
  private readonly bands: Uint8Array;

  constructor(standings: readonly PoolStanding[]) {
    this.ordinals = Float64Array.from(standings, ({ ordinal }) => ordinal);
    this.scores = Float64Array.from(standings, ({ score }) => score);
    this.bands = Uint8Array.from(standings, ({ band }) => BANDS.indexOf(band));
  }

  /** @param people knows the ids; who is not among them any more is left out */
  unpack(people: readonly PoolStanding[]): PoolStanding[] {
    const idOf = new Map(people.map(({ ordinal, candidateId }) => [ordinal, candidateId]));
    return [...this.ordinals].flatMap((ordinal, at) => {
      const candidateId = idOf.get(ordinal);
      if (candidateId === undefined) return [];
      return [
        { candidateId, ordinal, band: BANDS[this.bands[at] as number] as Band, score: this.scores[at] as number },
      ];
    });
  }
}
