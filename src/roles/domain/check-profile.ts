import type { FieldProblem } from '../../platform/errors/index.js';
import { checkGroups } from './check-groups.js';
import type { KnownCompetency, ProfileDraft, RequirementDraft } from './profile-draft.js';

/** How the competency of one requirement was found. */
export type FoundCompetency = KnownCompetency | 'unknown' | 'mismatch';

/**
 * All that makes a profile impossible, each with the pointer to its field; empty when it can be kept.
 *
 * The same competency may be asked for twice (once at any age, once recently), but not twice in the very same way.
 *
 * @param found one per requirement, in order
 */
export function checkProfile(draft: ProfileDraft, found: readonly FoundCompetency[]): readonly FieldProblem[] {
  if (draft.requirements.length === 0) {
    return [{ pointer: '/requirements', code: 'no-requirement', message: 'a profile needs at least one requirement' }];
  }
  return [
    ...draft.requirements.flatMap((requirement, index) =>
      checkCompetency(requirement, index, found[index] ?? 'unknown'),
    ),
    ...checkRepeats(draft.requirements, found),
    ...checkGroups(draft),
  ];
}

function checkCompetency(requirement: RequirementDraft, index: number, found: FoundCompetency): FieldProblem[] {
  const at = `/requirements/${index}`;
  const { competencyId, competencyUri, importance, level } = requirement;
  if (competencyId === undefined && competencyUri === undefined) {
    return [{ pointer: at, code: 'no-competency', message: 'competencyId or competencyUri is needed' }];
  }
  const named = competencyId === undefined ? `${at}/competencyUri` : `${at}/competencyId`;
  if (found === 'unknown') {
    return [{ pointer: named, code: 'unknown-competency', message: 'no framework in force has this competency' }];
  }
  if (found === 'mismatch') {
    const message = 'competencyId and competencyUri name different competencies';
    return [{ pointer: `${at}/competencyUri`, code: 'competency-mismatch', message }];
  }
  if (importance !== 'nice' && !found.provable) {
    const message = `"${found.label}" is a heading without skills below it, or a job: no credential can prove it, so nobody could meet it`;
    return [{ pointer: named, code: 'cannot-be-proven', message }];
  }
  if (typeof level === 'number' && level > found.topLevel) {
    const message = `the scale of this competency ends at level ${found.topLevel}`;
    return [{ pointer: `${at}/level`, code: 'level-above-scale', message }];
  }
  return [];
}

function checkRepeats(requirements: readonly RequirementDraft[], found: readonly FoundCompetency[]): FieldProblem[] {
  const ids = new Set<string>();
  const wholes = new Set<string>();
  return requirements.flatMap((requirement, index) => {
    const problems: FieldProblem[] = [];
    const { id } = requirement;
    if (id !== undefined && ids.has(id)) {
      const message = 'another requirement has the same id';
      problems.push({ pointer: `/requirements/${index}/id`, code: 'duplicate-id', message });
    }
    if (id !== undefined) ids.add(id);
    const competency = found[index];
    const whole = typeof competency === 'object' ? askedOf(requirement, competency.id) : `unresolved ${index}`;
    if (wholes.has(whole)) {
      const message = 'another requirement asks the same in the same way; raise its weight instead';
      problems.push({ pointer: `/requirements/${index}`, code: 'duplicate-requirement', message });
    }
    wholes.add(whole);
    return problems;
  });
}

function askedOf(requirement: RequirementDraft, competencyId: string): string {
  const { importance, weight, level, group, allowPartial, maxAgeMonths } = requirement;
  return JSON.stringify([
    competencyId,
    importance,
    weight,
    level ?? null,
    group ?? null,
    allowPartial ?? true,
    maxAgeMonths ?? null,
  ]);
}
