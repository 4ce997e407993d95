import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Cursors, idOf } from '../../platform/http/index.js';
import { ExplainRanking } from '../application/explain-ranking.js';
import { RankCandidates } from '../application/rank-candidates.js';
import { BANDS } from '../domain/gates.js';
import { instantOf } from './instant.js';
import { ComparisonDto, ExplanationDto } from './explanation.dto.js';
import { RankingDto } from './ranking-answer.dto.js';
import { continuedRanking, cursorValues, filterOf, presentRanked, presentRanking } from './ranking-mapping.js';
import { ComparisonQueryDto, ExplanationQueryDto, RankingQueryDto } from './ranking-query.dto.js';

@ApiTags('ranking')
@Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
@Controller('v1/role-profiles/:id')
export class RankingController {
  constructor(
    private readonly candidates: RankCandidates,
    private readonly explanations: ExplainRanking,
    private readonly cursors: Cursors,
  ) {}

  @Get('ranking')
  @ApiOperation({ summary: 'Candidates against the latest published version of the profile' })
  @ApiOkResponse({ type: RankingDto })
  async rank(
    @Param('id', idOf('role profile')) profileId: string,
    @Query() query: RankingQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<RankingDto> {
    const { job, q, asOf } = query;
    const bands = query.band && BANDS.filter((band) => query.band?.includes(band));
    const { state, shortOnly, tier, proof } = query;
    const parts = { state: state?.join(), shortOnly, tier: tier?.join(), proof };
    const filters = { list: 'ranking', profileId, job, q, asOf, bands: bands?.join(), ...parts };
    const after = continuedRanking(await this.cursors.start(organizationId, query, filters));
    const limit = query.limit + 1;
    const wish = { profileId, limit, job, q, bands, asOf: instantOf(asOf), after, filter: filterOf(query) };
    const ranking = await this.candidates.run(organizationId, wish);
    const { data, nextCursor } = await this.cursors.page(
      organizationId,
      query,
      filters,
      ranking.answer.rows,
      (row) => cursorValues(ranking, row),
      (row) => presentRanked(row, ranking.maxScore),
    );
    return presentRanking(ranking, data, nextCursor);
  }

  @Get('ranking/:candidateId')
  @ApiOperation({ summary: 'Why a candidate stands where they stand, down to the fields of their credentials' })
  @ApiOkResponse({ type: ExplanationDto })
  explain(
    @Param('id', idOf('role profile')) profileId: string,
    @Param('candidateId', idOf('candidate')) candidateId: string,
    @Query() { job, asOf }: ExplanationQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<object> {
    return this.explanations.one(organizationId, { profileId, job, asOf: instantOf(asOf) }, candidateId);
  }

  @Get('compare')
  @ApiOperation({ summary: 'Why one of two candidates stands above the other: the deciding rule first' })
  @ApiOkResponse({ type: ComparisonDto })
  compare(
    @Param('id', idOf('role profile')) profileId: string,
    @Query() { a, b, job, asOf }: ComparisonQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<object> {
    const wish = { profileId, job, asOf: instantOf(asOf) };
    return this.explanations.pair(organizationId, wish, a.toLowerCase(), b.toLowerCase());
  }
}
