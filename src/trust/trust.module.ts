import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DecideTrust } from './application/decide-trust.js';
import { IssuerDirectory } from './application/issuer-directory.js';
import { IssuerKeySets } from './application/issuer-key-sets.js';
import { TrustAnchors } from './application/trust-anchors.js';
import { TrustPolicy } from './application/trust-policy.js';
import { IssuersController } from './http/issuers.controller.js';
import { IssuerKeySetRepository } from './persistence/issuer-key-set.repository.js';
import { TrustAnchorRepository } from './persistence/trust-anchor.repository.js';
import { IssuerRepository } from './persistence/issuer.repository.js';

@Module({
  imports: [AuditModule],
  controllers: [IssuersController],
  providers: [
    DecideTrust,
    IssuerDirectory,
    IssuerKeySets,
    TrustAnchors,
    TrustPolicy,
    IssuerRepository,
    IssuerKeySetRepository,
    TrustAnchorRepository,
  ],
  exports: [IssuerDirectory, IssuerKeySets, TrustAnchors, TrustPolicy],
})
export class TrustModule {}
