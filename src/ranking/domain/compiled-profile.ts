import type { RelationEdges } from '../../frameworks/index.js';
import type { Requirement, RequirementGroup } from '../../roles/index.js';
import { monthsBefore } from './calendar-months.js';
import { FULL_FIT } from './fit.js';
import { totalOf } from './group-total.js';
import { type Relation, relationsTo } from './relation.js';
import type { ScoringPolicy } from './scoring-policy.js';

/** The requirements of one profile version. */
export interface ScorableProfile {
  readonly requirements: readonly Requirement[];
  readonly groups: readonly RequirementGroup[];
}

export interface CompiledRequirement {
  readonly requirement: Requirement;
  /** By held competency. */
  readonly relations: ReadonlyMap<string, Relation>;
  /** Credentials valid from earlier do not count; null when any age does. */
  readonly notBefore: Date | null;
}

/** A profile made ready for one instant, one policy and one state of the frameworks; scores any number of candidates. */
export interface CompiledProfile {
  readonly profile: ScorableProfile;
  readonly requirements: readonly CompiledRequirement[];
  readonly maxScore: number;
  readonly clock: Date;
  readonly policy: ScoringPolicy;
}

export function compileProfile(
  profile: ScorableProfile,
  edges: RelationEdges,
  policy: ScoringPolicy,
  clock: Date,
): CompiledProfile {
  const requirements = profile.requirements.map((requirement) => ({
    requirement,
    relations: relationsTo(requirement.competencyId, edges, policy.relations),
    notBefore: requirement.maxAgeMonths === null ? null : monthsBefore(clock, requirement.maxAgeMonths),
  }));
  const maxScore = totalOf(
    profile,
    profile.requirements.map((requirement) => requirement.weight * FULL_FIT),
  );
  return { profile, requirements, maxScore, clock, policy };
}
