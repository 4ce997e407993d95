import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { ExportCandidates } from './application/export-candidates.js';
import { Candidates } from './application/candidates.js';
import { HoldingStore } from './application/holding-store.js';
import { RemoveCandidate } from './application/remove-candidate.js';
import { UpsertCandidates } from './application/upsert-candidates.js';
import { WriteCandidates } from './application/write-candidates.js';
import { CandidateExportsController } from './http/candidate-exports.controller.js';
import { CandidatesController } from './http/candidates.controller.js';
import { ApplicationRepository } from './persistence/application.repository.js';
import { CandidateRemovalRepository } from './persistence/candidate-removal.repository.js';
import { CandidateHolderRepository } from './persistence/candidate-holder.repository.js';
import { CandidateRepository } from './persistence/candidate.repository.js';
import { HoldingRepository } from './persistence/holding.repository.js';

@Module({
  imports: [AuditModule],
  controllers: [CandidatesController, CandidateExportsController],
  providers: [
    Candidates,
    UpsertCandidates,
    WriteCandidates,
    RemoveCandidate,
    ExportCandidates,
    HoldingStore,
    CandidateRepository,
    CandidateHolderRepository,
    CandidateRemovalRepository,
    ApplicationRepository,
    HoldingRepository,
  ],
  exports: [Candidates, UpsertCandidates, RemoveCandidate, HoldingStore],
})
export class CandidatesModule {}
