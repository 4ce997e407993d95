import type { KnownCompetency, RequirementDraft } from './profile-draft.js';
import type { Requirement } from './requirement.js';

/**
 * Drafts as requirements with an id each. An id that was sent stays; otherwise a requirement for a competency that the
 * profile asked for before continues that one, so that editing a profile without ids does not make all of it new.
 *
 * @param competencies one per draft, in order
 * @param before what the profile asks now; empty for a new one
 */
export function settleRequirements(
  drafts: readonly RequirementDraft[],
  competencies: readonly KnownCompetency[],
  before: readonly Requirement[],
  newId: () => string,
): readonly Requirement[] {
  const taken = new Set(drafts.flatMap(({ id }) => id ?? []));
  return drafts.map((draft, index) => {
    const competencyId = (competencies[index] as KnownCompetency).id;
    const continued = before.find((old) => old.competencyId === competencyId && !taken.has(old.id))?.id;
    const id = draft.id ?? continued ?? newId();
    taken.add(id);
    return {
      id,
      competencyId,
      importance: draft.importance,
      weight: draft.weight,
      level: draft.level ?? null,
      group: draft.group ?? null,
      allowPartial: draft.allowPartial ?? true,
      maxAgeMonths: draft.maxAgeMonths ?? null,
      learnableWeeks: draft.learnableWeeks ?? null,
    };
  });
}
