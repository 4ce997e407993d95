import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Cursors, type CursorValues, type Page } from '../../platform/http/index.js';
import { isUuid } from '../../platform/ids/index.js';
import { SearchCompetencies } from '../application/search-competencies.js';
import { frameworkSlug } from '../domain/framework-slug.js';
import type { SearchHit, SearchScope } from '../persistence/competency-search.repository.js';
import { FrameworkReadRepository } from '../persistence/framework-read.repository.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';
import { presentHit } from './competency-view.js';
import { CompetencyQuery, FoundCompetenciesDto, type FoundCompetencyDto } from './competency.dto.js';

@ApiTags('frameworks')
@Controller('v1/competencies')
export class CompetenciesController {
  constructor(
    private readonly search: SearchCompetencies,
    private readonly frameworks: FrameworkRepository,
    private readonly listed: FrameworkReadRepository,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({
    summary: 'Search competencies, or list them all',
    description:
      'Best first: a code or URI (also one that an exact crosswalk names), the whole label in any language, its beginning, ' +
      'words in it; where none of these finds anything, labels with similar words; then words of definition and notes; where that are ' +
      'fewer than ten, labels with the more telling of the words. ' +
      'Only versions in force are searched. Of a framework with more than 600,000 labels codes and URIs are found only.',
  })
  @ApiOkResponse({ type: FoundCompetenciesDto })
  async list(
    @Query() query: CompetencyQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<FoundCompetencyDto>> {
    const filters = { list: 'competencies', q: query.q, framework: query.framework };
    const after = positionOf(await this.cursors.start(organizationId, query, filters));
    const frameworkId = (tx: Transaction) => this.frameworkId(tx, query.framework);
    const rows = await this.search.run(organizationId, query.q, { frameworkId, after, limit: query.limit + 1 });
    return this.cursors.page(organizationId, query, filters, rows, valuesOf, presentHit);
  }

  /** @throws {NotFound} a filter that names no framework is a mistake, not a search without results */
  private async frameworkId(tx: Transaction, named: string | undefined): Promise<string | undefined> {
    if (named === undefined) return undefined;
    const found = isUuid(named)
      ? await this.listed.find(tx, named.toLowerCase())
      : await this.frameworks.bySlug(tx, frameworkSlug(named));
    if (found === undefined) throw new NotFound('framework');
    return found.id;
  }
}

const valuesOf = ({ tier, similarity, sortLabel, id }: SearchHit): CursorValues => [tier, similarity, sortLabel, id];

function positionOf(values: CursorValues | undefined): SearchScope['after'] {
  if (values === undefined) return undefined;
  const [tier, similarity, sortLabel, id] = values;
  return { tier: Number(tier), similarity: Number(similarity), sortLabel: String(sortLabel), id: String(id) };
}
