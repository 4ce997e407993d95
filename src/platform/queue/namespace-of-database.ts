import type { Pool } from 'pg';

/**
 * A name that is the same for all processes on one database and different for any other, so that two installations may
 * share a Redis. It comes from the cluster's own identifier, not from a host name that replicas may spell differently.
 */
export async function namespaceOfDatabase(pool: Pool): Promise<string> {
  const result = await pool.query<{ name: string }>(`
    SELECT to_hex(system_identifier) || '-' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS name
    FROM pg_control_system()`);
  const name = result.rows[0]?.name;
  if (name === undefined) throw new Error('the database does not tell its identifier');
  return name;
}
