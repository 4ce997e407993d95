/** Numbers from 0 up to 1, the same for the same seed on every machine (xoshiro128**). */
export function chance(seed: number): () => number {
  let [a, b, c, d] = [seed >>> 0 || 1, 0x9e3779b9, 0x243f6a88, 0xb7e15162];
  const next = (): number => {
    const shifted = b << 9;
    let mixed = Math.imul(b, 5);
    mixed = Math.imul((mixed << 7) | (mixed >>> 25), 9);
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (mixed >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 20; warm += 1) next();
  return next;
}

/** Cumulative shares of a Zipf-Mandelbrot law over ranks. */
export function zipf(size: number, exponent: number, shift: number): Float64Array {
  const shares = Float64Array.from({ length: size }, (_, rank) => 1 / (rank + 1 + shift) ** exponent);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return shares.map((share) => (sum += share / total));
}

/** @returns the rank that a number from 0 to 1 falls on */
export function draw(cumulative: Float64Array, at: number): number {
  let [from, to] = [0, cumulative.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cumulative[middle] as number) < at) from = middle + 1;
    else to = middle;
  }
  return from;
}
