import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import { WebhookDeliveryRepository } from '../persistence/webhook-delivery.repository.js';
import { WebhookEndpointRepository } from '../persistence/webhook-endpoint.repository.js';

const EVERY_MS = 6 * 60 * 60 * 1000;

/** Keeps the log of events from growing without end. */
@Injectable()
export class ForgetOldEvents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: WebhookEndpointRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    tasks: PeriodicTasks,
  ) {
    tasks.add({ name: 'webhooks.forget-old', everyMs: EVERY_MS, run: () => this.run() });
  }

  async run(): Promise<void> {
    const organizations = await this.unitOfWork.runAsSystem((tx) => this.endpoints.organizations(tx));
    for (const organizationId of organizations) {
      await this.unitOfWork.run(organizationId, (tx) => this.deliveries.forgetOld(tx));
    }
  }
}
