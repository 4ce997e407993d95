import type { Transaction } from '../../platform/database/index.js';
import type { RoleProfiles, RoleProfileVersion } from '../../roles/index.js';
import { type Moves, movesBetween } from '../domain/moves.js';
import { PackedOrder } from '../domain/packed-order.js';

/** Movers named for each profile. */
const MOST_MOVERS = 20;

type Standings = Parameters<typeof movesBetween>[0];

export interface ProfilePage {
  /** Id of the last profile of the page before, newest first. */
  readonly before: string | null;
  readonly limit: number;
}

export interface MovesInProfiles {
  /** One more than was asked for, where there are more. */
  readonly profiles: readonly RoleProfileVersion[];
  /** By role profile; for as many as were asked for. */
  readonly moves: ReadonlyMap<string, Moves>;
}

/**
 * Who moves in each published profile of a page.
 *
 * @param standingsOf where everyone stands in a profile now, and where they would stand
 */
export async function movesInProfiles(
  tx: Transaction,
  roleProfiles: RoleProfiles,
  { before, limit }: ProfilePage,
  standingsOf: (profile: RoleProfileVersion) => Promise<readonly [was: Standings, is: Standings]>,
): Promise<MovesInProfiles> {
  const profiles = await roleProfiles.latestVersions(tx, before, limit + 1);
  const moves = new Map<string, Moves>();
  for (const profile of profiles.slice(0, limit)) {
    const [was, is] = await standingsOf(profile);
    moves.set(profile.roleProfileId, movesBetween(was, is, MOST_MOVERS));
  }
  return { profiles, moves };
}

/**
 * Who moves in each published profile of a page when something happens in the transaction, which is rehearsed and not kept.
 *
 * @param happens comes between the two orders of every profile
 * @param standingsOf where everyone stands in a profile as the transaction sees it
 */
export async function movesAfter(
  tx: Transaction,
  roleProfiles: RoleProfiles,
  { before, limit }: ProfilePage,
  happens: () => Promise<void>,
  standingsOf: (profile: RoleProfileVersion) => Promise<Standings>,
): Promise<MovesInProfiles> {
  const profiles = await roleProfiles.latestVersions(tx, before, limit + 1);
  const orders: [RoleProfileVersion, PackedOrder][] = [];
  for (const profile of profiles.slice(0, limit)) orders.push([profile, new PackedOrder(await standingsOf(profile))]);
  await happens();
  const moves = new Map<string, Moves>();
  for (const [profile, was] of orders) {
    const is = await standingsOf(profile);
    moves.set(profile.roleProfileId, movesBetween(was.unpack(is), is, MOST_MOVERS));
  }
  return { profiles, moves };
}
