import pg from 'pg';

/** A reading transaction that sees one instant of one organization. */
export interface BulkRead {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** @param select a whole statement, without parameters @returns what `COPY (...) TO STDOUT` gives in binary */
  copy(select: string): Promise<Buffer>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads much at once on a connection of its own, one reading after the other. It needs nothing but the driver, so that a
 * thread beside the service can use it.
 */
export class BulkReader {
  private client: Promise<pg.Client> | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly url: string) {}

  read<T>(organizationId: string, work: (read: BulkRead) => Promise<T>): Promise<T> {
    if (!UUID.test(organizationId)) throw new Error('an organization id is a uuid');
    const result = this.turn.then(() => this.inTransaction(organizationId, work));
    this.turn = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.turn;
    await (await this.client?.catch(() => null))?.end();
  }

  private async inTransaction<T>(organizationId: string, work: (read: BulkRead) => Promise<T>): Promise<T> {
    const client = await this.connected();
    try {
      await client.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL ROLE credence_app;
         SET LOCAL app.organization_id = '${organizationId}'`,
      );
      const result = await work({
        query: async <Row>(sql: string, params: readonly unknown[] = []) =>
          (await client.query(sql, [...params])).rows as Row[],
        copy: (select) => copyOut(client, select),
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // Whatever state the connection is in, the next reading begins with a new one.
      this.client = null;
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  private connected(): Promise<pg.Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = null;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 10_000,
      application_name: 'credence-bulk-read',
    });
    client.on('error', () => (this.client = null));
    await client.connect();
    return client;
  }
}

/** The driver takes anything that can submit itself; its own queries drop the data of a copy. */
function copyOut(client: pg.Client, select: string): Promise<Buffer> {
  const statement = `COPY (${select}) TO STDOUT (FORMAT binary)`;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const copy = {
      submit: (connection: { query(text: string): void }) => connection.query(statement),
      // The driver uses the memory of a message again for the next one.
      handleCopyData: ({ chunk }: { chunk: Buffer }) => chunks.push(Buffer.from(chunk)),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(Buffer.concat(chunks)),
      handleError: (error: Error) => reject(error),
    };
    client.query(copy as unknown as pg.Submittable);
  });
}
