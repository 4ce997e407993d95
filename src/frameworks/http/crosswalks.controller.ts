import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, idOf, type Page } from '../../platform/http/index.js';
import { Crosswalks } from '../application/crosswalks.js';
import { CrosswalkRepository, type ListedCrosswalk } from '../persistence/crosswalk.repository.js';
import { CreateCrosswalkDto, CrosswalkCreatedDto, CrosswalkPageDto, CrosswalkQuery } from './crosswalk.dto.js';

@ApiTags('frameworks')
@Controller('v1/crosswalks')
export class CrosswalksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crosswalks: Crosswalks,
    private readonly records: CrosswalkRepository,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Which competency is which thing of another framework, and who says so' })
  @ApiOkResponse({ type: CrosswalkPageDto })
  async list(
    @Query() query: CrosswalkQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<ListedCrosswalk>> {
    const { competencyId, relation, source } = query;
    const filters = { list: 'crosswalks', competencyId, relation, source };
    const start = await this.cursors.start(organizationId, query, filters);
    const after = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, (tx) =>
      this.records.list(tx, { competencyId, relation, source }, after, query.limit + 1),
    );
    return this.cursors.page(
      organizationId,
      query,
      filters,
      rows,
      ({ id }) => [id],
      (row) => row,
    );
  }

  @Post()
  @Creates()
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'State that a competency is, or is near to, a thing of another framework',
    description:
      'An exact one turns credentials that name the other thing into holdings of the competency, and lets either stand for ' +
      'the other in rankings; one hop is taken, never two. The other relations are kept and shown. It stays over versions.',
  })
  @ApiCreatedResponse({ type: CrosswalkCreatedDto })
  async create(
    @Body() body: CreateCrosswalkDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CrosswalkCreatedDto> {
    const id = await this.unitOfWork.run(principal.organizationId, (tx) => this.crosswalks.create(tx, body, principal));
    return { id };
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('admin', 'recruiter')
  @ApiOperation({ summary: 'Take a crosswalk back that a person stated; what it decided is mapped again' })
  @ApiNoContentResponse()
  async delete(@Param('id', idOf('crosswalk')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.unitOfWork.run(principal.organizationId, (tx) => this.crosswalks.delete(tx, id, principal));
  }
}
