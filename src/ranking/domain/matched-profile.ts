import type { Importance } from '../../roles/index.js';
import type { CompetencyName } from './explanation.js';
import { type Band, BANDS } from './gates.js';
import type { RequirementState } from './states.js';

export interface LackingRequirement {
  readonly requirementId: string;
  readonly competency: CompetencyName;
  readonly importance: Importance;
  readonly state: RequirementState;
}

/** One published profile as a candidate stands to it. */
export interface MatchedProfile {
  readonly roleProfileId: string;
  readonly title: string;
  readonly profileVersion: number;
  readonly band: Band;
  readonly score: number;
  readonly maxScore: number;
  readonly scorePercent: string;
  /** Musts and learnable requirements that are not met, in profile order; of a group some may be enough. */
  readonly lacking: readonly LackingRequirement[];
}

/** Band first, then the share of the points there are, then the newer profile. */
export function orderMatches(matches: readonly MatchedProfile[]): MatchedProfile[] {
  return [...matches].sort(
    (a, b) =>
      BANDS.indexOf(a.band) - BANDS.indexOf(b.band) ||
      compareShares(b, a) ||
      (a.roleProfileId < b.roleProfileId ? 1 : a.roleProfileId > b.roleProfileId ? -1 : 0),
  );
}

/** Exact: two shares that round to the same percent may still differ. */
function compareShares(a: MatchedProfile, b: MatchedProfile): number {
  const difference = BigInt(a.score) * BigInt(b.maxScore) - BigInt(b.score) * BigInt(a.maxScore);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
