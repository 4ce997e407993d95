import type { Importance } from '../../roles/index.js';
import type { Band } from './gates.js';
import type { RelationKind } from './relation.js';
import type { RequirementState } from './states.js';
import type { Exclusion } from './weighing.js';

export interface CompetencyName {
  readonly id: string;
  readonly label: string;
}

export interface FrameworkVersionUsed {
  readonly frameworkId: string;
  readonly framework: string;
  readonly versionId: string;
  readonly version: string;
}

/** Everything that fixes an answer: the same of these over the same holdings gives the same bytes. */
export interface RankingBasis {
  readonly formula: string;
  readonly policyVersion: number;
  readonly profileVersion: number;
  readonly frameworkVersions: readonly FrameworkVersionUsed[];
  /** Of the organization's level maps; null in receipts of before they were counted. */
  readonly levelMapsVersion: number | null;
  /** What every rule calls now. */
  readonly asOf: Date;
}

/** Where a candidate stands in the whole pool. */
export interface Place {
  readonly candidateId: string;
  /** From 1. */
  readonly rank: number;
  readonly poolSize: number;
}

/** A holding as it was used, down to the field of the credential that states it. */
export interface UsedHolding {
  readonly credentialId: string;
  readonly jsonPath: string;
  readonly competency: CompetencyName;
  readonly level: number | null;
  readonly proof: number;
  readonly trust: number;
  readonly tier: string;
  readonly strength: number;
  readonly relation: {
    readonly kind: RelationKind;
    readonly steps: number;
    readonly viaCrosswalk: boolean;
    readonly percent: number;
    /** From the held competency to the required one. */
    readonly path: readonly CompetencyName[];
  };
  /** 0..10000; points are weight x this. */
  readonly fit: number;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

/** What keeps a requirement from being met. */
export interface Missing {
  readonly code: Exclude<RequirementState, 'met'>;
  readonly text: string;
  /** The credentials it is about. */
  readonly credentialIds: readonly string[];
}

export interface RequirementExplanation {
  readonly requirementId: string;
  readonly competency: CompetencyName;
  readonly importance: Importance;
  readonly weight: number;
  readonly requiredLevel: number | null;
  /** What the framework says of that level. */
  readonly requiredLevelAnchor: string | null;
  readonly group: string | null;
  readonly allowPartial: boolean;
  readonly maxAgeMonths: number | null;
  readonly learnableWeeks: number | null;
  readonly state: RequirementState;
  /** Points in the score; they sum to it. 0 for a member that its group dropped. */
  readonly points: number;
  /** Points before a group drops its weaker members. */
  readonly earned: number;
  readonly maxPoints: number;
  readonly counts: boolean;
  /** The holding that gave the points. */
  readonly best: UsedHolding | null;
  /** The holding that gave the state. */
  readonly decisive: UsedHolding | null;
  readonly missing: Missing | null;
}

export type NotUsedReason = Exclusion | 'weaker' | 'unrelated';

export interface NotUsed {
  readonly credentialId: string;
  readonly jsonPath: string;
  readonly competency: CompetencyName;
  readonly reason: NotUsedReason;
  /** For which requirements; empty when it has to do with none. */
  readonly requirementIds: readonly string[];
  readonly text: string;
}

export interface HeldBackBy {
  readonly importance: Importance;
  readonly group: string | null;
  readonly requirementIds: readonly string[];
  readonly needed: number;
  readonly met: number;
  readonly text: string;
}

export interface Explanation extends Place, RankingBasis {
  readonly band: Band;
  readonly score: number;
  readonly maxScore: number;
  readonly scorePercent: string;
  readonly scoreLow: number;
  readonly scoreHigh: number;
  /** The first condition that keeps the candidate out of the next better band. */
  readonly heldBackBy: HeldBackBy | null;
  readonly requirements: readonly RequirementExplanation[];
  readonly notUsed: readonly NotUsed[];
  readonly tieRule: string;
  /** The same in plain English, for a recruiter. */
  readonly sentences: readonly string[];
}
