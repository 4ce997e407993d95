import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const LOOK_EVERY_MS = 100;

/** The verifications that the service still owes, kept from running out and watched. */
export class Backlog {
  /** The fewest that were seen while it was watched. */
  least = Infinity;

  private constructor(private readonly client: pg.Client) {}

  static async open(databaseUrl: string): Promise<Backlog> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return new Backlog(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Gives what the first candidate handed in to further candidates, until so many are owed. */
  async fillUpTo(most: number): Promise<void> {
    while ((await this.owed()) < most) {
      await this.client.query(
        `WITH handed_in AS (SELECT * FROM credential WHERE candidate_id = (SELECT id FROM candidate WHERE ordinal = 1)),
         person AS (INSERT INTO candidate (organization_id, id, name)
           SELECT organization_id, gen_random_uuid(), 'Bench' FROM handed_in LIMIT 1 RETURNING id),
         copies AS MATERIALIZED (SELECT h.*, gen_random_uuid() AS copy_id FROM handed_in h),
         stored AS (
           INSERT INTO credential (organization_id, id, candidate_id, sha256, size, content_type, file_name, source,
                                   submitted_at, submitted_by)
           SELECT organization_id, copy_id, (SELECT id FROM person), sha256, size, content_type, file_name, source,
             submitted_at, submitted_by FROM copies),
         kept AS (
           INSERT INTO credential_original (organization_id, credential_id, bytes)
           SELECT c.organization_id, c.copy_id, o.bytes FROM copies c
           JOIN credential_original o ON o.organization_id = c.organization_id AND o.credential_id = c.id)
         INSERT INTO outbox (organization_id, id, topic, consumer, lane, payload)
         SELECT organization_id, gen_random_uuid(), 'credential.submitted', 'verification', 'verification',
           jsonb_build_object('credentialId', copy_id) FROM copies`,
      );
    }
  }

  /** @returns ends the watch */
  watch(): () => Promise<void> {
    let watching = true;
    const looking = (async () => {
      while (watching) {
        this.least = Math.min(this.least, await this.owed());
        await sleep(LOOK_EVERY_MS);
      }
    })();
    return async () => {
      watching = false;
      await looking;
      this.least = Math.min(this.least, await this.owed());
    };
  }

  private async owed(): Promise<number> {
    const { rows } = await this.client.query<{ n: string }>(
      `SELECT count(*) AS n FROM outbox WHERE topic = 'credential.submitted'`,
    );
    return Number(rows[0]?.n);
  }
}
