import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { IntakeModule } from '../intake/index.js';
import { Config } from '../platform/config/index.js';
import { ScoringModule } from '../scoring/index.js';
import { TrustModule } from '../trust/index.js';
import { VerificationModule } from '../verification/index.js';
import { CompetenciesShown } from './application/competencies-shown.js';
import { CompetencyIndex } from './application/competency-index.js';
import { CredentialsToMap } from './application/credential-to-map.js';
import { DecideMapping } from './application/decide-mapping.js';
import { DecisionsShown } from './application/decisions-shown.js';
import { DraftDecision } from './application/draft-decision.js';
import { configuredModel } from './application/embedding/configured-model.js';
import { EmbeddingModel } from './application/embedding/embedding-model.js';
import { LikelyMeaningsSource } from './application/likely-meanings.js';
import { MapCredential } from './application/map-credential.js';
import { MakeVectors } from './application/make-vectors.js';
import { MeaningIndexes } from './application/meaning-indexes.js';
import { MeaningSearch } from './application/meaning-search.js';
import { DraftProfile } from './application/draft-profile.js';
import { MappingSettings } from './application/mapping-settings.js';
import { NearDuplicates } from './application/near-duplicates.js';
import { RehearseDecisions } from './application/rehearse-decisions.js';
import { RequestMapping } from './application/request-mapping.js';
import { RehearseFramework } from './application/rehearse-framework.js';
import { ReviewCrosswalks } from './application/review-crosswalks.js';
import { SuggestCompetencies } from './application/suggest-competencies.js';
import { WordingIndexes } from './application/wording-indexes.js';
import { DecisionBatchesController } from './http/decision-batches.controller.js';
import { DecisionsController } from './http/decisions.controller.js';
import { LevelMapsController } from './http/level-maps.controller.js';
import { MappingSettingsController } from './http/mapping-settings.controller.js';
import { MappingsController } from './http/mappings.controller.js';
import { NearDuplicatesController } from './http/near-duplicates.controller.js';
import { ProfileDraftsController } from './http/profile-drafts.controller.js';
import { SuggestionsController } from './http/suggestions.controller.js';
import { ClaimRepository } from './persistence/claim.repository.js';
import { CompetencyVectorRepository } from './persistence/competency-vector.repository.js';
import { DecisionReachRepository } from './persistence/decision-reach.repository.js';
import { FrameworkReachRepository } from './persistence/framework-reach.repository.js';
import { MappingListRepository } from './persistence/mapping-list.repository.js';
import { MappingRepository } from './persistence/mapping.repository.js';
import { MappingSettingsRepository } from './persistence/mapping-settings.repository.js';
import { MappingStatisticsRepository } from './persistence/mapping-statistics.repository.js';
import { MappingRuleRepository } from './persistence/mapping-rule.repository.js';
import {
  OnCredentialJudged,
  OnCrosswalkChanged,
  OnDecisionChanged,
  OnFrameworkImported,
  OnLevelMapsChanged,
  OnMappingSettingsChanged,
  OnRecomputeDue,
  OnScoringPolicyChanged,
  OnTrustChanged,
} from './queue/mapping-events.js';
import { OnVectorsDue, OnVersionToCompare } from './queue/vector-events.js';

@Module({
  imports: [CandidatesModule, FrameworksModule, IntakeModule, ScoringModule, TrustModule, VerificationModule],
  controllers: [
    DecisionBatchesController,
    DecisionsController,
    LevelMapsController,
    MappingSettingsController,
    MappingsController,
    NearDuplicatesController,
    ProfileDraftsController,
    SuggestionsController,
  ],
  providers: [
    MapCredential,
    RequestMapping,
    CredentialsToMap,
    CompetenciesShown,
    CompetencyIndex,
    SuggestCompetencies,
    DraftProfile,
    WordingIndexes,
    { provide: EmbeddingModel, useFactory: configuredModel, inject: [Config] },
    CompetencyVectorRepository,
    MeaningIndexes,
    MeaningSearch,
    MakeVectors,
    LikelyMeaningsSource,
    ClaimRepository,
    MappingRepository,
    MappingListRepository,
    MappingRuleRepository,
    MappingStatisticsRepository,
    DecisionReachRepository,
    DecideMapping,
    DecisionsShown,
    DraftDecision,
    RehearseDecisions,
    NearDuplicates,
    RehearseFramework,
    FrameworkReachRepository,
    ReviewCrosswalks,
    MappingSettings,
    MappingSettingsRepository,
    OnDecisionChanged,
    OnCredentialJudged,
    OnCrosswalkChanged,
    OnRecomputeDue,
    OnTrustChanged,
    OnScoringPolicyChanged,
    OnFrameworkImported,
    OnLevelMapsChanged,
    OnMappingSettingsChanged,
    OnVersionToCompare,
    OnVectorsDue,
  ],
  exports: [RehearseDecisions, RehearseFramework],
})
export class MappingModule {}
