import { Injectable } from '@nestjs/common';
import { DEFAULT_SCORING_POLICY, type ScoringPolicy } from '../domain/scoring-policy.js';

/** The scoring policy of an organization; version 1 is the default that every organization begins with. */
@Injectable()
export class ScoringPolicies {
  inForce(): ScoringPolicy {
    return DEFAULT_SCORING_POLICY;
  }
}
