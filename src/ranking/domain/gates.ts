import type { Importance, Requirement } from '../../roles/index.js';
import type { ScorableProfile } from './compiled-profile.js';

export const BANDS = ['qualified', 'readySoon', 'notYet'] as const;
export type Band = (typeof BANDS)[number];

/** One condition of a band: a single requirement, or a group of which `needed` members must be met. */
export interface Gate {
  readonly importance: Importance;
  readonly group: string | null;
  readonly requirementIds: readonly string[];
  readonly needed: number;
  readonly met: number;
}

export function isOpen(gate: Gate): boolean {
  return gate.met >= gate.needed;
}

/**
 * The conditions in profile order (a group stands where its first member does), nice-to-haves left out: they never gate.
 */
export function gatesOf(profile: ScorableProfile, isMet: (requirementId: string) => boolean): readonly Gate[] {
  const gates = new Map<string, Gate>();
  for (const requirement of profile.requirements) {
    if (requirement.importance === 'nice') continue;
    const key = requirement.group === null ? `requirement ${requirement.id}` : `group ${requirement.group}`;
    const met = isMet(requirement.id) ? 1 : 0;
    const known = gates.get(key);
    gates.set(key, {
      importance: requirement.importance,
      group: requirement.group,
      requirementIds: [...(known?.requirementIds ?? []), requirement.id],
      needed: neededBy(requirement, profile),
      met: (known?.met ?? 0) + met,
    });
  }
  return [...gates.values()];
}

export function bandOf(gates: readonly Gate[]): Band {
  const closed = gates.filter((gate) => !isOpen(gate));
  if (closed.length === 0) return 'qualified';
  return closed.some((gate) => gate.importance === 'must') ? 'notYet' : 'readySoon';
}

/** The first condition that keeps a candidate out of the next better band; null when nothing does. */
export function firstClosedGate(gates: readonly Gate[]): Gate | null {
  const closed = gates.filter((gate) => !isOpen(gate));
  return closed.find((gate) => gate.importance === 'must') ?? closed[0] ?? null;
}

function neededBy(requirement: Requirement, profile: ScorableProfile): number {
  if (requirement.group === null) return 1;
  return profile.groups.find((group) => group.id === requirement.group)?.atLeast ?? 1;
}
