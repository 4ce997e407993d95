import pg from 'pg';
import { type CompetencyWording, normaliseLabel } from '../../src/frameworks/index.js';

/** What PostgreSQL offers by itself: the labels nearest by pg_trgm, through its GIN index. */
export class TrigramSearch {
  private constructor(
    private readonly client: pg.Client,
    private readonly table: string,
  ) {}

  static async over(client: pg.Client, table: string, framework: readonly CompetencyWording[]): Promise<TrigramSearch> {
    await client.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await client.query(`CREATE TABLE ${table} (uri text NOT NULL, label text NOT NULL)`);
    const labels = framework.flatMap(({ uri, preferred, alternative }) =>
      [...preferred, ...alternative].map((label) => ({ uri, label: normaliseLabel(label) })),
    );
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest($1::text[], $2::text[])`, [
      labels.map(({ uri }) => uri),
      labels.map(({ label }) => label),
    ]);
    await client.query(`CREATE INDEX ON ${table} USING gin (label gin_trgm_ops)`);
    await client.query(`ANALYZE ${table}`);
    await client.query(`SET pg_trgm.similarity_threshold = 0.25`);
    return new TrigramSearch(client, table);
  }

  /** URIs of the ten nearest. */
  async search(text: string): Promise<string[]> {
    const { rows } = await this.client.query<{ uri: string }>(
      `SELECT uri FROM ${this.table} WHERE label % $1 GROUP BY uri
       ORDER BY max(similarity(label, $1)) DESC, uri LIMIT 10`,
      [normaliseLabel(text)],
    );
    return rows.map(({ uri }) => uri);
  }
}
