import { type RelationEdges, type RelationFactors, type RelationPath, relationPaths } from '../../frameworks/index.js';

export type RelationKind = 'same' | 'narrower' | 'related' | 'broader';

/** How a held competency stands to the required one. */
export interface Relation {
  readonly kind: RelationKind;
  /** Hierarchy steps between the two; 0 for `same`, 1 for `related`. */
  readonly steps: number;
  /** Whether the path begins with an exact crosswalk to another framework. */
  readonly viaCrosswalk: boolean;
  readonly percent: number;
  /** Competency ids from the held one to the required one, both named. */
  readonly path: readonly string[];
}

/** Every competency that is worth something for the required one, with its best relation. */
export function relationsTo(
  requiredId: string,
  edges: RelationEdges,
  factors: RelationFactors,
): ReadonlyMap<string, Relation> {
  const paths = relationPaths(requiredId, edges, factors);
  return new Map([...paths].map(([heldId, path]) => [heldId, relationOf(path, requiredId)]));
}

function relationOf({ percent, steps }: RelationPath, requiredId: string): Relation {
  const [first, ...others] = steps;
  const viaCrosswalk = first?.kind === 'exact';
  // A path is of one kind throughout, but for the crosswalk at its beginning.
  const inside = viaCrosswalk ? others : steps;
  const kind = inside[0]?.kind;
  return {
    kind: kind === undefined || kind === 'exact' ? 'same' : kind,
    steps: inside.length,
    viaCrosswalk,
    percent,
    path: [...steps.map(({ from }) => from), requiredId],
  };
}
