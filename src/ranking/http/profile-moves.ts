import type { RoleProfileVersion } from '../../roles/index.js';
import type { Moves } from '../domain/moves.js';

/** One profile of a preview, with who moves in it. */
export const profileMoves = (
  { roleProfileId, title, version }: RoleProfileVersion,
  moves: ReadonlyMap<string, Moves>,
): object => ({ roleProfileId, title, profileVersion: version, ...moves.get(roleProfileId) });
