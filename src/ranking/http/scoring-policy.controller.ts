import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../identity/index.js';
import { etagOf } from '../../platform/http/index.js';
import { ScoringPolicies } from '../application/scoring-policies.js';
import { SCORING_INPUTS } from '../domain/scoring-inputs.js';
import { FORMULA, TIE_RULE } from '../domain/scoring-policy.js';

@ApiTags('ranking')
@Controller('v1/scoring-policy')
export class ScoringPolicyController {
  constructor(private readonly policies: ScoringPolicies) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor', 'candidate')
  @ApiOperation({ summary: 'How scores are made: ladder, tiers, factors, thresholds, and all that may enter a score' })
  read(@Res({ passthrough: true }) reply: FastifyReply): object {
    const policy = this.policies.inForce();
    void reply.header('etag', etagOf(policy.version));
    return { formula: FORMULA, ...policy, tieRule: TIE_RULE, inputs: SCORING_INPUTS };
  }
}
