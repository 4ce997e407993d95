import { createHash, randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

export interface BareService {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The peer: Fastify and pg with nothing between them. It stores the same rows of the same size and answers; it knows no
 * tenants, keys, validation, audit, outbox or deduplication, so the ratio to it is what those cost.
 */
export async function startBareService(databaseUrl: string): Promise<BareService> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  await pool.query(`
    CREATE TABLE bare_candidate (id uuid PRIMARY KEY, body jsonb NOT NULL);
    CREATE TABLE bare_credential (id uuid PRIMARY KEY, candidate_id uuid NOT NULL, sha256 bytea NOT NULL, bytes bytea NOT NULL)`);
  const app = Fastify({ bodyLimit: 1 << 20 });
  app.addContentTypeParser('application/vc', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/candidates', async (request, reply) => {
    const id = randomUUID();
    await pool.query('INSERT INTO bare_candidate VALUES ($1, $2)', [id, JSON.stringify(request.body)]);
    return reply.status(201).send({ id });
  });
  app.post<{ Params: { id: string } }>('/candidates/:id/credentials', async (request, reply) => {
    const id = randomUUID();
    const bytes = request.body as Buffer;
    const sha256 = createHash('sha256').update(bytes).digest();
    await pool.query('INSERT INTO bare_credential VALUES ($1, $2, $3, $4)', [id, request.params.id, sha256, bytes]);
    return reply.status(202).send({ id });
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    async stop() {
      await app.close();
      await pool.end();
    },
  };
}
