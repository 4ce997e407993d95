/** What a candidate's holdings say about one requirement; the first of the list that applies is the state. */
export const REQUIREMENT_STATES = [
  'met',
  'level_short',
  'level_unknown',
  'weak_proof',
  'adjacent',
  'unproven',
  'missing',
] as const;

export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export function firstState(states: Iterable<RequirementState>): RequirementState {
  const present = new Set(states);
  return REQUIREMENT_STATES.find((state) => present.has(state)) ?? 'missing';
}
