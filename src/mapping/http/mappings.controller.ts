import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Cursors, type Page } from '../../platform/http/index.js';
import { type ListedMapping, MappingListRepository } from '../persistence/mapping-list.repository.js';
import { MappingPageDto, MappingQuery } from './mapping.dto.js';

@ApiTags('mappings')
@Controller('v1/mappings')
export class MappingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mappings: MappingListRepository,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'What claims of credentials were taken to mean, in the order it was found' })
  @ApiOkResponse({ type: MappingPageDto })
  async list(
    @Query() query: MappingQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<ListedMapping>> {
    const { state, credentialId, q } = query;
    const filters = { list: 'mappings', state, credentialId, q };
    const start = await this.cursors.start(organizationId, query, filters);
    const after = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, (tx) =>
      this.mappings.list(tx, { state, credentialId, q }, after, query.limit + 1),
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
}
