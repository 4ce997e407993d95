import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { UnitOfWork } from '../database/index.js';

interface OutboxFigures {
  waiting: number;
  enqueued: number;
  dead: number;
  oldest_seconds: number;
}

/** What operators watch. Figures of the queue are read from PostgreSQL when asked, so any process tells the same. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly verdicts = new Counter({
    name: 'credence_verdicts_total',
    help: 'Verifications made, by verdict and reason.',
    labelNames: ['verdict', 'reason'] as const,
    registers: [this.registry],
  });
  readonly proofsByLane = new Counter({
    name: 'credence_rdf_proofs_total',
    help: 'Proofs over RDF that were checked, by the lane that settled them.',
    labelNames: ['lane'] as const,
    registers: [this.registry],
  });
  readonly webhookAttempts = new Counter({
    name: 'credence_webhook_attempts_total',
    help: 'Events sent to endpoints, by what came of it.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });
  readonly verificationSeconds = new Histogram({
    name: 'credence_verification_duration_seconds',
    help: 'Time one verification took, documents fetched included.',
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(private readonly unitOfWork: UnitOfWork) {
    collectDefaultMetrics({ register: this.registry });
    const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [this.registry] });
    this.outbox = {
      waiting: gauge('credence_outbox_waiting', 'Owed work that no job stands for yet.'),
      enqueued: gauge('credence_queue_lag', 'Jobs handed to the queue and not yet done.'),
      dead: gauge('credence_outbox_dead', 'Owed work that failed for good and waits for a person.'),
      oldest_seconds: gauge('credence_outbox_age_seconds', 'Age of the oldest owed work that is due.'),
    };
  }

  private readonly outbox: Record<keyof OutboxFigures, Gauge>;

  /** The text format of Prometheus. */
  async text(): Promise<string> {
    const [figures] = await this.unitOfWork.runAsSystem((tx) =>
      tx.query<OutboxFigures>(
        `SELECT count(*) FILTER (WHERE enqueued_at IS NULL AND dead_at IS NULL) AS waiting,
           count(*) FILTER (WHERE enqueued_at IS NOT NULL AND dead_at IS NULL) AS enqueued,
           count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
           coalesce(extract(epoch FROM now() - min(available_at)
             FILTER (WHERE dead_at IS NULL AND available_at <= now())), 0)::float8 AS oldest_seconds
         FROM outbox`,
      ),
    );
    for (const [name, value] of Object.entries(figures ?? {})) {
      this.outbox[name as keyof OutboxFigures].set(value as number);
    }
    return this.registry.metrics();
  }
}
