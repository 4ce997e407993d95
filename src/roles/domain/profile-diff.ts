import type { Requirement } from './requirement.js';
import type { RoleProfile } from './role-profile.js';

type Content = Pick<RoleProfile, 'title' | 'requirements' | 'groups'>;

/** What of a requirement is compared; all but its id. */
export const COMPARED_FIELDS = [
  'competencyId',
  'importance',
  'weight',
  'level',
  'group',
  'allowPartial',
  'maxAgeMonths',
  'learnableWeeks',
] as const satisfies readonly (keyof Requirement)[];
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export interface FieldChange {
  readonly field: ComparedField;
  readonly from: Requirement[ComparedField];
  readonly to: Requirement[ComparedField];
}

export interface RequirementChange {
  readonly requirementId: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** As it is afterwards; as it was, for one that was removed. */
  readonly requirement: Requirement;
  /** For one that changed. */
  readonly fields: readonly FieldChange[];
}

export interface GroupChange {
  readonly groupId: string;
  /** null where the group is not there. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface ProfileDiff {
  readonly title: { readonly from: string; readonly to: string } | null;
  /** In the order of the later content, removed ones last. */
  readonly requirements: readonly RequirementChange[];
  readonly groups: readonly GroupChange[];
}

/** What is different between two states of a profile, line by line; requirements are known by their id. */
export function diffProfiles(before: Content, after: Content): ProfileDiff {
  const old = new Map(before.requirements.map((requirement) => [requirement.id, requirement]));
  const kept = new Set(after.requirements.map(({ id }) => id));
  const changes = after.requirements.flatMap((requirement): RequirementChange[] => {
    const was = old.get(requirement.id);
    const change = { requirementId: requirement.id, requirement };
    if (was === undefined) return [{ ...change, kind: 'added', fields: [] }];
    const fields = COMPARED_FIELDS.flatMap((field) =>
      was[field] === requirement[field] ? [] : [{ field, from: was[field], to: requirement[field] }],
    );
    return fields.length === 0 ? [] : [{ ...change, kind: 'changed', fields }];
  });
  const removed = before.requirements
    .filter(({ id }) => !kept.has(id))
    .map((requirement) => ({ requirementId: requirement.id, kind: 'removed' as const, requirement, fields: [] }));
  return {
    title: before.title === after.title ? null : { from: before.title, to: after.title },
    requirements: [...changes, ...removed],
    groups: groupChanges(before, after),
  };
}

function groupChanges(before: Content, after: Content): readonly GroupChange[] {
  const ids = new Set([...before.groups, ...after.groups].map(({ id }) => id));
  const needed = ({ groups }: Content, id: string) => groups.find((group) => group.id === id)?.atLeast ?? null;
  return [...ids].flatMap((groupId) => {
    const [from, to] = [needed(before, groupId), needed(after, groupId)];
    return from === to ? [] : [{ groupId, from, to }];
  });
}
