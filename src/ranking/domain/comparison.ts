import type { CompetencyName, Explanation, RankingBasis } from './explanation.js';
import type { Band } from './gates.js';
import type { DecidingRule } from './order.js';
import type { RequirementState } from './states.js';

/** One side of a comparison. */
export interface ComparedCandidate {
  readonly candidateId: string;
  readonly rank: number;
  readonly band: Band;
  readonly score: number;
  readonly scorePercent: string;
}

export interface ComparedRequirement {
  readonly requirementId: string;
  readonly competency: CompetencyName;
  readonly a: { readonly state: RequirementState; readonly points: number; readonly credentialId: string | null };
  readonly b: { readonly state: RequirementState; readonly points: number; readonly credentialId: string | null };
  /** Points of a minus points of b, as they count in the scores; they sum to the difference of the scores. */
  readonly difference: number;
  readonly text: string;
}

export interface Comparison extends RankingBasis {
  readonly a: ComparedCandidate;
  readonly b: ComparedCandidate;
  /** Who stands above; null when both are the same candidate. */
  readonly above: 'a' | 'b' | null;
  /** The first rule of the order that tells the two apart. */
  readonly decidedBy: DecidingRule | null;
  readonly scoreDifference: number;
  readonly requirements: readonly ComparedRequirement[];
  readonly tieRule: string;
  readonly sentences: readonly string[];
}

/** What a comparison needs of each side. */
export interface ComparedExplanation {
  readonly explanation: Explanation;
  readonly ordinal: number;
}
