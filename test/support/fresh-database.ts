import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** An empty database for one test file, so that files never see each other's rows. Drop it in `afterAll`. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: live tests run in the jest projects "live" and "e2e"');
  return freshDatabaseOn(server);
}

/** An empty database beside the one that is named. */
export async function freshDatabaseOn(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `credence_test_${uuidv7().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
