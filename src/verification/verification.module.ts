import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { CandidatesModule } from '../candidates/index.js';
import { IntakeModule } from '../intake/index.js';
import { TrustModule } from '../trust/index.js';
import { CredentialVerifier } from './application/credential-verifier.js';
import { CurrentVerdicts } from './application/current-verdicts.js';
import { LookAtEvidence } from './application/look-at-evidence.js';
import { OperatorContexts } from './application/operator-contexts.js';
import { OrganizationKeyRing } from './application/organization-key-ring.js';
import { RecordVerification } from './application/record-verification.js';
import { PresentationRequests } from './application/presentation-requests.js';
import { FederationReader } from './application/registries/federation-reader.js';
import { RecognitionReader } from './application/registries/recognition-reader.js';
import { RequestVerification } from './application/request-verification.js';
import { SubmittedDocuments } from './application/submitted-documents.js';
import { VerifySubmittedCredential } from './application/verify-submitted-credential.js';
import { FormatsController } from './http/formats.controller.js';
import { IssuerKeysController } from './http/issuer-keys.controller.js';
import { PresentationRequestsController } from './http/presentation-requests.controller.js';
import { TrustAnchorsController } from './http/trust-anchors.controller.js';
import { VerificationsController } from './http/verifications.controller.js';
import { CurrentVerdictRepository } from './persistence/current-verdict.repository.js';
import { EvidenceLinkRepository } from './persistence/evidence-link.repository.js';
import { PresentationRequestRepository } from './persistence/presentation-request.repository.js';
import { VerificationRepository } from './persistence/verification.repository.js';
import { DueChecks } from './queue/due-checks.js';
import {
  OnCandidateIdentified,
  OnCheckDue,
  OnCredentialSubmitted,
  OnEvidenceStated,
  OnIssuerKeysChanged,
  OnTrustAnchorsChanged,
} from './queue/verification-events.js';

@Module({
  imports: [AuditModule, CandidatesModule, IntakeModule, TrustModule],
  controllers: [
    FormatsController,
    IssuerKeysController,
    PresentationRequestsController,
    TrustAnchorsController,
    VerificationsController,
  ],
  providers: [
    VerifySubmittedCredential,
    CredentialVerifier,
    SubmittedDocuments,
    RecordVerification,
    OperatorContexts,
    OrganizationKeyRing,
    RequestVerification,
    LookAtEvidence,
    EvidenceLinkRepository,
    OnEvidenceStated,
    PresentationRequests,
    PresentationRequestRepository,
    CurrentVerdicts,
    FederationReader,
    RecognitionReader,
    VerificationRepository,
    CurrentVerdictRepository,
    OnCredentialSubmitted,
    OnCheckDue,
    OnCandidateIdentified,
    OnIssuerKeysChanged,
    OnTrustAnchorsChanged,
    DueChecks,
  ],
  exports: [EvidenceLinkRepository, VerificationRepository, CurrentVerdicts],
})
export class VerificationModule {}
