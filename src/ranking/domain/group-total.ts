import type { Requirement, RequirementGroup } from '../../roles/index.js';

interface Grouped {
  readonly requirements: readonly Pick<Requirement, 'group'>[];
  readonly groups: readonly RequirementGroup[];
}

/**
 * Which requirements count in a sum: all without a group, and of a group "any k of n" the k with the most points.
 *
 * @param points one per requirement, in profile order
 * @returns one flag per requirement; between members with equal points the earlier one counts
 */
export function countedOf(profile: Grouped, points: readonly number[]): readonly boolean[] {
  const counted = profile.requirements.map((requirement) => requirement.group === null);
  for (const group of profile.groups) {
    profile.requirements
      .flatMap((requirement, index) => (requirement.group === group.id ? [index] : []))
      .sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0) || a - b)
      .slice(0, group.atLeast)
      .forEach((index) => (counted[index] = true));
  }
  return counted;
}

/** Sum of the points that count. */
export function totalOf(profile: Grouped, points: readonly number[]): number {
  const counted = countedOf(profile, points);
  return points.reduce((sum, value, index) => sum + (counted[index] ? value : 0), 0);
}
