import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStores } from '../../src/platform/embedded/index.js';
import { bullFor, type QueueStore } from '../../src/platform/queue/index.js';
import { embeddedCorpus, tokenCorpus } from './corpora.js';
import { median, rounded } from './interleave.js';
import type { CheckName } from './pipeline-service.js';
import { RunningPipeline, type Stores } from './running-pipeline.js';

export interface PipelineFigures {
  readonly G7: { jwt: number; di: number };
  readonly G8: { jwt: number; di: number };
  readonly G9: { single: number; bulk: number };
  readonly G10: number;
  readonly G11: number;
}

export interface PipelinePlan {
  readonly rounds: number;
  /** Of single submissions, in each round. */
  readonly seconds: number;
  /** Credentials whose check is asked for at once, in each round. */
  readonly bulk: number;
}

const WORKERS = 32;
const kinds = ['noop', 'jwt', 'di', 'peer'] as const;
type Kind = (typeof kinds)[number];
type Rates = Record<Kind, number[]>;

export async function measurePipeline(plan: PipelinePlan): Promise<PipelineFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-bench-'));
  const embedded = await startStores({ dataDir, path: process.env.PATH }, () => undefined);
  const stores: Stores = {
    databaseUrl: embedded.databaseUrl,
    redisUrl: embedded.queue.kind === 'redis' ? embedded.queue.url : '',
  };
  const queueStore: QueueStore =
    embedded.queue.kind === 'redis' ? embedded.queue : { kind: 'postgres', url: embedded.databaseUrl };
  const pipelines = new Map<Kind, RunningPipeline>();
  try {
    const tokens = tokenCorpus('EdDSA', 'whole-payload');
    const badges = await embeddedCorpus('eddsa-rdfc-2022', { kind: 'typical' });
    const checks: Record<Kind, CheckName> = {
      noop: 'no-op',
      jwt: 'credence',
      di: 'credence',
      peer: '@digitalbazaar/vc',
    };
    for (const kind of kinds) {
      const corpus = kind === 'noop' || kind === 'jwt' ? tokens : badges;
      pipelines.set(kind, await RunningPipeline.start(`bench_${kind}`, checks[kind], corpus, stores, dataDir));
    }
    const of = (kind: Kind): RunningPipeline => pipelines.get(kind) as RunningPipeline;
    const bare: number[] = [];
    const single = newRates();
    const bulk = newRates();
    for (let round = 0; round <= plan.rounds; round += 1) {
      const jobs = await bareJobsPerSecond(queueStore);
      for (const [turn] of kinds.entries()) {
        const kind = kinds[(turn + round) % kinds.length] ?? 'noop';
        const one = await singleRate(of(kind), plan.seconds);
        const many = await bulkRate(of(kind), plan.bulk);
        // The first round warms everything up.
        if (round === 0) continue;
        single[kind].push(one);
        bulk[kind].push(many);
      }
      if (round > 0) bare.push(jobs);
    }
    await checkVerdicts(pipelines);
    const capacity = Math.min(median(single.jwt), median(single.di));
    const G10 = await latencyRatio(of('di'), of('noop'), capacity / 2, plan.seconds);
    print(single, bulk, bare, embedded.queue.kind);
    return {
      G7: { jwt: ratio(single.jwt, single.noop), di: ratio(single.di, single.noop) },
      G8: { jwt: ratio(bulk.jwt, bulk.noop), di: ratio(bulk.di, bulk.noop) },
      G9: { single: ratio(single.noop, bare), bulk: ratio(bulk.noop, bare) },
      G10,
      G11: ratio(bulk.di, bulk.peer),
    };
  } finally {
    for (const pipeline of pipelines.values()) await pipeline.stop();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const newRates = (): Rates => ({ noop: [], jwt: [], di: [], peer: [] });

/** Submissions a second until all verdicts can be read; submitters wait for their answer before the next. */
async function singleRate(pipeline: RunningPipeline, seconds: number): Promise<number> {
  const before = await pipeline.verdicts();
  const begun = performance.now();
  let sent = 0;
  const submitter = async (): Promise<void> => {
    while (performance.now() - begun < seconds * 1000) {
      await pipeline.submit();
      sent += 1;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, submitter));
  await pipeline.waitForVerdicts(before + sent);
  return (sent * 1000) / (performance.now() - begun);
}

/** Credentials a second when the check of many stored ones is asked for at once. */
async function bulkRate(pipeline: RunningPipeline, count: number): Promise<number> {
  const ids = await pipeline.store(count);
  const before = await pipeline.verdicts();
  const begun = performance.now();
  await pipeline.owe(ids);
  await pipeline.waitForVerdicts(before + count);
  return (count * 1000) / (performance.now() - begun);
}

/** Jobs a second of the queue alone: added and done with nothing to do, as many at once as ours. */
async function bareJobsPerSecond(store: QueueStore, jobs = 5_000): Promise<number> {
  const bull = bullFor(store, 'bench');
  const name = `bare-${Date.now()}`;
  const queue = bull.queue(name);
  let done = 0;
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const worker = bull.worker(
    name,
    async () => {
      done += 1;
      if (done === jobs) finish();
    },
    { concurrency: 64 },
  );
  await worker.waitUntilReady();
  await queue.waitUntilReady();
  const begun = performance.now();
  for (let at = 0; at < jobs; at += 500)
    await queue.addBulk(
      Array.from({ length: 500 }, (_, n) => ({ name, data: { n: at + n }, opts: { removeOnComplete: true } })),
    );
  await finished;
  const rate = (jobs * 1000) / (performance.now() - begun);
  await worker.close();
  await queue.close();
  return rate;
}

/** p95 from due to readable with our check, over the same with none, at a rate that both can hold. */
async function latencyRatio(
  own: RunningPipeline,
  noop: RunningPipeline,
  rate: number,
  seconds: number,
): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const base = await latencyAt(noop, rate, seconds);
    ratios.push((await latencyAt(own, rate, seconds)) / base);
  }
  return rounded(median(ratios));
}

/** Each submission has a time at which it is due, whether or not those before it are done. */
async function latencyAt(pipeline: RunningPipeline, rate: number, seconds: number): Promise<number> {
  await pipeline.takeCommits();
  const before = await pipeline.verdicts();
  const begun = performance.now();
  const due = new Map<string, number>();
  const sent: Promise<unknown>[] = [];
  const count = Math.round(rate * seconds);
  for (let at = 0; at < count; at += 1) {
    const at_ms = begun + (at * 1000) / rate;
    const wait = at_ms - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(pipeline.submit().then((id) => due.set(id, performance.timeOrigin + at_ms)));
  }
  await Promise.all(sent);
  await pipeline.waitForVerdicts(before + count);
  const commits = await pipeline.takeCommits();
  const latencies = [...due].map(([id, from]) => (commits.get(id) ?? NaN) - from).sort((a, b) => a - b);
  return latencies[Math.floor(latencies.length * 0.95)] ?? NaN;
}

/** A pipeline that found nothing good or nothing bad checked nothing. */
async function checkVerdicts(pipelines: ReadonlyMap<Kind, RunningPipeline>): Promise<void> {
  for (const kind of ['jwt', 'di', 'peer'] as const) {
    const pipeline = pipelines.get(kind);
    const share = ((await pipeline?.verified()) ?? 0) / ((await pipeline?.verdicts()) ?? 1);
    // One in fifty is bad; rounds that stop inside the corpus shift that a little.
    if (!(share > 0.95 && share < 1)) throw new Error(`${kind}: ${share} of the documents were found good`);
  }
}

function ratio(one: readonly number[], other: readonly number[]): number {
  return rounded(median(one.map((value, round) => value / (other[round] ?? NaN))));
}

function print(single: Rates, bulk: Rates, bare: readonly number[], queue: string): void {
  console.log(`\npipeline, credentials a second to a readable verdict (queue on ${queue}; bare jobs ${rate(bare)})`);
  for (const kind of kinds)
    console.log(`  ${kind.padEnd(6)} single ${rate(single[kind]).padStart(6)}   bulk ${rate(bulk[kind]).padStart(6)}`);
}

const rate = (values: readonly number[]): string => median(values).toFixed(0);
