import type { Importance } from '../../../roles/index.js';
import type { CompiledProfile } from '../compiled-profile.js';
import { fitOf } from '../fit.js';
import type { ScoringPolicy } from '../scoring-policy.js';
import { type ClockWords, sinceWords, untilWords } from './packed-time.js';
import { codeOf, VERIFIED_CODES } from './posting.js';
import { GRADE_MASK } from './segment.js';

/** A compiled profile in a form that can be sent to another thread. */
export interface IndexQuestion {
  readonly requirements: readonly AskedRequirement[];
  /** Members needed, by group. */
  readonly groups: readonly number[];
  readonly policy: Pick<ScoringPolicy, 'thresholds' | 'unknownLevelPercent'>;
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
  /** By table and grade: the fit, 0..10000. */
  readonly fits: Int32Array;
  /** By table and grade: 1 where a holding meets the requirement. */
  readonly meets: Int32Array;
}

const TABLE_SIZE = GRADE_MASK + 1;

/** @param numberOf a competency's number; undefined when nobody holds it */
export function prepareQuestion(
  question: IndexQuestion,
  numberOf: (competencyId: string) => number | undefined,
): PreparedQuestion {
  const tables = new Map<string, { level: number | null; percent: number; at: number }>();
  const { fullRelation } = question.policy.thresholds;
  const requirements = question.requirements.map((asked): PreparedRequirement => {
    const lists = asked.relations.flatMap(([id, percent]): AskedList[] => {
      const competency = numberOf(id);
      const isFull = percent >= fullRelation;
      if (competency === undefined || !(isFull || asked.allowPartial)) return [];
      const key = `${percent} ${asked.level}`;
      const table = tables.get(key) ?? { level: asked.level, percent, at: tables.size * TABLE_SIZE };
      tables.set(key, table);
      return [{ competency, table: table.at, isFull }];
    });
    const notBefore = asked.notBeforeMs === null ? null : sinceWords(asked.notBeforeMs);
    return { weight: asked.weight, importance: asked.importance, group: asked.group, lists, notBefore };
  });
  const fits = new Int32Array(tables.size * TABLE_SIZE);
  const meets = new Int32Array(tables.size * TABLE_SIZE);
  for (const { level, percent, at } of tables.values()) {
    const table = tableFor(level, percent, question.policy);
    fits.set(table.fits, at);
    meets.set(table.meets, at);
  }
  return { requirements, groups: question.groups, clock: untilWords(question.clockMs), fits, meets };
}

interface Table {
  readonly fits: Int32Array;
  readonly meets: Int32Array;
}

/** Tables depend on little, and filling one takes longer than using it. */
const known = new Map<string, Table>();
const MOST_KNOWN = 1000;

function tableFor(level: number | null, percent: number, policy: IndexQuestion['policy']): Table {
  const { thresholds, unknownLevelPercent } = policy;
  const key = [level, percent, unknownLevelPercent, thresholds.fullRelation, thresholds.metStrength].join();
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const table = makeTable(level, percent, policy);
  known.set(key, table);
  return table;
}

function makeTable(required: number | null, percent: number, policy: IndexQuestion['policy']): Table {
  const { fullRelation, metStrength } = policy.thresholds;
  const [fits, meets] = [new Int32Array(VERIFIED_CODES), new Int32Array(VERIFIED_CODES)];
  for (let held = 0; held <= 9; held += 1) {
    const isHigh = required === null || (held > 0 && held >= required);
    for (let strength = 0; strength <= 100; strength += 1) {
      const code = codeOf(0, held, strength);
      fits[code] = fitOf(strength, percent, held === 0 ? null : held, required, policy).fit;
      meets[code] = percent >= fullRelation && strength >= metStrength && isHigh ? 1 : 0;
    }
  }
  return { fits, meets };
}
