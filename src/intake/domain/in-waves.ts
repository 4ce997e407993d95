/**
 * Puts things that are done in order into groups that can each be done at once: no two of a group touch the same, and
 * whatever touches the same as an earlier thing comes in a later group than it.
 *
 * @param touched for each thing, names of what it touches
 * @returns positions of the things, group by group
 */
export function inWaves(touched: readonly (readonly string[])[]): number[][] {
  const waves: number[][] = [];
  const lastWave = new Map<string, number>();
  touched.forEach((names, position) => {
    const wave = Math.max(-1, ...names.map((name) => lastWave.get(name) ?? -1)) + 1;
    for (const name of names) lastWave.set(name, wave);
    (waves[wave] ??= []).push(position);
  });
  return waves;
}
