import type { Importance } from '../../../roles/index.js';
import type { Band } from '../gates.js';
import { meets, type Tally } from '../tally.js';
import { bandOfClosed } from './band-of-closed.js';
import { type CountedGate, type CountedProfile, metIn } from './counted-gates.js';

export type BandCounts = Readonly<Record<Band, number>>;

export interface Pool extends BandCounts {
  readonly all: number;
  /** One unmet requirement away from qualified. */
  readonly near: number;
}

export interface RequirementEffect {
  readonly requirementId: string;
  /** How many meet it. */
  readonly holding: number;
  /** How many would be qualified but for it alone. */
  readonly excludesAlone: number;
  readonly ifDropped: BandCounts;
  readonly ifLearnable: BandCounts;
  /** null when no level is asked, or the lowest. */
  readonly ifOneLevelLower: BandCounts | null;
}

type Counting = Record<Band, number>;
const nobody = (): Counting => ({ qualified: 0, readySoon: 0, notYet: 0 });

export interface CountedEffects {
  readonly pool: Pool;
  readonly requirements: readonly RequirementEffect[];
}

/** Counts in portions, since a pool may have as many patterns as people and others wait meanwhile. */
export interface EffectCounter {
  /** Counts as many entries more. @returns whether there are entries left */
  count(entries: number): boolean;
  /** Of the entries counted so far. */
  readonly effects: CountedEffects;
}

/** The pool as it is, and after each change of one requirement; all at once. */
export function countEffects(counted: CountedProfile, tally: Tally): CountedEffects {
  const counter = effectCounter(counted, tally);
  counter.count(tally.counts.length);
  return counter.effects;
}

export function effectCounter(counted: CountedProfile, tally: Tally): EffectCounter {
  const { profile, gates, gateOf, lowered } = counted;
  const pool = { all: tally.poolSize, ...nobody(), near: 0 };
  const effects = profile.requirements.map(({ id }, index) => ({
    requirementId: id,
    holding: 0,
    excludesAlone: 0,
    ifDropped: nobody(),
    ifLearnable: nobody(),
    ifOneLevelLower: (lowered[index] ?? null) === null ? null : nobody(),
  }));
  const countEntry = (entry: number) => {
    const people = tally.counts[entry] as number;
    const met = gates.map((gate) => metIn(tally, entry, gate));
    const standing = standingOf(gates, met);
    const band = bandOfClosed(standing.must, standing.learnable);
    pool[band] += people;
    if (standing.lacking === 1) pool.near += people;
    effects.forEach((effect, index) => {
      const place = gateOf[index] as number;
      const gate = gates[place] as CountedGate;
      const has = meets(tally, entry, index) ? 1 : 0;
      const metNow = met[place] as number;
      const isOpen = metNow >= gate.needed;
      const after = (open: boolean, importance: Importance): Band => {
        const change = (of: Importance) =>
          Number(importance === of && !open) - Number(gate.importance === of && !isOpen);
        return bandOfClosed(standing.must + change('must'), standing.learnable + change('learnable'));
      };
      const neededWithout = Math.min(gate.needed, gate.conditions.length - 1);
      const dropped = after(metNow - has >= neededWithout, gate.importance);
      effect.holding += has * people;
      effect.ifDropped[dropped] += people;
      effect.ifLearnable[after(isOpen, 'learnable')] += people;
      if (band !== 'qualified' && dropped === 'qualified') effect.excludesAlone += people;
      const lower = lowered[index] ?? null;
      if (effect.ifOneLevelLower !== null && lower !== null) {
        const metLower = metNow - has + (meets(tally, entry, lower) ? 1 : 0);
        effect.ifOneLevelLower[after(metLower >= gate.needed, gate.importance)] += people;
      }
    });
  };
  let next = 0;
  return {
    effects: { pool, requirements: effects },
    count(entries) {
      const end = Math.min(next + entries, tally.counts.length);
      for (; next < end; next += 1) countEntry(next);
      return next < tally.counts.length;
    },
  };
}

/** How many gates are closed, and how many more requirements would open all that gate a band. */
function standingOf(gates: readonly CountedGate[], met: readonly number[]) {
  const standing = { must: 0, learnable: 0, lacking: 0 };
  gates.forEach(({ importance, needed }, place) => {
    const lacking = needed - (met[place] as number);
    if (importance === 'nice' || lacking <= 0) return;
    standing[importance] += 1;
    standing.lacking += lacking;
  });
  return standing;
}
