import { isChosen, type Outcome } from './decision.js';

export const OVERRIDE_KINDS = ['chosen_over_higher', 'rejected_above_chosen'] as const;

/** A decision that goes against the order of the ranking it was taken from. Nothing hinders it; it is kept and counted. */
export interface OrderOverride {
  readonly kind: (typeof OVERRIDE_KINDS)[number];
  /** How many people it goes against. */
  readonly people: number;
}

/** Where others of the pool are: open ones still wait for a decision. */
export type Progress = 'open' | 'chosen' | 'out';

/**
 * Whether a decision goes against the order: someone is chosen while people above still wait for a decision, or someone is
 * rejected while people below are chosen. Holding decides nothing about the order.
 *
 * @param order the candidates of the pool, best first
 * @param progressOf of the others of the pool
 * @returns null when it follows the order, or the candidate is not in the pool
 */
export function overrideOf(
  outcome: Outcome,
  candidateId: string,
  order: readonly string[],
  progressOf: (candidateId: string) => Progress,
): OrderOverride | null {
  const place = order.indexOf(candidateId);
  if (place < 0 || outcome === 'hold') return null;
  const [others, against, kind] = isChosen(outcome)
    ? ([order.slice(0, place), 'open', 'chosen_over_higher'] as const)
    : ([order.slice(place + 1), 'chosen', 'rejected_above_chosen'] as const);
  const people = others.filter((other) => progressOf(other) === against).length;
  return people === 0 ? null : { kind, people };
}
