import { Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CompetencyReader } from '../../frameworks/index.js';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, etagOf, idOf, type Page, PageQuery, requireIfMatch } from '../../platform/http/index.js';
import { RoleProfiles } from '../application/role-profiles.js';
import type { RoleProfileVersion } from '../domain/role-profile.js';
import { RoleProfileRepository } from '../persistence/role-profile.repository.js';
import { RoleProfileVersionDto, RoleProfileVersionPageDto } from './role-profile-answer.dto.js';
import { presentVersion } from './role-profile-mapping.js';
import { VersionNumberPipe } from './version-number.pipe.js';

@ApiTags('role profiles')
@Controller('v1/role-profiles/:id')
export class RoleProfileVersionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: RoleProfiles,
    private readonly rows: RoleProfileRepository,
    private readonly competencies: CompetencyReader,
    private readonly cursors: Cursors,
  ) {}

  @Post('publish')
  @Creates()
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Make the draft the next version, which never changes; rankings use it from now on',
    description:
      'If-Match is honoured when given. A draft that is the latest version already answers 200 with that version. ' +
      'The ETag of the answer is that of the profile.',
  })
  @ApiCreatedResponse({ type: RoleProfileVersionDto })
  async publish(
    @Param('id', idOf('role profile')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const published = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const allow = (rowVersion: number) => (ifMatch === undefined ? undefined : requireIfMatch(ifMatch, rowVersion));
      const { version, profile, isNew } = await this.profiles.publish(tx, id, principal, allow);
      return { version, profile, isNew, answer: await this.present(tx, version) };
    });
    void reply
      .status(published.isNew ? 201 : 200)
      .header('location', `/v1/role-profiles/${id}/versions/${published.version.version}`)
      .header('etag', etagOf(published.profile.rowVersion));
    return published.answer;
  }

  @Get('versions')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Published versions, newest first' })
  @ApiOkResponse({ type: RoleProfileVersionPageDto })
  async list(
    @Param('id', idOf('role profile')) id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<object>> {
    const filters = { list: 'role-profile-versions', id };
    const after = await this.cursors.start(organizationId, query, filters);
    const { rows, answers } = await this.unitOfWork.run(organizationId, async (tx) => {
      await this.profiles.present(tx, id);
      const found = await this.rows.listVersions(tx, id, (after?.[0] as number | undefined) ?? null, query.limit + 1);
      return { rows: found, answers: await this.presentAll(tx, found) };
    });
    const present = (row: RoleProfileVersion) => answers.get(row) as object;
    return this.cursors.page(organizationId, query, filters, rows, ({ version }) => [version], present);
  }

  @Get('versions/:version')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'One published version' })
  @ApiOkResponse({ type: RoleProfileVersionDto })
  async one(
    @Param('id', idOf('role profile')) id: string,
    @Param('version', VersionNumberPipe) version: number,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<object> {
    return this.unitOfWork.run(organizationId, async (tx) => {
      await this.profiles.present(tx, id);
      return this.present(tx, await this.profiles.version(tx, id, version));
    });
  }

  private async present(tx: Transaction, version: RoleProfileVersion): Promise<object> {
    return (await this.presentAll(tx, [version])).get(version) as object;
  }

  private async presentAll(
    tx: Transaction,
    versions: readonly RoleProfileVersion[],
  ): Promise<Map<RoleProfileVersion, object>> {
    const ids = versions.flatMap(({ requirements }) => requirements.map(({ competencyId }) => competencyId));
    const competencies = await this.competencies.summaries(tx, ids);
    const anchorOf = await this.competencies.levelAnchors(tx, ids);
    return new Map(versions.map((version) => [version, presentVersion(version, competencies, anchorOf)]));
  }
}
