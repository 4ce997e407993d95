import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { PeriodicTasks } from '../schedule/index.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotencyStore } from './idempotency/idempotency-store.js';
import { Cursors } from './paging/cursors.js';
import { ProblemFilter } from './problem/problem-filter.js';
import { DtoValidationPipe } from './problem/validation.js';

const ONE_HOUR_MS = 3_600_000;

/** What every route has without asking: problems, validation, idempotency; and cursors for lists. */
@Global()
@Module({
  providers: [
    Cursors,
    IdempotencyStore,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: DtoValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Cursors],
})
export class HttpModule implements OnModuleInit {
  constructor(
    private readonly tasks: PeriodicTasks,
    private readonly keys: IdempotencyStore,
  ) {}

  onModuleInit(): void {
    this.tasks.add({ name: 'idempotency.delete-old', everyMs: ONE_HOUR_MS, run: () => this.keys.deleteOld() });
  }
}
