import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { idOf } from '../../platform/http/index.js';
import { AdvanceCandidate } from '../application/advance-candidate.js';
import { MatchProfiles } from '../application/match-profiles.js';
import { FORMULA } from '../domain/scoring-policy.js';
import { AdvanceDto, AdvanceQueryDto, MatchedProfilesDto, MatchQueryDto } from './advance.dto.js';
import { instantOf } from './instant.js';

@ApiTags('ranking')
@Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
@Controller('v1')
export class AdvanceController {
  constructor(
    private readonly advances: AdvanceCandidate,
    private readonly matches: MatchProfiles,
  ) {}

  @Get('role-profiles/:id/ranking/:candidateId/advance')
  @ApiOperation({ summary: 'The fewest full proofs that would make a candidate qualified, or pass a rank' })
  @ApiOkResponse({ type: AdvanceDto })
  advance(
    @Param('id', idOf('role profile')) profileId: string,
    @Param('candidateId', idOf('candidate')) candidateId: string,
    @Query() { job, asOf, passing }: AdvanceQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<AdvanceDto> {
    const wish = { profileId, job, asOf: instantOf(asOf) };
    return this.advances.of(organizationId, wish, candidateId, passing ?? null);
  }

  @Get('candidates/:id/role-profiles')
  @ApiOperation({ summary: 'The published profiles for one candidate, best first' })
  @ApiOkResponse({ type: MatchedProfilesDto })
  async match(
    @Param('id', idOf('candidate')) candidateId: string,
    @Query() { asOf, limit }: MatchQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<object> {
    const { profiles, ...basis } = await this.matches.for(organizationId, candidateId, instantOf(asOf));
    return { data: profiles.slice(0, limit), profiles: profiles.length, formula: FORMULA, ...basis };
  }
}
