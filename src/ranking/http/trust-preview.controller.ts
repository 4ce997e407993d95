import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Cursors, idOf } from '../../platform/http/index.js';
import { PreviewTrustDecision } from '../application/preview-trust-decision.js';
import { profileMoves } from './profile-moves.js';
import { PolicyPreviewQueryDto } from './scoring-policy.dto.js';
import { TrustDecisionPreviewDto, TrustPreviewDto } from './trust-preview.dto.js';

@ApiTags('issuers')
@Controller('v1/issuers')
export class TrustPreviewController {
  constructor(
    private readonly previews: PreviewTrustDecision,
    private readonly cursors: Cursors,
  ) {}

  @Post(':id/trust/preview')
  @HttpCode(200)
  @Policy('admin')
  @ApiOperation({
    summary: 'Who would move in each published profile if this were decided about the issuer; nothing is',
  })
  @ApiOkResponse({ type: TrustDecisionPreviewDto })
  async preview(
    @Param('id', idOf('issuer')) id: string,
    @Body() { tier, competencyIds }: TrustPreviewDto,
    @Query() query: PolicyPreviewQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<object> {
    const filters = { list: 'trust-preview', issuer: id };
    const start = await this.cursors.start(organizationId, query, filters);
    const before = start === undefined ? null : String(start[0]);
    const decision = { tier, competencyIds: competencyIds ?? null };
    const { profiles, moves, ...rest } = await this.previews.run(organizationId, id, decision, before, query.limit);
    const page = await this.cursors.page(
      organizationId,
      query,
      filters,
      profiles,
      ({ roleProfileId }) => [roleProfileId],
      (profile) => profileMoves(profile, moves),
    );
    return { ...rest, data: page.data, nextCursor: page.nextCursor };
  }
}
