import pg from 'pg';
import { withoutSecrets } from './connection-text.js';

export type PostgresAnswer = { ok: true; version: string } | { ok: false; code: string; reason: string };

/** Connects and asks one question. The reason of a failure holds no secret of the URL. */
export async function pingPostgres(url: string, timeoutMs: number): Promise<PostgresAnswer> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs, query_timeout: timeoutMs });
    // A server that goes away between the question and the goodbye must not bring the process down.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return { ok: true, version: rows[0]?.server_version.split(' ')[0] ?? '' };
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return { ok: false, code: code ?? '', reason: withoutSecrets(message || code || 'no answer', url) };
  } finally {
    await client?.end().catch(() => undefined);
  }
}
