/** How far a decision reaches, the narrowest first. */
export const DECISION_SCOPES = ['achievement', 'issuer', 'everywhere'] as const;
export type DecisionScope = (typeof DECISION_SCOPES)[number];

export const DECISIONS = ['accept', 'reject', 'correct'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Whether a decision counts, or waits for a second person. */
export const DECISION_STATES = ['in_force', 'proposed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/**
 * A decision of a person on a pair of claim and competency, kept as a rule for every credential that states the same
 * claim. A correction maps and rejects at once; at least one of the two competencies is there.
 */
export interface MappingRule {
  /** Later decisions have greater ids. */
  readonly id: string;
  readonly decision: Decision;
  readonly scope: DecisionScope;
  /** The claims that it is about, as `claimKey` has them. */
  readonly matchKey: string;
  /** Null for the scope `everywhere`. */
  readonly issuerId: string | null;
  /** Only for the scope `achievement`. */
  readonly achievementKey: string | null;
  /** What the claim means. */
  readonly competencyId: string | null;
  /** What the claim does not mean. */
  readonly rejectedCompetencyId: string | null;
  /** The rule that had made the mapping this decision was taken on: of the two, this one counts. */
  readonly overrides: string | null;
  readonly decidedBy: string;
}

/** What a decision on a claim that identifies a foreign competency says of the two. */
export const REVIEW_RELATIONS = ['close', 'exact'] as const;
export type ReviewRelation = (typeof REVIEW_RELATIONS)[number];

/** Whose claim it is, for finding the rules that reach it. */
export interface DecidedPlace {
  readonly matchKey: string;
  readonly achievementKey: string | null;
  readonly issuerId: string | null;
}

export function reaches(rule: MappingRule, place: DecidedPlace): boolean {
  if (rule.matchKey !== place.matchKey) return false;
  if (rule.scope === 'everywhere') return true;
  if (place.issuerId === null || rule.issuerId !== place.issuerId) return false;
  return rule.scope === 'issuer' || (place.achievementKey !== null && rule.achievementKey === place.achievementKey);
}
