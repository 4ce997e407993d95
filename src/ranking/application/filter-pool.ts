import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import { checkFilter } from '../domain/check-filter.js';
import type { ScorableProfile } from '../domain/compiled-profile.js';
import {
  FILTER_NAMES,
  type FilteredPool,
  type FilterEffect,
  type FilterName,
  type PoolFilter,
} from '../domain/pool-filter.js';
import type { OrderRequest, RankingAnswer } from '../domain/ranking.js';
import { RankingEngine } from './ranking-engine.js';

/** Filters that look at how requirements are met; bands and names are filters of the ranking itself. */
@Injectable()
export class FilterPool {
  constructor(private readonly engine: RankingEngine) {}

  /** @returns nothing when no such filter is asked for @throws {Invalid} `filters-impossible` */
  async run(tx: Transaction, request: OrderRequest, filter: PoolFilter): Promise<FilteredPool | undefined> {
    const problems = checkFilter(request.profile, filter);
    if (problems.length > 0) {
      const faults = problems.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; ');
      throw new Invalid('filters-impossible', `The filters pass nobody. ${faults}.`, problems);
    }
    if (!looksAtRequirements(filter)) return undefined;
    const { shortOnly } = filter;
    // Whoever is qualified when it gates nothing lacks nothing else.
    const without = shortOnly === undefined ? null : withoutGate(request.profile, shortOnly);
    return this.engine.filter(tx, { ...request, filter, without });
  }
}

function looksAtRequirements({ states, shortOnly, tiers, leastProof }: PoolFilter): boolean {
  return states.length > 0 || shortOnly !== undefined || tiers !== undefined || leastProof !== undefined;
}

function withoutGate(profile: ScorableProfile, requirementId: string): ScorableProfile {
  const requirements = profile.requirements.map((one) =>
    one.id === requirementId ? { ...one, importance: 'nice' as const, group: null } : one,
  );
  const groups = profile.groups.flatMap((group) => {
    const isOwn = profile.requirements.some(({ id, group: of }) => id === requirementId && of === group.id);
    // With it met the group needs one member less.
    if (!isOwn) return [group];
    return group.atLeast <= 1 ? [] : [{ ...group, atLeast: group.atLeast - 1 }];
  });
  const gone = new Set(profile.groups.filter(({ id }) => !groups.some((left) => left.id === id)).map(({ id }) => id));
  return {
    requirements: requirements.map((one) =>
      one.group !== null && gone.has(one.group) ? { ...one, importance: 'nice' as const, group: null } : one,
    ),
    groups,
  };
}

/** How many each filter that was asked for removes, in the order in which they are applied. */
export function filterEffects(
  filter: PoolFilter,
  { totals, poolSize }: RankingAnswer,
  filtered: FilteredPool | undefined,
): readonly FilterEffect[] {
  const { q, bands, states, shortOnly, tiers, leastProof } = filter;
  const asked: Readonly<Record<FilterName, boolean>> = {
    q: q !== undefined,
    band: bands !== undefined,
    state: states.length > 0,
    shortOnly: shortOnly !== undefined,
    tier: tiers !== undefined,
    proof: leastProof !== undefined,
  };
  const kept = (bands ?? []).reduce((sum, band) => sum + totals[band], 0);
  const removes = filtered?.removes ?? { q: poolSize - totals.all, band: totals.all - kept };
  return FILTER_NAMES.filter((name) => asked[name]).map((name) => ({
    name,
    removes: (removes as Partial<Record<FilterName, number>>)[name] ?? 0,
  }));
}
