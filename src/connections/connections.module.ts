import { Module } from '@nestjs/common';
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
  imports: [AuditModule, CandidatesModule, IntakeModule],
  controllers: [ConnectionsController, HooksController],
  providers: [
    Connections,
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
