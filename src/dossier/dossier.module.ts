import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { TrustModule } from '../trust/index.js';
import { VerificationModule } from '../verification/index.js';
import { CompetencyController } from './http/competency.controller.js';
import { CredentialsController } from './http/credentials.controller.js';
import { FraudSignalsController } from './http/fraud-signals.controller.js';
import { ReportController } from './http/report.controller.js';
import { CredentialDossierRepository } from './persistence/credential-dossier.repository.js';
import { FraudSignalRepository } from './persistence/fraud-signal.repository.js';

@Module({
  imports: [CandidatesModule, FrameworksModule, TrustModule, VerificationModule],
  controllers: [CompetencyController, CredentialsController, FraudSignalsController, ReportController],
  providers: [CredentialDossierRepository, FraudSignalRepository],
})
export class DossierModule {}
