import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { AuditLog } from '../../audit/index.js';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ExportQuery, idOf, sendTable } from '../../platform/http/index.js';
import { RankCandidates, type Ranking, type RankingWish } from '../application/rank-candidates.js';
import type { RankedCandidateDto } from './ranking-answer.dto.js';
import { presentRanked } from './ranking-mapping.js';

const ROWS_AT_ONCE = 500;
const COLUMNS: readonly (keyof RankedCandidateDto)[] = [
  'candidateId',
  'rank',
  'band',
  'score',
  'maxScore',
  'scorePercent',
  'scoreLow',
  'scoreHigh',
  'requirements',
];

export class RankingExportQuery extends ExportQuery {
  @ApiPropertyOptional({ example: 'JOB-117', description: 'Only those who applied for this job' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(/^[^\u0000-\u001f\u007f]*$/, { message: '$property must not contain control characters' })
  job?: string;
}

@ApiTags('exports')
@Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
@Controller('v1/exports/rankings')
export class RankingExportController {
  constructor(
    private readonly rankings: RankCandidates,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  @Get(':roleProfileId')
  @ApiOperation({ summary: 'A whole ranking, against one version at one instant, as NDJSON or CSV' })
  @ApiProduces('application/x-ndjson', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @Param('roleProfileId', idOf('role profile')) profileId: string,
    @Query() { format, job }: RankingExportQuery,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wish = { profileId, job, limit: ROWS_AT_ONCE };
    // Asked for before anything is sent, so that what is missing is answered with a problem.
    const first = await this.rankings.run(principal.organizationId, wish);
    await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.audit.record(tx, {
        actor: principal,
        action: 'ranking.exported',
        targetType: 'role-profile',
        targetId: profileId,
      }),
    );
    const rows = this.parts(principal.organizationId, wish, first);
    await sendTable(reply, format, { name: `ranking-${profileId}`, columns: COLUMNS, rows });
  }

  private async *parts(
    organizationId: string,
    wish: RankingWish,
    first: Ranking,
  ): AsyncGenerator<RankedCandidateDto[]> {
    const { asOf, profileVersion } = first.basis;
    for (let ranking = first; ;) {
      const { rows } = ranking.answer;
      yield rows.map((row) => presentRanked(row, ranking.maxScore));
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_AT_ONCE) return;
      const { band, score, ordinal } = last;
      ranking = await this.rankings.run(organizationId, {
        ...wish,
        after: { asOf, profileVersion, band, score, ordinal },
      });
    }
  }
}
