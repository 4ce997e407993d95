import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { CandidatesModule } from '../candidates/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { RolesModule } from '../roles/index.js';
import { ScoringModule } from '../scoring/index.js';
import { TrustModule } from '../trust/index.js';
import { AdvanceCandidate } from './application/advance-candidate.js';
import { CompareVersions } from './application/compare-versions.js';
import { CheckWatches } from './application/check-watches.js';
import { ExplainRanking } from './application/explain-ranking.js';
import { FilterPool } from './application/filter-pool.js';
import { MatchProfiles } from './application/match-profiles.js';
import { PoolOrder } from './application/pool-order.js';
import { PreviewPolicy } from './application/preview-policy.js';
import { PreviewTrustDecision } from './application/preview-trust-decision.js';
import { PreviewProfile } from './application/preview-profile.js';
import { RankCandidates } from './application/rank-candidates.js';
import { Receipts } from './application/receipts.js';
import { RankingGrounds } from './application/ranking-ground.js';
import { RehearsedMoves } from './application/rehearsed-moves.js';
import { RankingWatches } from './application/ranking-watches.js';
import { ReadingSnapshot } from './application/reading-snapshot.js';
import { AdvanceController } from './http/advance.controller.js';
import { PreviewController } from './http/preview.controller.js';
import { RankingExportController } from './http/ranking-export.controller.js';
import { RankingController } from './http/ranking.controller.js';
import { ReceiptsController } from './http/receipts.controller.js';
import { RankingWatchController } from './http/ranking-watch.controller.js';
import { ScoringPolicyController } from './http/scoring-policy.controller.js';
import { TrustPreviewController } from './http/trust-preview.controller.js';
import { VersionDiffController } from './http/version-diff.controller.js';
import { CandidateHoldings } from './persistence/candidate-holdings.repository.js';
import { FrameworkRepository } from './persistence/framework.repository.js';
import { RankingEngine } from './application/ranking-engine.js';
import { PoolDetails } from './persistence/pool-details.js';
import { PoolStandings } from './persistence/pool-standings.js';
import { ReceiptRepository } from './persistence/receipt.repository.js';
import { IndexRanking } from './persistence/index/index-ranking.js';
import { IndexThread } from './persistence/index/index-thread.js';
import { PageDetails } from './persistence/index/page-details.js';
import { RankingWatchRepository } from './persistence/ranking-watch.repository.js';
import { StrengthChangesRepository } from './persistence/strength-changes.repository.js';
import { SqlRanking } from './persistence/sql-ranking.js';

@Module({
  imports: [AuditModule, CandidatesModule, FrameworksModule, RolesModule, ScoringModule, TrustModule],
  controllers: [
    AdvanceController,
    RankingController,
    PreviewController,
    ReceiptsController,
    ScoringPolicyController,
    TrustPreviewController,
    VersionDiffController,
    RankingWatchController,
    RankingExportController,
  ],
  providers: [
    RankCandidates,
    ExplainRanking,
    PreviewProfile,
    PreviewPolicy,
    PreviewTrustDecision,
    StrengthChangesRepository,
    AdvanceCandidate,
    MatchProfiles,
    FilterPool,
    CompareVersions,
    PoolOrder,
    PoolStandings,
    PoolDetails,
    Receipts,
    ReceiptRepository,
    RehearsedMoves,
    RankingGrounds,
    ReadingSnapshot,
    SqlRanking,
    IndexThread,
    PageDetails,
    { provide: RankingEngine, useClass: IndexRanking },
    FrameworkRepository,
    RankingWatches,
    CheckWatches,
    RankingWatchRepository,
    CandidateHoldings,
  ],
  exports: [RankCandidates, ExplainRanking, PoolOrder, RehearsedMoves],
})
export class RankingModule {}
