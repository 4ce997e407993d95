import { chance, draw, zipf } from './chance.js';

export const COMPETENCIES = 14_000;
const GROUPS = 640;
const OCCUPATIONS = 3_000;
/** The day of all questions; a holding with an end on it or before has ended. */
export const TODAY = 2_300;
export const NEVER = 65_535;

/** Competencies by number: their relations, and how often they are held. */
export interface Taxonomy {
  readonly groupOf: Uint16Array;
  /** From the narrower to the broader one. */
  readonly broader: readonly (readonly [number, number])[];
  readonly related: readonly (readonly [number, number])[];
  readonly drawLeaf: (at: number) => number;
  /** 0 is the most common one. */
  readonly rankOf: Uint16Array;
  readonly occupations: readonly (readonly number[])[];
  readonly occupationShares: Float64Array;
}

/** Holdings by candidate: those of candidate `i` are from `offsets[i]` to `offsets[i + 1]`. */
export interface Population {
  readonly size: number;
  readonly offsets: Uint32Array;
  readonly competency: Uint16Array;
  /** 1 to 5. */
  readonly level: Uint8Array;
  readonly strength: Uint8Array;
  /** Day on which it ends; NEVER for none. */
  readonly end: Uint16Array;
}

export function makeTaxonomy(seed = 7): Taxonomy {
  const random = chance(seed);
  const leaves = Uint16Array.from({ length: COMPETENCIES - GROUPS }, (_, at) => GROUPS + at);
  for (let at = leaves.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [leaves[at], leaves[other]] = [leaves[other] as number, leaves[at] as number];
  }
  const shares = zipf(leaves.length, 1, 10);
  const drawLeaf = (at: number): number => leaves[draw(shares, at)] as number;
  const rankOf = new Uint16Array(COMPETENCIES);
  leaves.forEach((competency, rank) => (rankOf[competency] = rank));
  const groupOf = new Uint16Array(COMPETENCIES);
  const members: number[][] = Array.from({ length: GROUPS }, () => []);
  for (let leaf = GROUPS; leaf < COMPETENCIES; leaf += 1) {
    groupOf[leaf] = Math.floor(random() * GROUPS);
    (members[groupOf[leaf] as number] as number[]).push(leaf);
  }
  const broader = new Map<string, [number, number]>();
  const related = new Map<string, [number, number]>();
  for (let leaf = GROUPS; leaf < COMPETENCIES; leaf += 1) {
    broader.set(`${leaf} ${groupOf[leaf]}`, [leaf, groupOf[leaf] as number]);
    // A fifth of the leaves has a few narrower ones; only upwards in number, so that there is no circle.
    if (random() < 0.2) {
      const peers = members[groupOf[leaf] as number] as number[];
      for (let count = 1 + Math.floor(random() * 6); count > 0; count -= 1) {
        const narrower = peers[Math.floor(random() * peers.length)] as number;
        if (narrower > leaf) broader.set(`${narrower} ${leaf}`, [narrower, leaf]);
      }
    }
    for (let count = Math.floor(random() * 4); count > 0; count -= 1) {
      const other = random() < 0.5 ? drawLeaf(random()) : GROUPS + Math.floor(random() * (COMPETENCIES - GROUPS));
      if (other !== leaf) related.set(`${leaf} ${other}`, [leaf, other]);
    }
  }
  const occupations = Array.from({ length: OCCUPATIONS }, () => {
    const size = 20 + Math.floor(random() * 40);
    const skills = new Set<number>();
    while (skills.size < size) skills.add(drawLeaf(random()));
    return [...skills];
  });
  const occupationShares = zipf(OCCUPATIONS, 0.8, 5);
  return {
    ...{ groupOf, drawLeaf, rankOf, occupations, occupationShares },
    broader: [...broader.values()],
    related: [...related.values()],
  };
}

/** Candidates of two occupations each, with 5 to 60 holdings, 25 on average; half of them end, about 5 % have ended. */
export function makePopulation(taxonomy: Taxonomy, size: number, seed = 1): Population {
  const random = chance(seed);
  const offsets = new Uint32Array(size + 1);
  const most = size * 30;
  const population = {
    ...{ size, offsets, competency: new Uint16Array(most), level: new Uint8Array(most) },
    ...{ strength: new Uint8Array(most), end: new Uint16Array(most) },
  };
  const seen = new Int32Array(COMPETENCIES).fill(-1);
  let at = 0;
  for (let candidate = 0; candidate < size; candidate += 1) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const wanted = Math.max(5, Math.min(60, Math.round(Math.exp(3.12 + 0.45 * normal))));
    const occupation = () => taxonomy.occupations[draw(taxonomy.occupationShares, random())] as readonly number[];
    const [first, second] = [occupation(), occupation()];
    for (let got = 0, tries = 0; got < wanted && tries < 400; tries += 1) {
      const where = random();
      const competency =
        where < 0.5
          ? (first[Math.floor(random() * first.length)] as number)
          : where < 0.7
            ? (second[Math.floor(random() * second.length)] as number)
            : taxonomy.drawLeaf(random());
      if (seen[competency] === candidate) continue;
      seen[competency] = candidate;
      population.competency[at] = competency;
      population.level[at] = 1 + Math.min(4, Math.floor(-Math.log(1 - random() * 0.97) * 1.5));
      population.strength[at] = 20 + Math.floor(80 * Math.sqrt(random()));
      population.end[at] = random() < 0.5 ? NEVER : TODAY - 150 + Math.floor(random() * 1500);
      at += 1;
      got += 1;
    }
    offsets[candidate + 1] = at;
  }
  return {
    ...{ size, offsets, competency: population.competency.slice(0, at), level: population.level.slice(0, at) },
    ...{ strength: population.strength.slice(0, at), end: population.end.slice(0, at) },
  };
}
