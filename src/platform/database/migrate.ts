import pg from 'pg';
import { dataSourceFor } from './data-source.js';

/** Any number, as long as every process asks for the same. */
const MIGRATION_LOCK = 4_117_236_001;

/**
 * Brings the schema up to date. Processes that start together take turns by an advisory lock, so each migration runs once.
 *
 * @returns names of the migrations that ran now
 */
export async function migrate(url: string): Promise<string[]> {
  const holder = new pg.Client({ connectionString: url, application_name: 'credence-migrate' });
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = await dataSourceFor(url).initialize();
    try {
      return (await source.runMigrations()).map((m) => m.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await holder.end();
  }
}
