import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DecideTrust } from './application/decide-trust.js';
import { IssuerDirectory } from './application/issuer-directory.js';
import { TrustPolicy } from './application/trust-policy.js';
import { IssuersController } from './http/issuers.controller.js';
import { IssuerRepository } from './persistence/issuer.repository.js';

@Module({
  imports: [AuditModule],
  controllers: [IssuersController],
  providers: [DecideTrust, IssuerDirectory, TrustPolicy, IssuerRepository],
  exports: [IssuerDirectory, TrustPolicy],
})
export class TrustModule {}
