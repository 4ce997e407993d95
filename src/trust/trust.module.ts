import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DecideTrust } from './application/decide-trust.js';
import { IssuerDirectory } from './application/issuer-directory.js';
import { IssuerEndorsements } from './application/issuer-endorsements.js';
import { IssuerKeySets } from './application/issuer-key-sets.js';
import { IssuerStandings } from './application/issuer-standing.js';
import { LookAlikes } from './application/look-alikes.js';
import { PreviewTrust } from './application/preview-trust.js';
import { AskRegistry } from './application/registries/ask-registry.js';
import { DccReader } from './application/registries/dcc-reader.js';
import { ReadRegistry } from './application/registries/read-registry.js';
import { RegistryReaders } from './application/registries/registry-readers.js';
import { TrustRegistries } from './application/registries/trust-registries.js';
import { TrustAnchors } from './application/trust-anchors.js';
import { TrustChanges } from './application/trust-changes.js';
import { TrustPolicy } from './application/trust-policy.js';
import { IssuersController } from './http/issuers.controller.js';
import { TrustRegistriesController } from './http/trust-registries.controller.js';
import { IssuerEndorsementRepository } from './persistence/issuer-endorsement.repository.js';
import { IssuerKeySetRepository } from './persistence/issuer-key-set.repository.js';
import { LookAlikeRepository } from './persistence/look-alike.repository.js';
import { IssuerRepository } from './persistence/issuer.repository.js';
import { RegistryEntryRepository } from './persistence/registry-entry.repository.js';
import { TrustAnchorRepository } from './persistence/trust-anchor.repository.js';
import { TrustRegistryRepository } from './persistence/trust-registry.repository.js';
import { DueRegistries } from './queue/due-registries.js';
import { OnCandidateErased, OnIssuerMet, OnRegistryAskDue, OnRegistryReadDue } from './queue/trust-events.js';

@Module({
  imports: [AuditModule],
  controllers: [IssuersController, TrustRegistriesController],
  providers: [
    DecideTrust,
    IssuerDirectory,
    IssuerEndorsements,
    IssuerKeySets,
    IssuerStandings,
    LookAlikes,
    LookAlikeRepository,
    PreviewTrust,
    TrustAnchors,
    TrustChanges,
    TrustPolicy,
    TrustRegistries,
    AskRegistry,
    ReadRegistry,
    RegistryReaders,
    DccReader,
    IssuerRepository,
    IssuerEndorsementRepository,
    IssuerKeySetRepository,
    RegistryEntryRepository,
    TrustAnchorRepository,
    TrustRegistryRepository,
    DueRegistries,
    OnCandidateErased,
    OnIssuerMet,
    OnRegistryAskDue,
    OnRegistryReadDue,
  ],
  exports: [
    IssuerDirectory,
    IssuerEndorsements,
    IssuerKeySets,
    IssuerStandings,
    PreviewTrust,
    RegistryReaders,
    TrustAnchors,
    TrustPolicy,
  ],
})
export class TrustModule {}
