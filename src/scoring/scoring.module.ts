import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { LevelMaps } from './application/level-maps.js';
import { ScoringPolicies } from './application/scoring-policies.js';
import { LevelMapsRepository } from './persistence/level-maps.repository.js';
import { ScoringPolicyRepository } from './persistence/scoring-policy.repository.js';

/** What an organization sets about scoring, for those who make holdings and those who rank. */
@Module({
  imports: [AuditModule],
  providers: [ScoringPolicies, ScoringPolicyRepository, LevelMaps, LevelMapsRepository],
  exports: [ScoringPolicies, LevelMaps],
})
export class ScoringModule {}
