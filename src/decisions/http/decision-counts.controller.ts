import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type DecisionCount, DecisionRepository } from '../persistence/decision.repository.js';
import { DecisionCountsDto, DecisionCountsQueryDto } from './application-decision.dto.js';

@ApiTags('decisions')
@Controller('v1/decisions')
export class DecisionCountsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionRepository,
  ) {}

  @Get('counts')
  @Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
  @ApiOperation({ summary: 'How many decisions were taken, for which reasons, and how many went against the order' })
  @ApiOkResponse({ type: DecisionCountsDto })
  async counts(
    @Query() { job, roleProfileId, from, to }: DecisionCountsQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<DecisionCountsDto> {
    const filter = {
      job: job ?? null,
      roleProfileId: roleProfileId ?? null,
      from: from === undefined ? null : new Date(from),
      to: to === undefined ? null : new Date(to),
    };
    const byReason = await this.unitOfWork.run(organizationId, (tx) => this.decisions.counts(tx, filter));
    const sum = (of: (count: DecisionCount) => number) => byReason.reduce((total, count) => total + of(count), 0);
    return {
      decisions: sum(({ decisions }) => decisions),
      fromRanking: sum(({ fromRanking }) => fromRanking),
      overrides: sum(({ overrides }) => overrides),
      byReason,
    };
  }
}
