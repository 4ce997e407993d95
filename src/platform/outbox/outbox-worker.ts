import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { LANES, LaneQueues, type Lane, type LaneWorker } from '../queue/index.js';
import { Dispatcher } from './dispatcher.js';
import { RelaySignal } from './relay-signal.js';
import { Relay } from './relay.js';
import { Rounds } from './rounds.js';
import { Sweeper } from './sweeper.js';

/** Verifications mostly wait for documents of others, and those that are done at the same time are stored together. */
const CONCURRENCY: Record<Lane, number> = { verification: 192, work: 4, delivery: 8 };
const RELAY_EVERY_MS = 500;
const SWEEP_EVERY_MS = 3_000;
const CLOSE_DEADLINE_MS = 25_000;

/** Keeps relay, sweeper and lane workers running in the processes that do work. */
@Injectable()
export class OutboxWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('OutboxWorker');
  private readonly rounds: Rounds[] = [];
  private workers: LaneWorker[] = [];

  constructor(
    private readonly relay: Relay,
    private readonly sweeper: Sweeper,
    private readonly dispatcher: Dispatcher,
    private readonly queues: LaneQueues,
    private readonly signal: RelaySignal,
  ) {}

  start(): void {
    this.workers = LANES.map((lane) => this.queues.work(lane, CONCURRENCY[lane], (job) => this.dispatcher.run(job)));
    const relaying = this.every(RELAY_EVERY_MS, 'relay', async () => (await this.relay.relayDue()).mayHaveMore);
    this.every(SWEEP_EVERY_MS, 'sweep', async () => {
      const lost = await this.sweeper.sweep();
      if (lost > 0) this.log.warn({ event: 'sweeper.requeued', count: lost });
      return false;
    });
    this.signal.onRaise(() => relaying.soon());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.rounds.map((rounds) => rounds.stop()));
    await Promise.all(this.workers.map((worker) => worker.close(CLOSE_DEADLINE_MS)));
    await this.queues.close();
  }

  private every(ms: number, name: string, round: () => Promise<boolean>): Rounds {
    const rounds = new Rounds(ms, round, (error) => this.log.warn({ event: `${name}.failed` }, String(error)));
    this.rounds.push(rounds);
    rounds.start();
    return rounds;
  }
}
