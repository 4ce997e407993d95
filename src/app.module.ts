import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/index.js';
import { CandidatesModule } from './candidates/index.js';
import { ConnectionsModule } from './connections/index.js';
import { DecisionsModule } from './decisions/index.js';
import { DossierModule } from './dossier/index.js';
import { FrameworksModule } from './frameworks/index.js';
import { IdentityModule } from './identity/index.js';
import { IntakeModule } from './intake/index.js';
import { MappingModule } from './mapping/index.js';
import { OperationsModule } from './platform/operations/index.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { PreviewsModule } from './previews/index.js';
import { RankingModule } from './ranking/index.js';
import { RolesModule } from './roles/index.js';
import { ScoringModule } from './scoring/index.js';
import { TrustModule } from './trust/index.js';
import { VerificationModule } from './verification/index.js';
import { WebhooksModule } from './webhooks/index.js';

/** The house: each feature is a module, the platform carries them. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        OperationsModule,
        IdentityModule,
        AuditModule,
        CandidatesModule,
        TrustModule,
        FrameworksModule,
        WebhooksModule,
        IntakeModule,
        VerificationModule,
        RolesModule,
        ScoringModule,
        MappingModule,
        RankingModule,
        ConnectionsModule,
        DecisionsModule,
        DossierModule,
        PreviewsModule,
      ],
    };
  }
}
