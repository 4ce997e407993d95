import { Body, Controller, Get, Headers, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Cursors, etagOf, type Page, PageQuery, requireIfMatch } from '../../platform/http/index.js';
import { LevelMaps, type NumberedLevelMaps, shownLevelMaps } from '../../scoring/index.js';
import { LevelMapsAnswerDto, LevelMapsDto, LevelMapsVersionPageDto } from './level-maps.dto.js';

const VERSIONS = { list: 'level-maps-versions' };

@ApiTags('mappings')
@Controller('v1/level-maps')
export class LevelMapsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly levelMaps: LevelMaps,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Which level of the organization each step of the scales of others is' })
  @ApiOkResponse({ type: LevelMapsAnswerDto })
  async read(
    @CurrentPrincipal() { organizationId }: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return answered(await this.unitOfWork.run(organizationId, (tx) => this.levelMaps.inForce(tx)), reply);
  }

  @Put()
  @Policy('admin')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the level maps' })
  @ApiOperation({
    summary: 'Set how the scales of others are read; needs If-Match, and makes the next version',
    description:
      'The levels of all holdings are read again in the background. Rankings that were sealed keep the levels and the ' +
      'version that they used.',
  })
  @ApiOkResponse({ type: LevelMapsAnswerDto })
  async change(
    @Body() { maps }: LevelMapsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const allow = (version: number) => requireIfMatch(ifMatch, version);
    const changed = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.levelMaps.change(tx, maps, principal, allow),
    );
    return answered(changed, reply);
  }

  @Get('versions')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Versions that were set, newest first; version 1 is the default' })
  @ApiOkResponse({ type: LevelMapsVersionPageDto })
  async versions(@Query() query: PageQuery, @CurrentPrincipal() { organizationId }: Principal): Promise<Page<object>> {
    const start = await this.cursors.start(organizationId, query, VERSIONS);
    const rows = await this.unitOfWork.run(organizationId, (tx) =>
      this.levelMaps.versions(tx, start === undefined ? null : Number(start[0]), query.limit + 1),
    );
    return this.cursors.page(
      organizationId,
      query,
      VERSIONS,
      rows,
      ({ version }) => [version],
      (row) => row,
    );
  }
}

function answered({ version, maps }: NumberedLevelMaps, reply: FastifyReply): object {
  void reply.header('etag', etagOf(version));
  return { version, maps: shownLevelMaps(maps) };
}
