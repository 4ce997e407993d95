import type { ScorableProfile } from '../compiled-profile.js';

/** What may be taken back from one requirement, the gentlest first. */
export const CHANGE_KINDS = ['oneLevelLower', 'learnable', 'dropped'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ProfileChange {
  readonly requirementId: string;
  readonly change: ChangeKind;
}

/**
 * The profile after one change. The members of a group share one importance, so `learnable` makes the whole group
 * learnable; a group that loses a member asks for as many as before, or for all that are left.
 *
 * @returns null where there is nothing to change: no such requirement, no level, or the lowest one
 */
export function changeProfile(
  profile: ScorableProfile,
  { requirementId, change }: ProfileChange,
): ScorableProfile | null {
  const target = profile.requirements.find(({ id }) => id === requirementId);
  if (target === undefined) return null;
  const { requirements, groups } = profile;
  if (change === 'oneLevelLower') {
    const level = levelBelow(target.level);
    if (level === null) return null;
    return { requirements: requirements.map((one) => (one === target ? { ...one, level } : one)), groups };
  }
  if (change === 'learnable') {
    const isMeant = (one: typeof target) => one === target || (one.group !== null && one.group === target.group);
    return {
      requirements: requirements.map((one) => (isMeant(one) ? { ...one, importance: 'learnable' as const } : one)),
      groups,
    };
  }
  const left = requirements.filter((one) => one !== target);
  return {
    requirements: left,
    groups: groups.flatMap((group) => {
      const members = left.filter((one) => one.group === group.id).length;
      return members === 0 ? [] : [{ ...group, atLeast: Math.min(group.atLeast, members) }];
    }),
  };
}

/** @returns null when no level is asked, or the lowest */
export function levelBelow(level: number | null): number | null {
  return level === null || level <= 1 ? null : level - 1;
}
