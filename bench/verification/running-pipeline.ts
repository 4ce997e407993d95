import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../../src/platform/database/index.js';
import type { SignedDocument } from './corpora.js';
import type { CheckName, PipelineAnswer, PipelineOrder } from './pipeline-service.js';

const KEY = 'bench-key-0123456789-abcdefghijklmnop';
const CANDIDATES = 60;

export interface Stores {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** One service on a database of its own, with candidates to submit for. */
export class RunningPipeline {
  private submitted = 0;
  private candidates: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly owner: pg.Pool,
    private readonly url: string,
    private readonly organizationId: string,
    private readonly corpus: readonly SignedDocument[],
  ) {}

  static async start(
    name: string,
    check: CheckName,
    corpus: readonly SignedDocument[],
    stores: Stores,
    dataDir: string,
  ): Promise<RunningPipeline> {
    const admin = new pg.Client({ connectionString: stores.databaseUrl });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
    const place = new URL(stores.databaseUrl);
    place.pathname = `/${name}`;
    await migrate(place.href);
    const file = fileURLToPath(new URL('./pipeline-service.js', import.meta.url));
    const settings = { LOG_LEVEL: 'silent', EGRESS: 'off', DATA_DIR: dataDir, BOOTSTRAP_API_KEY: KEY };
    const where = { DATABASE_URL: place.href, REDIS_URL: stores.redisUrl };
    const child = fork(file, [check], { env: { PATH: process.env.PATH, ...settings, ...where } });
    const { url, organizationId } = await answerOf(child, 'url');
    // Row-level security binds the owner of the tables too.
    const options = `-c app.organization_id=${organizationId}`;
    const owner = new pg.Pool({ connectionString: place.href, max: 2, options });
    const pipeline = new RunningPipeline(child, owner, url, organizationId, corpus);
    await pipeline.makeCandidates();
    return pipeline;
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
    await this.owner.end();
  }

  /** Submits the next document; no document comes twice for one candidate. */
  async submit(): Promise<string> {
    const at = this.submitted;
    this.submitted += 1;
    const document = this.documentAt(at);
    // Those who submit at the same time do so for different people, as they do elsewhere.
    const candidate = this.candidates[(at + Math.floor(at / this.corpus.length)) % CANDIDATES] ?? '';
    const answer = await this.post(`/v1/candidates/${candidate}/credentials`, document.contentType, document.bytes);
    return (answer as { id: string }).id;
  }

  /** Stores documents without asking for their check. */
  async store(count: number): Promise<string[]> {
    const { rows } = await this.owner.query<{ id: string }>(
      `WITH stored AS (
         INSERT INTO credential (organization_id, id, candidate_id, sha256, size, content_type, source, submitted_at, submitted_by)
         SELECT $1, gen_random_uuid(), $2, sha256(d.bytes || convert_to(gen_random_uuid()::text, 'UTF8')), length(d.bytes),
           $4, 'api', now(), 'bench'
         FROM generate_series(0, $5 - 1) AS n (at)
         JOIN unnest($3::bytea[]) WITH ORDINALITY AS d (bytes, place) ON d.place = 1 + n.at % cardinality($3::bytea[])
         RETURNING organization_id, id, size)
       SELECT id FROM stored`,
      [
        this.organizationId,
        this.candidates[0],
        this.corpus.map(({ bytes }) => bytes),
        this.documentAt(0).contentType,
        count,
      ],
    );
    await this.owner.query(
      `INSERT INTO credential_original (organization_id, credential_id, bytes)
       SELECT $1, c.id, d.bytes FROM unnest($2::uuid[]) WITH ORDINALITY AS c (id, place)
       JOIN unnest($3::bytea[]) WITH ORDINALITY AS d (bytes, place) ON d.place = 1 + (c.place - 1) % cardinality($3::bytea[])`,
      [this.organizationId, rows.map(({ id }) => id), this.corpus.map(({ bytes }) => bytes)],
    );
    return rows.map(({ id }) => id);
  }

  async owe(ids: string[]): Promise<void> {
    const owed = answerOf(this.child, 'owed');
    this.child.send({ bulk: ids } satisfies PipelineOrder);
    await owed;
  }

  /** Waits until so many credentials have a verdict that anybody can read. */
  async waitForVerdicts(count: number): Promise<void> {
    for (;;) {
      if ((await this.verdicts()) >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async verdicts(): Promise<number> {
    const { rows } = await this.owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM credential_verdict`);
    return rows[0]?.count ?? 0;
  }

  /** How many were found good, to show that each check really ran. */
  async verified(): Promise<number> {
    const { rows } = await this.owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM credential_verdict WHERE verdict = 'verified'`,
    );
    return rows[0]?.count ?? 0;
  }

  async takeCommits(): Promise<Map<string, number>> {
    const taken = answerOf(this.child, 'commits');
    this.child.send('take-commits' satisfies PipelineOrder);
    return new Map((await taken).commits);
  }

  private documentAt(at: number): SignedDocument {
    return this.corpus[at % this.corpus.length] as SignedDocument;
  }

  private async makeCandidates(): Promise<void> {
    for (let made = 0; made < CANDIDATES; made += 1) {
      const body = JSON.stringify({ externalIds: [{ system: 'bench', id: String(made) }], name: `Person ${made}` });
      const answer = await this.post('/v1/candidates', 'application/json', Buffer.from(body));
      this.candidates.push((answer as { id: string }).id);
    }
  }

  private async post(path: string, contentType: string, body: Buffer): Promise<unknown> {
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': contentType };
    const answer = await fetch(`${this.url}${path}`, { method: 'POST', headers, body: new Uint8Array(body) });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}

function answerOf<K extends 'url' | 'commits' | 'owed'>(
  child: ChildProcess,
  key: K,
): Promise<Extract<PipelineAnswer, Record<K, unknown>>> {
  return new Promise((resolve, reject) => {
    const hear = (message: PipelineAnswer): void => {
      if (!(key in message)) return;
      child.off('message', hear);
      child.off('exit', fail);
      resolve(message as Extract<PipelineAnswer, Record<K, unknown>>);
    };
    const fail = (code: number | null): void => reject(new Error(`a service of the bench ended with ${code}`));
    child.on('message', hear);
    child.once('exit', fail);
  });
}
