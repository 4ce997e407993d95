import type { Importance, Requirement } from '../../../roles/index.js';
import type { ScorableProfile } from '../compiled-profile.js';
import { meets, type Tally } from '../tally.js';
import { levelBelow, type ProfileChange } from './profile-change.js';

/** One condition of a profile over the conditions of a tally: `needed` of them open it. */
export interface CountedGate {
  readonly importance: Importance;
  readonly needed: number;
  /** Indexes into the conditions that were tallied. */
  readonly conditions: readonly number[];
}

/** A profile made ready for counting: what to tally, and how its requirements stand to it. */
export interface CountedProfile {
  readonly profile: ScorableProfile;
  /** The requirements as they are, in profile order, then those that can be lowered, one level lower. */
  readonly conditions: readonly Requirement[];
  /** By requirement: the condition one level lower; null where there is none. */
  readonly lowered: readonly (number | null)[];
  /** Nice-to-haves are among them, since a change may make them count. */
  readonly gates: readonly CountedGate[];
  /** By requirement: its gate. */
  readonly gateOf: readonly number[];
}

export function countedProfile(profile: ScorableProfile): CountedProfile {
  const conditions: Requirement[] = [...profile.requirements];
  const lowered = profile.requirements.map((requirement) => {
    const level = levelBelow(requirement.level);
    return level === null ? null : conditions.push({ ...requirement, level }) - 1;
  });
  const places = new Map<string, number>();
  const gates: { importance: Importance; needed: number; conditions: number[] }[] = [];
  const gateOf = profile.requirements.map(({ id, group, importance }, condition) => {
    const key = group === null ? `requirement ${id}` : `group ${group}`;
    const place = places.get(key) ?? gates.length;
    places.set(key, place);
    const needed = profile.groups.find((declared) => declared.id === group)?.atLeast ?? 1;
    (gates[place] ??= { importance, needed, conditions: [] }).conditions.push(condition);
    return place;
  });
  return { profile, conditions, lowered, gates, gateOf };
}

export function metIn(tally: Tally, entry: number, { conditions }: CountedGate): number {
  let met = 0;
  for (const condition of conditions) if (meets(tally, entry, condition)) met += 1;
  return met;
}

/**
 * The gates that some changes touch, as they are afterwards, by place.
 *
 * @param changes `dropped` and `oneLevelLower` only, no requirement twice
 */
export function gatesAfter(counted: CountedProfile, changes: readonly ProfileChange[]): Map<number, CountedGate> {
  const after = new Map<number, CountedGate>();
  for (const { requirementId, change } of changes) {
    const condition = counted.profile.requirements.findIndex(({ id }) => id === requirementId);
    const place = counted.gateOf[condition];
    const gate = place === undefined ? undefined : (after.get(place) ?? counted.gates[place]);
    if (place === undefined || gate === undefined) continue;
    const lower = counted.lowered[condition] ?? null;
    const conditions = gate.conditions.flatMap((one) => {
      if (one !== condition) return one;
      return change === 'dropped' || lower === null ? [] : lower;
    });
    after.set(place, { ...gate, conditions, needed: Math.min(gate.needed, conditions.length) });
  }
  return after;
}
