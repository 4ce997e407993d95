/** What a person decides about an application; the last decision on it stands. */
export const OUTCOMES = ['advance', 'hire', 'hold', 'reject'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why, and for which outcomes the reason may be given. No reason is a score, and none describes the person. */
export const REASONS = {
  skills_proven: ['advance', 'hire'],
  learns_on_the_job: ['advance', 'hire'],
  interview: ['advance', 'hire', 'hold', 'reject'],
  work_sample: ['advance', 'hire', 'hold', 'reject'],
  references: ['advance', 'hire', 'hold', 'reject'],
  evidence_awaited: ['hold'],
  requirement_not_met: ['reject'],
  position_filled: ['hold', 'reject'],
  not_available: ['hold', 'reject'],
  candidate_withdrew: ['reject'],
  other: ['advance', 'hire', 'hold', 'reject'],
} as const satisfies Record<string, readonly Outcome[]>;

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

export function isChosen(outcome: Outcome): boolean {
  return outcome === 'advance' || outcome === 'hire';
}
