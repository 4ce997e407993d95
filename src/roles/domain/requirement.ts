export const IMPORTANCES = ['must', 'learnable', 'nice'] as const;

/** `must` gates the band `readySoon`, `learnable` the band `qualified`, `nice` gates nothing. */
export type Importance = (typeof IMPORTANCES)[number];

/** One line of a role profile: which competency, how well, how much it weighs. */
export interface Requirement {
  /** Stays the same over edits and versions, so that two versions can be compared line by line. */
  readonly id: string;
  readonly competencyId: string;
  readonly importance: Importance;
  /** 1 to 100. */
  readonly weight: number;
  /** Lowest level that meets it, on the organization's scale; null when any level does. */
  readonly level: number | null;
  /** Id of the group "any k of n" that it belongs to. */
  readonly group: string | null;
  /** false: only the competency itself or a narrower one counts. */
  readonly allowPartial: boolean;
  /** Credentials valid from earlier than this many calendar months ago do not count. */
  readonly maxAgeMonths: number | null;
  /** Weeks in which the manager expects it to be learnt on the job; for people, never in the score. */
  readonly learnableWeeks: number | null;
}

/** "Any `atLeast` of the members": the members are the requirements that name this group. */
export interface RequirementGroup {
  readonly id: string;
  readonly atLeast: number;
}
