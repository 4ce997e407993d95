import type { Transaction } from '../../platform/database/index.js';
import { type Band, BANDS } from '../domain/gates.js';
import type { FilteredPool, FilterName, PoolFilter } from '../domain/pool-filter.js';
import { REQUIREMENT_STATES } from '../domain/states.js';
import type { PoolRequest } from './pool-standings.js';
import { rankedCtes } from './ranked-sql.js';
import { weighing } from './weighing-sql.js';

const MET = REQUIREMENT_STATES.indexOf('met');
const LEVEL_SHORT = REQUIREMENT_STATES.indexOf('level_short');
const QUALIFIED = BANDS.indexOf('qualified');
const MISSING = REQUIREMENT_STATES.indexOf('missing');
const OF_JOB = `h.candidate_id IN (SELECT a.candidate_id FROM application a WHERE a.organization_id = $1 AND a.job_id = $6)`;

/**
 * Who of a pool passes each filter. $7 pattern on the name, $8 bands, $9 $10 requirement positions with the states that
 * pass as bits, $11 who would be qualified without the requirement at position $14, $12 tiers, $13 least proof.
 */
const filterSql = (candidates: string): string => `
WITH RECURSIVE
${rankedCtes(weighing(candidates))},
  shown AS (
    SELECT candidate_id, position, min(state) AS state, bool_or(state = ${MET} AND tier = ANY ($12)) AS by_tier,
      bool_or(state = ${MET} AND proof >= $13) AS by_proof
    FROM (${weighing(candidates)}) w GROUP BY candidate_id, position
  ),
  standing AS (
    SELECT candidate_id, jsonb_object_agg(position, state) AS states, bool_or(state = ${MET}) AS meets,
      bool_and(state IS DISTINCT FROM ${MET} OR by_tier) AS by_tier,
      bool_and(state IS DISTINCT FROM ${MET} OR by_proof) AS by_proof
    FROM shown GROUP BY candidate_id
  ),
  passing AS (
    SELECT k.ordinal, ($7::text IS NULL OR k.name ILIKE $7) AS q, ($8::int[] IS NULL OR k.band = ANY ($8)) AS band,
      NOT EXISTS (SELECT FROM unnest($9::int[], $10::int[]) AS f (position, states)
        WHERE (1 << coalesce((s.states ->> f.position::text)::int, ${MISSING})) & f.states = 0) AS state,
      ($11::uuid[] IS NULL OR (k.id = ANY ($11) AND k.band <> ${QUALIFIED}
        AND (s.states ->> $14::int::text)::int IS NOT DISTINCT FROM ${LEVEL_SHORT})) AS "shortOnly",
      ($12::text[] IS NULL OR coalesce(s.meets AND s.by_tier, false)) AS tier,
      ($13::int IS NULL OR coalesce(s.meets AND s.by_proof, false)) AS proof
    FROM ranked k LEFT JOIN standing s ON s.candidate_id = k.id
  )
SELECT coalesce(array_agg(ordinal::int4 ORDER BY ordinal)
    FILTER (WHERE state AND "shortOnly" AND tier AND proof), '{}') AS ordinals,
  jsonb_build_object('q', count(*) FILTER (WHERE NOT q), 'band', count(*) FILTER (WHERE q AND NOT band),
    'state', count(*) FILTER (WHERE q AND band AND NOT state),
    'shortOnly', count(*) FILTER (WHERE q AND band AND state AND NOT "shortOnly"),
    'tier', count(*) FILTER (WHERE q AND band AND state AND "shortOnly" AND NOT tier),
    'proof', count(*) FILTER (WHERE q AND band AND state AND "shortOnly" AND tier AND NOT proof)) AS removes
FROM passing`;

const OF_EVERYONE_SQL = filterSql('TRUE');
const OF_JOB_SQL = filterSql(OF_JOB);

interface Row {
  readonly ordinals: readonly number[];
  readonly removes: Readonly<Record<FilterName, number>>;
}

/** Filters that look at how the requirements are met, over a whole pool. */
export class PoolFilters {
  /** @param qualifiedWithout who would be qualified if `shortOnly` were met; null when it is not asked for */
  async run(
    tx: Transaction,
    { profile, policy, asOf, job }: Omit<PoolRequest, 'strength'>,
    filter: PoolFilter,
    qualifiedWithout: readonly string[] | null,
  ): Promise<FilteredPool> {
    const { q, bands, states, tiers, leastProof } = filter;
    const [row] = await tx.query<Row>(job === undefined ? OF_EVERYONE_SQL : OF_JOB_SQL, [
      tx.organizationId,
      JSON.stringify(profile.requirements),
      JSON.stringify(profile.groups),
      asOf,
      JSON.stringify(policy),
      job ?? null,
      q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`,
      bands?.map((band: Band) => BANDS.indexOf(band)) ?? null,
      states.map(({ requirementId }) => profile.requirements.findIndex(({ id }) => id === requirementId) + 1),
      states.map((one) => one.states.reduce((bits, state) => bits | (1 << REQUIREMENT_STATES.indexOf(state)), 0)),
      qualifiedWithout,
      tiers ?? null,
      leastProof ?? null,
      profile.requirements.findIndex(({ id }) => id === filter.shortOnly) + 1,
    ]);
    if (row === undefined) throw new Error('a filtered pool always answers its counts');
    return { ordinals: Int32Array.from(row.ordinals), removes: row.removes };
  }
}
