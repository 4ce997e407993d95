import type { Tally } from '../tally.js';
import type { CountedProfile } from './counted-gates.js';
import { CHANGE_KINDS, type ChangeKind } from './profile-change.js';
import {
  type BandCounts,
  type CountedEffects,
  countEffects,
  type Pool,
  type RequirementEffect,
} from './requirement-effects.js';
import { type TradeOff, tradeOffs } from './trade-offs.js';

export interface SingleChange {
  readonly requirementId: string;
  readonly change: ChangeKind;
  readonly addsQualified: number;
  /** The bands after it. */
  readonly pool: BandCounts;
}

/** What a profile costs, before anybody is ranked by it: counts of people only. */
export interface Preview {
  readonly pool: Pool;
  readonly requirements: readonly RequirementEffect[];
  /** null when no single change qualifies anybody more. */
  readonly bestSingleChange: SingleChange | null;
  readonly tradeOffs: readonly TradeOff[];
  readonly tradeOffsExhaustive: boolean;
}

/**
 * @param tally of the conditions that `counted` names
 * @param effects where they were counted before
 */
export function previewOf(
  counted: CountedProfile,
  tally: Tally,
  { pool, requirements }: CountedEffects = countEffects(counted, tally),
): Preview {
  const best = bestSingleChange(pool.qualified, requirements);
  const first = best === null ? null : asTradeOff(best);
  const found = tradeOffs(counted, tally, pool.qualified, first);
  return {
    pool,
    requirements,
    bestSingleChange: best,
    tradeOffs: found.tradeOffs,
    tradeOffsExhaustive: found.exhaustive,
  };
}

/** Most qualified; between equals the gentlest, then the first in the profile. A profile keeps one requirement at least. */
function bestSingleChange(base: number, requirements: readonly RequirementEffect[]): SingleChange | null {
  let best: SingleChange | null = null;
  for (const change of CHANGE_KINDS) {
    if (change === 'dropped' && requirements.length === 1) continue;
    for (const effect of requirements) {
      const pool = poolAfter(effect, change);
      const addsQualified = (pool?.qualified ?? base) - base;
      if (pool === null || addsQualified <= (best?.addsQualified ?? 0)) continue;
      best = { requirementId: effect.requirementId, change, addsQualified, pool };
    }
  }
  return best;
}

function poolAfter(effect: RequirementEffect, change: ChangeKind): BandCounts | null {
  if (change === 'dropped') return effect.ifDropped;
  return change === 'learnable' ? effect.ifLearnable : effect.ifOneLevelLower;
}

function asTradeOff({ requirementId, change, addsQualified, pool }: SingleChange): TradeOff {
  return { changes: [{ requirementId, change }], qualified: pool.qualified, addsQualified };
}
