import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { TooMany } from '../http/index.js';
import { isFinished, type OperationVersion } from './operation.js';
import { Operations } from './operations.js';

export const MAX_STREAMS_PER_ORGANIZATION = 20;

/** Rhythm of a stream, in milliseconds of real time. */
export interface StreamTimes {
  readonly lookEvery: number;
  readonly heartbeatEvery: number;
  /** Then the stream ends and the watcher, who may have lost the right to watch meanwhile, connects again. */
  readonly endAfter: number;
}

const TIMES: StreamTimes = { lookEvery: 500, heartbeatEvery: 15_000, endAfter: 600_000 };

/** Operations as Server-Sent Events, for as many watchers as an organization may have at once. */
@Injectable()
export class OperationStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<string, number>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: Operations,
  ) {}

  /** Open streams would keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /**
   * Events from now on, one for each change that is seen, as the text of an event stream. The version of an operation
   * is the id of its event, so a watcher that comes back with the last one it saw misses nothing and gets nothing twice.
   *
   * @throws {TooMany} at once, when the organization has as many streams as it may have
   */
  watch(organizationId: string, id: string, lastSeen: string | undefined, times = TIMES): Readable {
    const streams = this.open.get(organizationId) ?? 0;
    if (streams >= MAX_STREAMS_PER_ORGANIZATION) {
      throw new TooMany(
        'too-many-streams',
        `At most ${MAX_STREAMS_PER_ORGANIZATION} event streams may be open at once.`,
        15,
      );
    }
    this.open.set(organizationId, streams + 1);
    return this.streamOf(
      (left) => this.events(organizationId, id, lastSeen, times, left),
      () => this.release(organizationId),
    );
  }

  /** As `Readable.from`, which however would notice only at the next event that the watcher has left. */
  private streamOf(events: (left: AbortSignal) => AsyncGenerator<string>, release: () => void): Readable {
    const leaving = new AbortController();
    const source = events(AbortSignal.any([leaving.signal, this.stopping.signal]));
    return new Readable({
      read() {
        source.next().then(
          ({ value, done }) => this.push(done ? null : value),
          (error: Error) => this.destroy(error),
        );
      },
      destroy(error, done) {
        leaving.abort();
        release();
        done(error);
      },
    });
  }

  private async *events(
    organizationId: string,
    id: string,
    lastSeen: string | undefined,
    times: StreamTimes,
    left: AbortSignal,
  ): AsyncGenerator<string> {
    let seen = lastSeen;
    let silentMs = 0;
    yield 'retry: 2000\n\n';
    for (let openMs = 0; openMs < times.endAfter && !left.aborted; openMs += times.lookEvery) {
      const current = await this.unitOfWork.run(organizationId, (tx) => this.operations.find(tx, id));
      if (current === undefined) return;
      if (current.version !== seen) {
        yield eventOf(current);
        seen = current.version;
        silentMs = 0;
      }
      if (isFinished(current.operation)) return;
      await sleep(times.lookEvery, undefined, { signal: left }).catch(() => undefined);
      silentMs += times.lookEvery;
      if (silentMs >= times.heartbeatEvery) {
        yield ': still here\n\n';
        silentMs = 0;
      }
    }
  }

  private release(organizationId: string): void {
    const left = (this.open.get(organizationId) ?? 1) - 1;
    if (left > 0) this.open.set(organizationId, left);
    else this.open.delete(organizationId);
  }
}

const eventOf = ({ operation, version }: OperationVersion): string =>
  `id: ${version}\ndata: ${JSON.stringify(operation)}\n\n`;
