import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startStores } from '../../src/platform/embedded/index.js';
import { type ServiceProcess, startProcess } from '../../test/support/service-process.js';
import { askSuggestions, type SuggestionFigures } from './ask-suggestions.js';
import { copyIn, copyText } from './copy-in.js';

const ROUNDS = 3;
const KEY = 'bench-key-0123456789-abcdefghijklmnop';
/** All that an import writes of a version, and what is the same over versions. */
const TABLES = ['competency_entry', 'competency_label', 'competency_identifier', 'competency_edge', 'competency_link', 'competency'] as const; // prettier-ignore

/** What people type, with the answer that is wanted among the first ten. */
const TYPED: readonly (readonly [kind: string, text: string, label: string])[] = [
  ['beginning', 'manage st', 'manage staff'],
  ['beginning', 'java', 'Java (computer programming)'],
  ['words', 'truck forklift', 'operate forklift'],
  ['words', 'safety food', 'food safety standards'],
  ['misspelled', 'managment', 'project management'],
  ['misspelled', 'javscript', 'JavaScript'],
  ['misspelled', 'wleding techniqes', 'welding techniques'],
  ['misspelled', 'comunication', 'communication'],
  ['code', 'S5.6.1', 'using digital tools for collaboration and productivity'],
  ['notes', 'pallet racking', ''],
];
const SEARCHES = 300;

const frameworks = process.env.FRAMEWORKS ?? '../shared/frameworks';
const folder = join(frameworks, 'esco-v1.1.1');
if (!existsSync(folder)) {
  console.error('The files of ESCO are not part of the project; name the folder above theirs in FRAMEWORKS.');
  process.exit(1);
}
const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

interface Round {
  readonly importSeconds: number;
  readonly copySeconds: number;
  readonly rows: number;
  readonly problems: number;
}

const dataDir = mkdtempSync(join(tmpdir(), 'credence-bench-'));
const stores = await startStores({ dataDir, path: process.env.PATH }, () => undefined);
try {
  const service = await startProcess({
    PORT: '0',
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.queue.kind === 'redis' ? stores.queue.url : '',
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: KEY,
    LOG_LEVEL: 'silent',
  });
  const client = new pg.Client({ connectionString: stores.databaseUrl });
  await client.connect();
  try {
    const rounds: Round[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) rounds.push(await measure(service, client, `ESCO ${round}`));
    const peakMb = megabytes(service, 'VmHWM');
    const search = await searched(service);
    report(rounds, peakMb, search, await askSuggestions(service.url, KEY, frameworks, 'ESCO 1'));
  } finally {
    await client.end();
    await service.kill('SIGTERM');
  }
} finally {
  await stores.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** One import by the API and, right after it, a COPY of the rows that it made. */
async function measure(service: ServiceProcess, client: pg.Client, name: string): Promise<Round> {
  const from = performance.now();
  const { result } = await imported(service, name);
  const importSeconds = (performance.now() - from) / 1000;
  const { rows, seconds } = await copied(client, result.frameworkId, result.frameworkVersionId);
  const { errors, warnings } = result.problems;
  return { importSeconds, copySeconds: seconds, rows, problems: errors + warnings };
}

interface Operation {
  readonly state: string;
  readonly error: unknown;
  readonly result: {
    readonly frameworkId: string;
    readonly frameworkVersionId: string;
    readonly problems: { readonly errors: number; readonly warnings: number };
  };
}

async function imported({ url }: ServiceProcess, name: string): Promise<Operation> {
  const headers = { authorization: `Bearer ${KEY}` };
  const form = new FormData();
  for (const [field, value] of Object.entries({ format: 'esco', name, version: '1.1.1' })) form.set(field, value);
  for (const file of files) form.append('files', new Blob([new Uint8Array(file.bytes)]), file.name);
  const accepted = await fetch(`${url}/v1/frameworks`, { method: 'POST', headers, body: form });
  if (accepted.status !== 202) throw new Error(await accepted.text());
  const location = new URL(accepted.headers.get('location') ?? '', url);
  for (;;) {
    const operation = (await (await fetch(location, { headers })).json()) as Operation;
    if (operation.state === 'failed') throw new Error(JSON.stringify(operation.error));
    if (operation.state === 'succeeded') return operation;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface SearchFigures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly misspelledP50Ms: number;
  readonly firstMs: number;
  readonly found: number;
  readonly wanted: number;
}

/** `GET /v1/competencies?q=` over HTTP, after the first one, which reads the framework into memory. */
async function searched({ url }: ServiceProcess): Promise<SearchFigures> {
  const ask = async (text: string): Promise<{ ms: number; labels: string[] }> => {
    const from = performance.now();
    const answer = await fetch(`${url}/v1/competencies?framework=ESCO%201&limit=10&q=${encodeURIComponent(text)}`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    const { data } = (await answer.json()) as { data: { label: string }[] };
    return { ms: performance.now() - from, labels: data.map(({ label }) => label) };
  };
  const { ms: firstMs } = await ask('welding');
  const all: { kind: string; ms: number }[] = [];
  const right = new Set<string>();
  for (let at = 0; at < SEARCHES; at += 1) {
    const [kind, text, label] = TYPED[at % TYPED.length] ?? ['', '', ''];
    const { ms, labels } = await ask(text);
    all.push({ kind, ms });
    if (labels.includes(label)) right.add(text);
  }
  const percentile = (times: number[], part: number): number =>
    round(times.sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0);
  return {
    p50Ms: percentile(
      all.map(({ ms }) => ms),
      0.5,
    ),
    p95Ms: percentile(
      all.map(({ ms }) => ms),
      0.95,
    ),
    misspelledP50Ms: percentile(
      all.filter(({ kind }) => kind === 'misspelled').map(({ ms }) => ms),
      0.5,
    ),
    firstMs: round(firstMs),
    found: right.size,
    wanted: TYPED.filter(([, , label]) => label !== '').length,
  };
}

/** COPY into tables with the same columns and no key, index, check or policy. */
async function copied(
  client: pg.Client,
  frameworkId: string,
  versionId: string,
): Promise<{ rows: number; seconds: number }> {
  let [rows, milliseconds] = [0, 0];
  for (const table of TABLES) {
    const [column, id] = table === 'competency' ? ['framework_id', frameworkId] : ['framework_version_id', versionId];
    const columns = await client.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`, // prettier-ignore
      [table],
    );
    const asText = columns.rows.map(({ name }) => `${name}::text`).join(', ');
    const sql = `SELECT ${asText} FROM ${table} WHERE ${column} = $1`;
    const stored = await client.query<(string | null)[]>({ text: sql, values: [id], rowMode: 'array' });
    const chunks = copyText(stored.rows);
    await client.query(`DROP TABLE IF EXISTS bare; CREATE TABLE bare AS SELECT * FROM ${table} WITH NO DATA`);
    const from = performance.now();
    await copyIn(client, 'COPY bare FROM STDIN', chunks);
    milliseconds += performance.now() - from;
    rows += stored.rows.length;
  }
  return { rows, seconds: milliseconds / 1000 };
}

/** `VmHWM`: the most memory that the process ever had resident. */
function megabytes({ pid }: ServiceProcess, field: string): number {
  const kilobytes = Number(
    new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1],
  );
  return Math.round(kilobytes / 1024);
}

function report(rounds: readonly Round[], peakMb: number, search: SearchFigures, suggestions: SuggestionFigures): void {
  const rows = rounds[0]?.rows ?? 0;
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const [seconds, copySeconds] = [
    median(rounds.map(({ importSeconds }) => importSeconds)),
    median(rounds.map(({ copySeconds: one }) => one)),
  ];
  const figures = {
    rows,
    problems: rounds[0]?.problems ?? 0,
    seconds: round(seconds),
    rowsPerSecond: Math.round(rows / seconds),
    copySeconds: round(copySeconds),
    copyRowsPerSecond: Math.round(rows / copySeconds),
    timesCopy: round(seconds / copySeconds),
    peakMb,
    search,
    suggestions,
  };
  console.log(
    `${rows} rows of ESCO imported in ${figures.seconds} s (${figures.rowsPerSecond} a second), ${peakMb} MB at most`,
  );
  console.log(`bare COPY of them: ${figures.copySeconds} s (${figures.copyRowsPerSecond} a second)`);
  console.log(
    `search in it: p50 ${search.p50Ms} ms, misspelled ${search.misspelledP50Ms} ms, first ${search.firstMs} ms`,
  );
  console.log(
    `suggestions of ${suggestions.phrases} phrases: p50 ${suggestions.p50Ms} ms, p95 ${suggestions.p95Ms} ms, ` +
      `first ${suggestions.firstMs} ms`,
  );
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
