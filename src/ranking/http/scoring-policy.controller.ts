import { Body, Controller, Get, Headers, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Cursors, etagOf, type Page, PageQuery, requireIfMatch } from '../../platform/http/index.js';
import { type KeptPolicy, ScoringPolicies, type ScoringPolicy } from '../../scoring/index.js';
import { PreviewPolicy } from '../application/preview-policy.js';
import { SCORING_INPUTS } from '../domain/scoring-inputs.js';
import { FORMULA, TIE_RULE } from '../domain/scoring-policy.js';
import { profileMoves } from './profile-moves.js';
import {
  PolicyPreviewDto,
  PolicyPreviewQueryDto,
  ScoringPolicyAnswerDto,
  ScoringPolicyDto,
  ScoringPolicyVersionPageDto,
} from './scoring-policy.dto.js';

const VERSIONS = { list: 'scoring-policy-versions' };
const PREVIEW = { list: 'scoring-policy-preview' };

@ApiTags('ranking')
@Controller('v1/scoring-policy')
export class ScoringPolicyController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: ScoringPolicies,
    private readonly previews: PreviewPolicy,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor', 'candidate')
  @ApiOperation({ summary: 'How scores are made: ladder, tiers, factors, thresholds, and all that may enter a score' })
  @ApiOkResponse({ type: ScoringPolicyAnswerDto })
  async read(
    @CurrentPrincipal() { organizationId }: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return answered(await this.unitOfWork.run(organizationId, (tx) => this.policies.inForce(tx)), reply);
  }

  @Put()
  @Policy('admin')
  @ApiOperation({
    summary: 'Set how scores are made; needs If-Match, and makes the next version',
    description:
      'Relations, thresholds and unknown levels count in the next ranking. Where the ladder or the tiers change, the ' +
      'strength of every holding is worked out again in the background.',
  })
  @ApiOkResponse({ type: ScoringPolicyAnswerDto })
  async change(
    @Body() body: ScoringPolicyDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const allow = (version: number) => requireIfMatch(ifMatch, version);
    const changed = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.policies.change(tx, body, principal, allow),
    );
    return answered(changed, reply);
  }

  @Get('versions')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Versions that were set, newest first; version 1 is the default' })
  @ApiOkResponse({ type: ScoringPolicyVersionPageDto })
  async versions(@Query() query: PageQuery, @CurrentPrincipal() { organizationId }: Principal): Promise<Page<object>> {
    const start = await this.cursors.start(organizationId, query, VERSIONS);
    const rows = await this.unitOfWork.run(organizationId, (tx) =>
      this.policies.versions(tx, start === undefined ? null : Number(start[0]), query.limit + 1),
    );
    const present = ({ version, content, changedBy, changedAt }: KeptPolicy) => ({
      version,
      ...content,
      changedBy,
      changedAt,
    });
    return this.cursors.page(organizationId, query, VERSIONS, rows, ({ version }) => [version], present);
  }

  @Post('preview')
  @HttpCode(200)
  @Policy('admin')
  @ApiOperation({ summary: 'Who would move in each published profile if this policy were kept; nothing is' })
  @ApiOkResponse({ type: PolicyPreviewDto })
  async preview(
    @Body() body: ScoringPolicyDto,
    @Query() query: PolicyPreviewQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<object> {
    const start = await this.cursors.start(organizationId, query, PREVIEW);
    const before = start === undefined ? null : String(start[0]);
    const { policyVersion, asOf, profiles, moves } = await this.previews.run(organizationId, body, before, query.limit);
    const page = await this.cursors.page(
      organizationId,
      query,
      PREVIEW,
      profiles,
      ({ roleProfileId }) => [roleProfileId],
      (profile) => profileMoves(profile, moves),
    );
    return { data: page.data, policyVersion, asOf, nextCursor: page.nextCursor };
  }
}

function answered(policy: ScoringPolicy, reply: FastifyReply): object {
  void reply.header('etag', etagOf(policy.version));
  return { formula: FORMULA, ...policy, tieRule: TIE_RULE, inputs: SCORING_INPUTS };
}
