import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Cursors, idOf, type Page } from '../../platform/http/index.js';
import { NearDuplicates } from '../application/near-duplicates.js';
import { MOST_PAIRS, type NearDuplicate } from '../domain/suggest/near-duplicates.js';
import { NearDuplicatePageDto, NearDuplicateQuery } from './near-duplicates.dto.js';

const USUAL_LIKENESS = 80;

@ApiTags('frameworks')
@Controller('v1/frameworks')
export class NearDuplicatesController {
  constructor(
    private readonly duplicates: NearDuplicates,
    private readonly cursors: Cursors,
  ) {}

  @Get(':id/near-duplicates')
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Pairs of entries in the version in force that are worded nearly alike, the likest first',
    description:
      `Compared is the preferred label of each entry with all labels of the others; at most the ${MOST_PAIRS} likest pairs ` +
      'are listed. The first answer of a version takes the time to look for them, later ones do not.',
  })
  @ApiOkResponse({ type: NearDuplicatePageDto })
  async list(
    @Param('id', idOf('framework')) id: string,
    @Query() query: NearDuplicateQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<NearDuplicate>> {
    const { likeness = USUAL_LIKENESS } = query;
    const { versionId, pairs } = await this.duplicates.of(organizationId, id);
    const filters = { list: 'near-duplicates', version: versionId, likeness };
    const start = await this.cursors.start(organizationId, query, filters);
    const from = start === undefined ? 0 : Number(start[0]) + 1;
    const rows = pairs
      .map((pair, at) => ({ pair, at }))
      .slice(from, from + query.limit + 1)
      .filter(({ pair }) => pair.likeness >= likeness);
    return this.cursors.page(
      organizationId,
      query,
      filters,
      rows,
      ({ at }) => [at],
      ({ pair }) => pair,
    );
  }
}
