import { Body, Controller, Get, Headers, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CompetencyReader } from '../../frameworks/index.js';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, etagOf, idOf, type Page, PageQuery, requireIfMatch } from '../../platform/http/index.js';
import { RoleProfiles } from '../application/role-profiles.js';
import type { RoleProfile } from '../domain/role-profile.js';
import { RoleProfileRepository } from '../persistence/role-profile.repository.js';
import { RoleProfileAnswerDto, RoleProfilePageDto } from './role-profile-answer.dto.js';
import { presentProfile, toProfileDraft } from './role-profile-mapping.js';
import { CloneProfileDto, RoleProfileDto } from './role-profile.dto.js';

const LIST = { list: 'role-profiles' };

@ApiTags('role profiles')
@Controller('v1/role-profiles')
export class RoleProfilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: RoleProfiles,
    private readonly rows: RoleProfileRepository,
    private readonly competencies: CompetencyReader,
    private readonly cursors: Cursors,
  ) {}

  @Post()
  @Creates()
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Define what a role asks; a draft until it is published' })
  @ApiCreatedResponse({ type: RoleProfileAnswerDto })
  async create(
    @Body() body: RoleProfileDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const made = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const profile = await this.profiles.create(tx, toProfileDraft(body), principal);
      return { profile, answer: await this.present(tx, profile) };
    });
    void reply
      .header('location', `/v1/role-profiles/${made.profile.id}`)
      .header('etag', etagOf(made.profile.rowVersion));
    return made.answer;
  }

  @Post(':id/clone')
  @Creates()
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'A new draft that asks what this profile asks, or what one of its versions did' })
  @ApiBody({ type: CloneProfileDto, required: false })
  @ApiCreatedResponse({ type: RoleProfileAnswerDto })
  async clone(
    @Param('id', idOf('role profile')) id: string,
    @Body() { title, version }: CloneProfileDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const made = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const profile = await this.profiles.clone(tx, id, version ?? null, title?.trim() ?? null, principal);
      return { profile, answer: await this.present(tx, profile) };
    });
    void reply
      .header('location', `/v1/role-profiles/${made.profile.id}`)
      .header('etag', etagOf(made.profile.rowVersion));
    return made.answer;
  }

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Role profiles, newest first' })
  @ApiOkResponse({ type: RoleProfilePageDto })
  async list(@Query() query: PageQuery, @CurrentPrincipal() { organizationId }: Principal): Promise<Page<object>> {
    const after = await this.cursors.start(organizationId, query, LIST);
    const { rows, answers } = await this.unitOfWork.run(organizationId, async (tx) => {
      const found = await this.rows.list(tx, (after?.[0] as string | undefined) ?? null, query.limit + 1);
      return { rows: found, answers: await this.presentAll(tx, found) };
    });
    const present = (row: RoleProfile) => answers.get(row) as object;
    return this.cursors.page(organizationId, query, LIST, rows, ({ id }) => [id], present);
  }

  @Get(':id')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'One role profile: the draft as it stands' })
  @ApiOkResponse({ type: RoleProfileAnswerDto })
  async one(
    @Param('id', idOf('role profile')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const found = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const profile = await this.profiles.present(tx, id);
      return { profile, answer: await this.present(tx, profile) };
    });
    void reply.header('etag', etagOf(found.profile.rowVersion));
    return found.answer;
  }

  @Put(':id')
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Replace the draft; needs If-Match, leaves published versions as they are' })
  @ApiOkResponse({ type: RoleProfileAnswerDto })
  async replace(
    @Param('id', idOf('role profile')) id: string,
    @Body() body: RoleProfileDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const changed = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const allow = (rowVersion: number) => requireIfMatch(ifMatch, rowVersion);
      const profile = await this.profiles.change(tx, id, toProfileDraft(body), principal, allow);
      return { profile, answer: await this.present(tx, profile) };
    });
    void reply.header('etag', etagOf(changed.profile.rowVersion));
    return changed.answer;
  }

  private async present(tx: Transaction, profile: RoleProfile): Promise<object> {
    return (await this.presentAll(tx, [profile])).get(profile) as object;
  }

  private async presentAll(tx: Transaction, profiles: readonly RoleProfile[]): Promise<Map<RoleProfile, object>> {
    const ids = profiles.flatMap(({ requirements }) => requirements.map(({ competencyId }) => competencyId));
    const competencies = await this.competencies.summaries(tx, ids);
    const anchorOf = await this.competencies.levelAnchors(tx, ids);
    return new Map(profiles.map((profile) => [profile, presentProfile(profile, competencies, anchorOf)]));
  }
}
