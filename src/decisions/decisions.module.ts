import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { RankingModule } from '../ranking/index.js';
import { DecideApplication } from './application/decide-application.js';
import { ApplicationDecisionsController } from './http/application-decisions.controller.js';
import { DecisionCountsController } from './http/decision-counts.controller.js';
import { DecidedApplicationRepository } from './persistence/decided-application.repository.js';
import { DecisionRepository } from './persistence/decision.repository.js';

/** What people decide about applications. */
@Module({
  imports: [AuditModule, RankingModule],
  controllers: [ApplicationDecisionsController, DecisionCountsController],
  providers: [DecideApplication, DecidedApplicationRepository, DecisionRepository],
})
export class DecisionsModule {}
