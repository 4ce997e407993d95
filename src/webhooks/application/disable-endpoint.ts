import { Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { WebhookDeliveryRepository } from '../persistence/webhook-delivery.repository.js';
import { WebhookEndpointRepository } from '../persistence/webhook-endpoint.repository.js';

/** Stops sending to an endpoint that wants nothing or takes nothing. */
@Injectable()
export class DisableEndpoint {
  private readonly log = new Logger('Webhooks');

  constructor(
    private readonly endpoints: WebhookEndpointRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(tx: Transaction, endpointId: string, reason: 'gone' | 'failing'): Promise<void> {
    await this.endpoints.disable(tx, endpointId, reason);
    await this.deliveries.giveUp(tx, endpointId, 'the endpoint was disabled');
    await this.outbox.publish(tx, { topic: 'endpoint.disabled', payload: { endpointId, reason } });
    await this.audit.record(tx, {
      actor: 'system',
      action: 'webhook-endpoint.disabled',
      targetType: 'webhook-endpoint',
      targetId: endpointId,
      detail: { reason },
    });
    this.log.warn({ event: 'webhook.endpoint-disabled', endpointId, reason });
  }
}
