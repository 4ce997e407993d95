import { type BandGates, type KeyBounds, type KeyCounts, QUALIFIED, READY_SOON } from './kernel.js';

/** The keys of a range of places; closures, as the loops over postings are. */
export function orderLoops(points: Int32Array, open: Int32Array, found: Int32Array, foundKeys: Int32Array) {
  /** Keeps a place that is within the bounds. @returns how many are kept now */
  const keep = (place: number, key: number, floor: number, ceiling: number, kept: number): number => {
    if (key <= floor || key > ceiling) return kept;
    found[kept] = place;
    foundKeys[kept] = key;
    return kept + 1;
  };

  /** @returns how many of four places have a negative number; -1 when one of them is above `low` */
  const absentBelow = (place: number, low: number): number => {
    const a = points[place] as number;
    const b = points[place + 1] as number;
    const c = points[place + 2] as number;
    const d = points[place + 3] as number;
    if (((low - a) | (low - b) | (low - c) | (low - d)) < 0) return -1;
    return (a >>> 31) + (b >>> 31) + (c >>> 31) + (d >>> 31);
  };

  return {
    /** Nothing gates, so that everyone is qualified. */
    byPoints: (from: number, to: number, { floor, ceiling }: KeyBounds): KeyCounts => {
      const low = (Math.min(floor, ceiling) - QUALIFIED) | 0;
      let absent = 0;
      let above = 0;
      let kept = 0;
      for (let place = from; place < to; place += 4) {
        const end = Math.min(to, place + 4);
        const passed = end - place < 4 ? -1 : absentBelow(place, low);
        if (passed >= 0) {
          absent += passed;
          continue;
        }
        for (let one = place; one < end; one += 1) {
          const key = ((points[one] as number) + QUALIFIED) | 0;
          absent += key >>> 31;
          above += (ceiling - key) >>> 31;
          kept = keep(one, key, floor, ceiling, kept);
        }
      }
      const all = to - from - absent;
      return { all, qualified: all, readySoon: 0, above, found: kept };
    },

    byBand: (from: number, to: number, gates: BandGates, { floor, ceiling }: KeyBounds): KeyCounts => {
      const { qualified: full, musts } = gates;
      let absent = 0;
      let unready = 0;
      let unqualified = 0;
      let above = 0;
      let kept = 0;
      for (let place = from; place < to; place += 1) {
        const own = open[place] as number;
        const band = own === full ? QUALIFIED : own >>> 16 === musts ? READY_SOON : 0;
        const key = ((points[place] as number) + band) | 0;
        // Without branches: half of the candidates go either way.
        absent += key >>> 31;
        unready += (key - READY_SOON) >>> 31;
        unqualified += (key - QUALIFIED) >>> 31;
        above += (ceiling - key) >>> 31;
        if (key > floor) kept = keep(place, key, floor, ceiling, kept);
      }
      const count = to - from;
      const counts = { all: count - absent, qualified: count - unqualified, readySoon: unqualified - unready };
      return { ...counts, above, found: kept };
    },
  };
}
