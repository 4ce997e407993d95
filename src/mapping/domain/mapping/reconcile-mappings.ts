import { isDeepStrictEqual } from 'node:util';
import type { AcceptableMapping } from '../holdings/holdings-from.js';
import type { Claim } from '../claims/claim.js';
import type { Mapping } from './mapping.js';

/** A mapping as it is kept, by machine or by a person. */
export interface KeptMapping extends AcceptableMapping {
  readonly id: string;
}

/** What becomes of the mappings of one credential when they are made again. */
export interface Reconciliation {
  /** Said before and still true: these keep their id. */
  readonly unchanged: readonly KeptMapping[];
  /** No longer true; they stay as history. */
  readonly superseded: readonly KeptMapping[];
  readonly added: readonly AcceptableMapping[];
}

const DECIDED = new Set(['mapped_reviewed', 'rejected']);
const OPEN_QUESTIONS = new Set<string>(['suggested', 'unmapped']);

/**
 * Compares the mappings that stand with those that the rules give now. What a person decided outlives every new
 * computation as long as the credential still states the claim, wherever it stands in the list by now: the same pair of
 * claim and competency is not asked again, and a claim that a person has mapped brings no new suggestion. What follows
 * from a rule is among the derived ones as long as the rule is in force, and goes with it.
 *
 * @param current mappings that stand, later ones after earlier ones
 * @param derived what the rules give now for `claims`
 */
export function reconcileMappings(
  current: readonly KeptMapping[],
  derived: readonly Mapping[],
  claims: readonly Claim[],
): Reconciliation {
  const decided = current
    .filter((kept) => DECIDED.has(kept.state) && !isByRule(kept))
    .flatMap((kept) => movedTo(claims, kept));
  const wanted = new Map<string, AcceptableMapping>();
  for (const mapping of decided) wanted.set(keyOf(mapping), mapping);
  // Of two decisions on the same pair the later one counts; only what counts can answer a question.
  const accepted = [...wanted.values()].filter(({ state }) => state === 'mapped_reviewed');
  const answered = new Set(accepted.map(({ claimIndex }) => claimIndex));
  for (const mapping of derived) {
    const isAnswered = OPEN_QUESTIONS.has(mapping.state) && answered.has(mapping.claimIndex);
    if (!isByRule(mapping) && (wanted.has(keyOf(mapping)) || isAnswered)) continue;
    wanted.set(keyOf(mapping), mapping);
  }
  const unchanged = current.filter((kept) => isSame(kept, wanted.get(keyOf(kept))));
  const same = new Set(unchanged.map(keyOf));
  return {
    unchanged,
    superseded: current.filter((kept) => !unchanged.includes(kept)),
    added: [...wanted.values()].filter((mapping) => !same.has(keyOf(mapping))),
  };
}

/** The decision with the place that its claim has now; nothing when the claim is gone. */
function movedTo(claims: readonly Claim[], { id: _id, ...kept }: KeptMapping): AcceptableMapping[] {
  const isItsClaim = (claim: Claim | undefined): boolean =>
    claim?.jsonPath === kept.evidence.jsonPath && claim.text === kept.evidence.text;
  if (isItsClaim(claims[kept.claimIndex])) return [kept];
  const claimIndex = claims.findIndex(isItsClaim);
  return claimIndex < 0 ? [] : [{ ...kept, claimIndex }];
}

const isByRule = ({ evidence }: AcceptableMapping): boolean => evidence.ruleId !== undefined;

function keyOf({ claimIndex, competencyId }: AcceptableMapping): string {
  return `${String(claimIndex)} ${competencyId ?? ''}`;
}

function isSame({ id: _id, ...kept }: KeptMapping, wanted: AcceptableMapping | undefined): boolean {
  return isDeepStrictEqual(kept, wanted);
}
