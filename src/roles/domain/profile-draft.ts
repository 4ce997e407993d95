import type { Importance, RequirementGroup } from './requirement.js';

/** A requirement as it was sent: the competency named by id or by URI, the rest of it optional. */
export interface RequirementDraft {
  /** Of the requirement it continues, or the sender's own; a new one is given where it is absent. */
  readonly id?: string | undefined;
  readonly competencyId?: string | undefined;
  readonly competencyUri?: string | undefined;
  readonly importance: Importance;
  readonly weight: number;
  readonly level?: number | null | undefined;
  readonly group?: string | null | undefined;
  readonly allowPartial?: boolean | null | undefined;
  readonly maxAgeMonths?: number | null | undefined;
  readonly learnableWeeks?: number | null | undefined;
}

export interface ProfileDraft {
  readonly title: string;
  readonly requirements: readonly RequirementDraft[];
  readonly groups: readonly RequirementGroup[];
}

/** What a profile must know of a competency. */
export interface KnownCompetency {
  readonly id: string;
  readonly uri: string;
  readonly label: string;
  /** Highest level of the scale that counts for it. */
  readonly topLevel: number;
  /** Whether any credential could ever show it: it is a skill itself, or has one among its narrower entries. */
  readonly provable: boolean;
}
