import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Rounds } from '../outbox/index.js';

/** One task that is repeated as long as this process does work. */
interface PeriodicTask {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

/**
 * Work that comes back on real time (checks that are due, sealing the audit log). Tasks take what they need row by row
 * with locks, so several processes may run the same task.
 */
@Injectable()
export class PeriodicTasks implements BeforeApplicationShutdown {
  private readonly log = new Logger('PeriodicTasks');
  private readonly tasks: PeriodicTask[] = [];
  private readonly rounds: Rounds[] = [];

  /** Called by features when they are made; nothing runs before `start`. */
  add(task: PeriodicTask): void {
    this.tasks.push(task);
  }

  start(): void {
    for (const { name, everyMs, run } of this.tasks) {
      const round = async (): Promise<boolean> => {
        await run();
        return false;
      };
      const rounds = new Rounds(everyMs, round, (error) =>
        this.log.warn({ event: 'task.failed', name }, String(error)),
      );
      this.rounds.push(rounds);
      rounds.start();
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.rounds.map((rounds) => rounds.stop()));
  }
}
