import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Creates } from '../../platform/http/index.js';
import { DecideMapping } from '../application/decide-mapping.js';
import { type MethodStatistics, MappingStatisticsRepository } from '../persistence/mapping-statistics.repository.js';
import { DecidedBatchDto, DecisionBatchDto, MappingStatisticsDto, toCommands } from './decision-batch.dto.js';

@ApiTags('mappings')
@Controller('v1/mappings')
export class DecisionBatchesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideMapping,
    private readonly statistics: MappingStatisticsRepository,
  ) {}

  @Post('decisions')
  @Creates()
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'Decide on many mappings at once',
    description: 'All of them or none: where one cannot be taken, the problem points to it and nothing is decided.',
  })
  @ApiCreatedResponse({ type: DecidedBatchDto })
  async create(@Body() body: DecisionBatchDto, @CurrentPrincipal() principal: Principal): Promise<DecidedBatchDto> {
    const commands = toCommands(body);
    const rules = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.decide.runAll(tx, commands, principal),
    );
    return {
      data: rules.map(({ id, isProposed }, at) => ({
        mappingId: commands[at]?.mappingId ?? '',
        id,
        state: isProposed ? 'proposed' : 'in_force',
      })),
    };
  }

  @Get('statistics')
  @Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
  @ApiOperation({ summary: 'How often people accept what each method finds' })
  @ApiOkResponse({ type: MappingStatisticsDto })
  async statisticsByMethod(
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<{ data: readonly MethodStatistics[] }> {
    return { data: await this.unitOfWork.run(organizationId, (tx) => this.statistics.byMethod(tx)) };
  }
}
