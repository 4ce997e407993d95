import { Injectable } from '@nestjs/common';
import { type KeptVersion, VersionedSettings } from '../../platform/database/index.js';
import type { ScoringPolicyContent } from '../domain/scoring-policy.js';

export type KeptPolicy = KeptVersion<ScoringPolicyContent>;

@Injectable()
export class ScoringPolicyRepository extends VersionedSettings<ScoringPolicyContent> {
  constructor() {
    super({ table: 'scoring_policy_version', column: 'content', lock: 'scoring-policy' });
  }
}
