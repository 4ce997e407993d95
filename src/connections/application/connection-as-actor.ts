import type { Principal } from '../../identity/index.js';
import type { Connection } from '../domain/connection.js';

/** What a connection does is written down under its own name. */
export const connectionAsActor = ({ id, organizationId }: Pick<Connection, 'id' | 'organizationId'>): Principal => ({
  kind: 'connection',
  id,
  organizationId,
  roles: [],
});
