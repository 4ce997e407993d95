import { Module } from '@nestjs/common';
import { RankingModule } from '../ranking/index.js';
import { RolesModule } from '../roles/index.js';
import { Assessments } from './application/assessments.js';
import { AuthenticatePartner } from './application/authenticate-partner.js';
import { Deliveries } from './application/deliveries.js';
import { AskVendor } from './application/ask-vendor.js';
import { VendorAccessTokens } from './application/vendor-access-tokens.js';
import { ReconcileConnection } from './application/reconcile-connection.js';
import { Reconciliations } from './application/reconciliations.js';
import { TakeInMissed } from './application/take-in-missed.js';
import { ReconciliationsController } from './http/reconciliations.controller.js';
import { OnReconcileDue } from './queue/on-reconcile-due.js';
import { HydrateDelivery } from './application/hydrate-delivery.js';
import { RunEffect } from './application/run-effect.js';
import { StartAssessment } from './application/start-assessment.js';
import { TellVendor } from './application/tell-vendor.js';
import { WorkOnAssessment } from './application/work-on-assessment.js';
import { AshbyPartnerController } from './http/ashby-partner.controller.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { GreenhousePartnerController } from './http/greenhouse-partner.controller.js';
import { AssessmentRepository } from './persistence/assessment.repository.js';
import { HookInboxRepository } from './persistence/hook-inbox.repository.js';
import { OnHydrationDue } from './queue/on-hydration-due.js';
import { OnAssessmentDue, OnAssessmentEnded } from './queue/on-assessment.js';
import { AuditModule } from '../audit/index.js';
import { CandidatesModule } from '../candidates/index.js';
import { IntakeModule } from '../intake/index.js';
import { ApplyHookEvent } from './application/apply-hook-event.js';
import { AuthenticateHook } from './application/authenticate-hook.js';
import { Connections } from './application/connections.js';
import { ChangePerson } from './application/change-person.js';
import { ForgetOldDeliveries } from './application/forget-old-deliveries.js';
import { ForgetPerson } from './application/forget-person.js';
import { MergePeople } from './application/merge-people.js';
import { ReceiveHook } from './application/receive-hook.js';
import { ConnectionsController } from './http/connections.controller.js';
import { HooksController } from './http/hooks.controller.js';
import { ConnectionRepository } from './persistence/connection.repository.js';
import { HookDeliveryRepository } from './persistence/hook-delivery.repository.js';
import { WatermarkRepository } from './persistence/watermark.repository.js';

@Module({
  imports: [AuditModule, CandidatesModule, IntakeModule, RankingModule, RolesModule],
  controllers: [
    ConnectionsController,
    DeliveriesController,
    ReconciliationsController,
    HooksController,
    GreenhousePartnerController,
    AshbyPartnerController,
  ],
  providers: [
    Connections,
    Deliveries,
    RunEffect,
    AuthenticatePartner,
    Assessments,
    StartAssessment,
    WorkOnAssessment,
    AskVendor,
    VendorAccessTokens,
    HydrateDelivery,
    OnHydrationDue,
    Reconciliations,
    ReconcileConnection,
    TakeInMissed,
    OnReconcileDue,
    TellVendor,
    OnAssessmentDue,
    OnAssessmentEnded,
    AssessmentRepository,
    HookInboxRepository,
    AuthenticateHook,
    ReceiveHook,
    ApplyHookEvent,
    ChangePerson,
    ForgetPerson,
    MergePeople,
    ForgetOldDeliveries,
    ConnectionRepository,
    HookDeliveryRepository,
    WatermarkRepository,
  ],
})
export class ConnectionsModule {}
