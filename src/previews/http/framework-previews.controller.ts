import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangesPreviewDto, toChange } from '../../frameworks/index.js';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { type CursorFilters, idOf } from '../../platform/http/index.js';
import { PolicyPreviewQueryDto } from '../../ranking/index.js';
import { type FrameworkPreview, PreviewFramework } from '../application/preview-framework.js';
import { FrameworkPreviewDto } from './framework-previews.dto.js';
import { RehearsedPages } from './rehearsed-pages.js';

const HOW =
  'Worked out by making the version, mapping and ranking in a transaction that is taken back. Mapped again are credentials ' +
  'with a mapping to an entry that changes, or with a claim that names one, at most 500.';

@ApiTags('frameworks')
@Policy('admin')
@Controller('v1/frameworks')
export class FrameworkPreviewsController {
  constructor(
    private readonly previews: PreviewFramework,
    private readonly pages: RehearsedPages,
  ) {}

  @Post(':id/changes/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What changes would do, and who would move in each published profile', description: HOW })
  @ApiOkResponse({ type: FrameworkPreviewDto })
  async changes(
    @Param('id', idOf('framework')) id: string,
    @Body() body: ChangesPreviewDto,
    @Query() query: PolicyPreviewQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    const filters = { list: 'framework-changes-preview', framework: id };
    const page = await this.pages.asked(principal.organizationId, query, filters);
    const changes = body.changes.map(toChange);
    return this.answer(await this.previews.changes(id, changes, principal, page), principal, query, filters);
  }

  @Post(':id/versions/:versionId/restore/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What going back to an earlier version would do, and who would move in each published profile',
    description: HOW,
  })
  @ApiOkResponse({ type: FrameworkPreviewDto })
  async restore(
    @Param('id', idOf('framework')) id: string,
    @Param('versionId', idOf('framework version')) versionId: string,
    @Query() query: PolicyPreviewQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    const filters = { list: 'framework-restore-preview', framework: id, version: versionId };
    const page = await this.pages.asked(principal.organizationId, query, filters);
    return this.answer(await this.previews.restore(id, versionId, principal, page), principal, query, filters);
  }

  private async answer(
    { changed, found }: FrameworkPreview,
    { organizationId }: Principal,
    query: PolicyPreviewQueryDto,
    filters: CursorFilters,
  ): Promise<object> {
    const { unchanged, version, competencies, diff } = changed;
    const moves = await this.pages.answer(organizationId, query, filters, found);
    return { unchanged, version, competencies, diff, ...moves };
  }
}
