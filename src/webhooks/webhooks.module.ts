import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AttemptDelivery } from './application/attempt-delivery.js';
import { DisableEndpoint } from './application/disable-endpoint.js';
import { ForgetOldEvents } from './application/forget-old-events.js';
import { PlanDeliveries } from './application/plan-deliveries.js';
import { ReportEvents } from './application/report-events.js';
import { WebhookDeliveries } from './application/webhook-deliveries.js';
import { WebhookEndpoints } from './application/webhook-endpoints.js';
import { WebhookDeliveriesController } from './http/webhook-deliveries.controller.js';
import { WebhookEndpointsController } from './http/webhook-endpoints.controller.js';
import { DeliveryLogRepository } from './persistence/delivery-log.repository.js';
import { WebhookDeliveryRepository } from './persistence/webhook-delivery.repository.js';
import { WebhookEndpointRepository } from './persistence/webhook-endpoint.repository.js';
import { OnDeliveryDue, OnReportedEvent } from './queue/webhook-events.js';

@Module({
  imports: [AuditModule],
  controllers: [WebhookEndpointsController, WebhookDeliveriesController],
  providers: [
    WebhookEndpoints,
    WebhookDeliveries,
    PlanDeliveries,
    ReportEvents,
    AttemptDelivery,
    DisableEndpoint,
    ForgetOldEvents,
    OnReportedEvent,
    OnDeliveryDue,
    WebhookEndpointRepository,
    WebhookDeliveryRepository,
    DeliveryLogRepository,
  ],
})
export class WebhooksModule {}
