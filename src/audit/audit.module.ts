import { Global, Module } from '@nestjs/common';
import { Journal } from '../identity/index.js';
import { AuditLog } from './application/audit-log.js';
import { ListAuditEvents } from './application/list-audit-events.js';
import { SealAuditChain } from './application/seal-audit-chain.js';
import { VerifyAuditChain } from './application/verify-audit-chain.js';
import { AuditEventsController } from './http/audit-events.controller.js';
import { AuditRepository } from './persistence/audit.repository.js';

@Global()
@Module({
  controllers: [AuditEventsController],
  providers: [
    AuditLog,
    AuditRepository,
    ListAuditEvents,
    SealAuditChain,
    VerifyAuditChain,
    { provide: Journal, useExisting: AuditLog },
  ],
  exports: [AuditLog, Journal],
})
export class AuditModule {}
