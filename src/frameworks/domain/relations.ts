/** Pairs of competency ids. `broader` is [narrower, broader]; `related` and `exact` read both ways. */
export interface RelationEdges {
  readonly broader: readonly (readonly [string, string])[];
  readonly related: readonly (readonly [string, string])[];
  readonly exact: readonly (readonly [string, string])[];
}

/** What a step says of its two ends: `from` is narrower than `to`, and so on. */
export interface RelationStep {
  readonly kind: 'exact' | 'narrower' | 'related' | 'broader';
  readonly from: string;
  readonly to: string;
}

/** How a held competency stands to the required one; no steps when it is the same. */
export interface RelationPath {
  readonly percent: number;
  readonly steps: readonly RelationStep[];
}

/** Percent by relation; the narrower and broader ones by number of steps, further steps are worth nothing. */
export interface RelationFactors {
  readonly same: number;
  readonly narrower: readonly number[];
  readonly related: number;
  readonly broader: readonly number[];
}

/** The relation percents of formula `credence-1`. */
export const CREDENCE_1_RELATIONS: RelationFactors = { same: 100, narrower: [90, 80, 80], related: 50, broader: [40] };

/**
 * Every competency that counts for a required one, with its best path from the held to the required end. A path is
 * either down the hierarchy, up it, or one related step; it may begin, at the held end, with one exact crosswalk, which
 * costs nothing. Of equally good paths the shortest counts, then the one whose ids come first.
 */
export function relationPaths(
  requiredId: string,
  edges: RelationEdges,
  factors: RelationFactors = CREDENCE_1_RELATIONS,
): Map<string, RelationPath> {
  const { narrower, broader, related, exact } = waysOf(edges);
  const inside: [string, RelationPath][] = [
    [requiredId, { percent: factors.same, steps: [] }],
    ...walk(requiredId, 'narrower', narrower, factors.narrower),
    ...walk(requiredId, 'related', related, [factors.related]),
    ...walk(requiredId, 'broader', broader, factors.broader),
  ];
  const best = new Map<string, RelationPath>();
  for (const [id, path] of inside) {
    keepBetter(best, id, path);
    for (const twin of exact.get(id) ?? []) {
      keepBetter(best, twin, { ...path, steps: [{ kind: 'exact', from: twin, to: id }, ...path.steps] });
    }
  }
  return best;
}

/** Where each kind of step leads to from a competency. */
type Ways = Readonly<Record<RelationStep['kind'], Neighbours>>;

/** Every requirement of a profile asks the same edges. */
const knownWays = new WeakMap<RelationEdges, Ways>();

function waysOf(edges: RelationEdges): Ways {
  const known = knownWays.get(edges);
  if (known !== undefined) return known;
  const ways = {
    narrower: neighbours(edges.broader.map(turned)),
    broader: neighbours(edges.broader),
    related: neighbours([...edges.related, ...edges.related.map(turned)]),
    exact: neighbours([...edges.exact, ...edges.exact.map(turned)]),
  };
  knownWays.set(edges, ways);
  return ways;
}

/** One ring of neighbours after another, as many as there are percents; a circle ends with them. */
function walk(
  start: string,
  kind: RelationStep['kind'],
  next: Neighbours,
  percents: readonly number[],
): [string, RelationPath][] {
  const found: [string, RelationPath][] = [];
  const seen = new Set([start]);
  let ring = new Map<string, RelationPath>([[start, { percent: 0, steps: [] }]]);
  for (const percent of percents) {
    const outer = new Map<string, RelationPath>();
    for (const [to, { steps }] of ring) {
      for (const from of next.get(to) ?? []) {
        if (!seen.has(from)) keepBetter(outer, from, { percent, steps: [{ kind, from, to }, ...steps] });
      }
    }
    for (const id of outer.keys()) seen.add(id);
    found.push(...outer);
    ring = outer;
  }
  return found;
}

function keepBetter(paths: Map<string, RelationPath>, id: string, path: RelationPath): void {
  const known = paths.get(id);
  if (path.percent > 0 && (known === undefined || isBetter(path, known))) paths.set(id, path);
}

function isBetter(a: RelationPath, b: RelationPath): boolean {
  if (a.percent !== b.percent) return a.percent > b.percent;
  if (a.steps.length !== b.steps.length) return a.steps.length < b.steps.length;
  return JSON.stringify(a.steps.map(({ to }) => to)) < JSON.stringify(b.steps.map(({ to }) => to));
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(pairs: readonly (readonly [string, string])[]): Neighbours {
  const found = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const known = found.get(from);
    if (known === undefined) found.set(from, [to]);
    else known.push(to);
  }
  return found;
}

const turned = ([from, to]: readonly [string, string]): [string, string] => [to, from];
