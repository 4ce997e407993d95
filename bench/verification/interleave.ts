/** One operation; what it returns says whether the document was found good. */
export type Contender = (at: number) => boolean | Promise<boolean>;

/** Microseconds an operation took, one figure for each round. */
export interface Timing {
  readonly cpu: number[];
  readonly wall: number[];
}

export interface Rounds {
  readonly rounds: number;
  readonly ms: number;
  readonly warmMs: number;
}

/**
 * Lets each contender work for `ms` in every round, in an order that turns from round to round, so that what else the
 * machine does meets all of them. CPU time is that of the process with all its threads.
 */
export async function interleave(
  contenders: Readonly<Record<string, Contender>>,
  { rounds, ms, warmMs }: Rounds,
): Promise<Record<string, Timing>> {
  const names = Object.keys(contenders);
  const timings = Object.fromEntries(names.map((name): [string, Timing] => [name, { cpu: [], wall: [] }]));
  for (const contender of Object.values(contenders)) await burst(contender, warmMs);
  for (let round = 0; round < rounds; round += 1)
    for (const [turn] of names.entries()) {
      const name = names[(turn + round) % names.length] ?? '';
      const contender = contenders[name];
      if (!contender) continue;
      const { cpu, wall } = await burst(contender, ms);
      timings[name]?.cpu.push(cpu);
      timings[name]?.wall.push(wall);
    }
  return timings;
}

async function burst(contender: Contender, ms: number): Promise<{ cpu: number; wall: number }> {
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  let done = 0;
  do {
    await contender(done);
    done += 1;
  } while (performance.now() - begun < ms);
  const wall = ((performance.now() - begun) * 1000) / done;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpu: (user + system) / done, wall };
}

/** How many times one took what the other took: the median of the rounds' ratios, in CPU time and in wall time. */
export function ratioOf(one: Timing | undefined, other: Timing | undefined): { cpu: number; wall: number } {
  const of = (a: readonly number[] = [], b: readonly number[] = []): number =>
    median(a.map((value, round) => value / (b[round] ?? NaN)));
  return { cpu: of(one?.cpu, other?.cpu), wall: of(one?.wall, other?.wall) };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
