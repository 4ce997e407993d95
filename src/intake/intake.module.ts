import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { CandidatesModule } from '../candidates/index.js';
import { AcceptImport } from './application/accept-import.js';
import { CredentialDocuments } from './application/credential-documents.js';
import { ImportResults } from './application/import-results.js';
import { SubmitCredential } from './application/submit-credential.js';
import { TakeInCandidate } from './application/take-in-candidate.js';
import { TakeInLines } from './application/take-in-lines.js';
import { TakeInContained } from './application/take-in-contained.js';
import { WorkOnImport } from './application/work-on-import.js';
import { CredentialSubmissionController } from './http/credential-submission.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { ContainmentRepository } from './persistence/containment.repository.js';
import { CredentialRepository } from './persistence/credential.repository.js';
import { ImportRepository } from './persistence/import.repository.js';
import { OnImportAccepted } from './queue/on-import-accepted.js';

@Module({
  imports: [AuditModule, CandidatesModule],
  controllers: [CredentialSubmissionController, ImportsController],
  providers: [
    SubmitCredential,
    CredentialDocuments,
    TakeInCandidate,
    TakeInContained,
    AcceptImport,
    WorkOnImport,
    TakeInLines,
    ImportResults,
    OnImportAccepted,
    CredentialRepository,
    ContainmentRepository,
    ImportRepository,
  ],
  exports: [SubmitCredential, CredentialDocuments, TakeInCandidate, TakeInContained],
})
export class IntakeModule {}
