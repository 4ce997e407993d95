import type { Importance } from '../../../roles/index.js';
import type { CompiledProfile } from '../compiled-profile.js';
import type { FitTables, TablePolicy } from './fit-tables.js';
import { type ClockWords, sinceWords, untilWords } from './packed-time.js';

/** A compiled profile in a form that can be sent to another thread. */
export interface IndexQuestion {
  readonly requirements: readonly AskedRequirement[];
  /** Members needed, by group. */
  readonly groups: readonly number[];
  readonly policy: TablePolicy;
  readonly clockMs: number;
}

export interface AskedRequirement {
  readonly weight: number;
  readonly level: number | null;
  readonly importance: Importance;
  /** Index of its group. */
  readonly group: number | null;
  readonly allowPartial: boolean;
  readonly notBeforeMs: number | null;
  /** Held competencies that are worth something, with their percent. */
  readonly relations: readonly (readonly [competencyId: string, percent: number])[];
}

export function questionOf({ profile, requirements, policy, clock }: CompiledProfile): IndexQuestion {
  const groupIds = profile.groups.map(({ id }) => id);
  return {
    requirements: requirements.map(({ requirement, relations, notBefore }) => ({
      weight: requirement.weight,
      level: requirement.level,
      importance: requirement.importance,
      group: requirement.group === null ? null : groupIds.indexOf(requirement.group),
      allowPartial: requirement.allowPartial,
      notBeforeMs: notBefore?.getTime() ?? null,
      relations: [...relations].map(([id, { percent }]) => [id, percent] as const),
    })),
    groups: profile.groups.map(({ atLeast }) => atLeast),
    policy: { thresholds: policy.thresholds, unknownLevelPercent: policy.unknownLevelPercent },
    clockMs: clock.getTime(),
  };
}

/** One competency that counts for a requirement. */
export interface AskedList {
  readonly competency: number;
  /** Where its table begins. */
  readonly table: number;
  /** Whether it can meet the requirement. */
  readonly isFull: boolean;
}

export interface PreparedRequirement {
  readonly weight: number;
  readonly level: number | null;
  readonly importance: Importance;
  readonly group: number | null;
  readonly lists: readonly AskedList[];
  readonly notBefore: ClockWords | null;
}

/** A question in the numbers of one organization. */
export interface PreparedQuestion {
  readonly requirements: readonly PreparedRequirement[];
  readonly groups: readonly number[];
  readonly clock: ClockWords;
  readonly policy: TablePolicy;
  /** What the lists' tables are in; good until the next question is prepared. */
  readonly tables: FitTables;
}

/** @param numberOf a competency's number; undefined when nobody holds it */
export function prepareQuestion(
  question: IndexQuestion,
  numberOf: (competencyId: string) => number | undefined,
  tables: FitTables,
): PreparedQuestion {
  const { policy } = question;
  tables.makeRoom(tablesOf(question));
  const requirements = question.requirements.map((asked): PreparedRequirement => {
    const byPercent = new Map<number, number>();
    const lists: AskedList[] = [];
    for (const [id, percent] of asked.relations) {
      const competency = numberOf(id);
      const isFull = percent >= policy.thresholds.fullRelation;
      if (competency === undefined || !(isFull || asked.allowPartial)) continue;
      const table = byPercent.get(percent) ?? tables.find(asked.level, percent, policy);
      byPercent.set(percent, table);
      lists.push({ competency, table, isFull });
    }
    const notBefore = asked.notBeforeMs === null ? null : sinceWords(asked.notBeforeMs);
    const { weight, level, importance, group } = asked;
    return { weight, level, importance, group, lists, notBefore };
  });
  return { requirements, groups: question.groups, clock: untilWords(question.clockMs), policy, tables };
}

function tablesOf({ requirements }: IndexQuestion): number {
  const asked = new Set<number>();
  for (const { level, relations } of requirements) {
    for (const [, percent] of relations) asked.add((level ?? 0) * 1000 + percent);
  }
  return asked.size;
}
