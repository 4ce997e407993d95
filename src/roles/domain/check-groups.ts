import type { FieldProblem } from '../../platform/errors/index.js';
import type { ProfileDraft } from './profile-draft.js';

/** Groups "any k of n": declared once, k at most n, members of one importance, and no member of an undeclared group. */
export function checkGroups({ requirements, groups }: ProfileDraft): readonly FieldProblem[] {
  const declared = new Set<string>();
  const problems: FieldProblem[] = [];
  groups.forEach(({ id, atLeast }, index) => {
    if (declared.has(id)) {
      problems.push({ pointer: `/groups/${index}/id`, code: 'duplicate-id', message: 'another group has the same id' });
    }
    declared.add(id);
    const members = requirements.filter((requirement) => requirement.group === id).length;
    if (atLeast > members) {
      const message = `the group asks for ${atLeast} of ${members} requirements`;
      problems.push({ pointer: `/groups/${index}/atLeast`, code: 'group-too-small', message });
    }
  });
  const importances = new Map<string, string>();
  requirements.forEach(({ group, importance }, index) => {
    if (group === null || group === undefined) return;
    if (!declared.has(group)) {
      const message = 'groups does not declare this group';
      problems.push({ pointer: `/requirements/${index}/group`, code: 'unknown-group', message });
    }
    const first = importances.get(group) ?? importance;
    importances.set(group, first);
    if (importance !== first) {
      const message = `the other members of the group are "${first}"; a group has one importance`;
      problems.push({ pointer: `/requirements/${index}/importance`, code: 'mixed-importance', message });
    }
  });
  return problems;
}
