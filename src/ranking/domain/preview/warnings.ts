import { type Requirement, proxiesIn } from '../../../roles/index.js';
import { meets, type Tally } from '../tally.js';
import type { CountedProfile } from './counted-gates.js';
import type { RequirementEffect } from './requirement-effects.js';

export const WARNING_CODES = ['shuts_most_out', 'near_duplicate', 'proxy'] as const;

/** Something about a profile that a manager should look at before it is kept; nothing is refused for it. */
export interface ProfileWarning {
  readonly code: (typeof WARNING_CODES)[number];
  /** The requirements it is about, in profile order. */
  readonly requirementIds: readonly string[];
  /** How many of the pool it shuts out; of near duplicates how many meet both. */
  readonly people: number;
  readonly text: string;
}

/** What the linter must know beside the counts. */
export interface LinterFacts {
  /** Preferred label of a competency. */
  readonly labelOf: (competencyId: string) => string;
  /** Whether holding the one can meet a requirement for the other. */
  readonly canStandFor: (heldId: string, requiredId: string) => boolean;
}

/**
 * Musts that more than half of the pool does not meet, requirements that ask nearly the same, and labels that smell of a
 * degree, years or a title; each with a head count.
 */
export function warningsOf(
  { profile }: CountedProfile,
  tally: Tally,
  effects: readonly RequirementEffect[],
  facts: LinterFacts,
): readonly ProfileWarning[] {
  const { requirements } = profile;
  const label = ({ competencyId }: Requirement) => `"${facts.labelOf(competencyId)}"`;
  const out = (index: number) => tally.poolSize - (effects[index]?.holding ?? 0);
  const shutting = requirements.flatMap((requirement, index): ProfileWarning[] => {
    const people = out(index);
    if (requirement.importance !== 'must' || requirement.group !== null || people * 2 <= tally.poolSize) return [];
    const text = `${label(requirement)} as a must shuts out ${people} of ${tally.poolSize} people`;
    return [{ code: 'shuts_most_out', requirementIds: [requirement.id], people, text }];
  });
  const proxies = requirements.flatMap((requirement, index): ProfileWarning[] => {
    const [proxy] = proxiesIn(facts.labelOf(requirement.competencyId));
    if (proxy === undefined) return [];
    const people = out(index);
    const text = `${label(requirement)} names a ${proxy.kind} ("${proxy.matchedText}") and not a skill; ${people} people do not have it`;
    return [{ code: 'proxy', requirementIds: [requirement.id], people, text }];
  });
  return [...shutting, ...duplicates(requirements, tally, facts, label), ...proxies];
}

function duplicates(
  requirements: readonly Requirement[],
  tally: Tally,
  { canStandFor }: LinterFacts,
  label: (requirement: Requirement) => string,
): ProfileWarning[] {
  return requirements.flatMap((one, index) =>
    requirements.slice(index + 1).flatMap((other, offset): ProfileWarning[] => {
      // Alternatives of one group are meant to be near each other.
      if (one.group !== null && one.group === other.group) return [];
      const isNear =
        canStandFor(one.competencyId, other.competencyId) || canStandFor(other.competencyId, one.competencyId);
      if (!isNear) return [];
      const people = meetingBoth(tally, index, index + 1 + offset);
      const text = `${label(one)} and ${label(other)} ask nearly the same: one proof can meet both; ${people} people meet both`;
      return [{ code: 'near_duplicate', requirementIds: [one.id, other.id], people, text }];
    }),
  );
}

function meetingBoth(tally: Tally, one: number, other: number): number {
  let people = 0;
  tally.counts.forEach((count, entry) => {
    if (meets(tally, entry, one) && meets(tally, entry, other)) people += count;
  });
  return people;
}
