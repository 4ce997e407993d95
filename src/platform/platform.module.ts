import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock, FixedClock, SystemClock } from './clock/index.js';
import { Config } from './config/index.js';
import { Database, PostgresUnitOfWork, UnitOfWork } from './database/index.js';
import { createEgress, Egress, loadPinnedDocuments, noPinnedDocuments } from './egress/index.js';
import { HealthController, Readiness } from './health/index.js';
import { HttpModule } from './http/index.js';
import { loggerModule } from './logging/index.js';
import { Metrics } from './metrics/index.js';
import { Dispatcher, Outbox, OutboxWorker, Relay, RelaySignal, Subscriptions, Sweeper } from './outbox/index.js';
import { BullLaneQueues, bullFor, LaneQueues, type QueueStore } from './queue/index.js';
import { PeriodicTasks } from './schedule/index.js';
import { SecretBox, secretsKeys } from './secrets/index.js';

/** What must be up before the platform is. */
export interface PlatformParts {
  readonly config: Config;
  readonly database: Database;
  readonly queueStore: QueueStore;
  /** Keeps installations apart in a shared queue store. */
  readonly namespace: string;
  /** Lets the service call this machine itself, as `EgressSettings.allowLoopback`; no setting of the operator. */
  readonly allowLoopback?: boolean;
}

const SERVICES = [
  Outbox,
  Subscriptions,
  RelaySignal,
  Relay,
  Sweeper,
  Dispatcher,
  OutboxWorker,
  PeriodicTasks,
  Metrics,
  Readiness,
];

/** Everything that features stand on; global, since all of them do. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, database, queueStore, namespace, allowLoopback = false }: PlatformParts): DynamicModule {
    const egress = createEgress({
      mode: config.egress,
      allowLoopback,
      pinned: config.pinnedDocuments === undefined ? noPinnedDocuments : loadPinnedDocuments(config.pinnedDocuments),
    });
    const values = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: config.clock === undefined ? new SystemClock() : new FixedClock(config.clock) },
      { provide: Database, useValue: database },
      { provide: UnitOfWork, useClass: PostgresUnitOfWork },
      { provide: LaneQueues, useValue: new BullLaneQueues(bullFor(queueStore, namespace)) },
      { provide: Egress, useValue: egress },
      { provide: SecretBox, useValue: new SecretBox(secretsKeys(config)) },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, loggerModule(config.logLevel), HttpModule],
      controllers: [HealthController],
      providers: [...values, ...SERVICES],
      exports: [Config, Clock, Database, UnitOfWork, LaneQueues, Egress, SecretBox, ...SERVICES],
    };
  }
}
