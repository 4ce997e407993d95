import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, etagOf, idOf, requireIfMatch, type Page } from '../../platform/http/index.js';
import { Candidates } from '../application/candidates.js';
import { RemoveCandidate } from '../application/remove-candidate.js';
import { UpsertCandidates } from '../application/upsert-candidates.js';
import { CandidateRepository } from '../persistence/candidate.repository.js';
import { HoldingRepository, isHeld } from '../persistence/holding.repository.js';
import { presentCandidate, toCandidateCommand } from './candidate-mapping.js';
import { CandidateAnswerDto, CandidatePageDto, CompetenciesDto } from './candidate-answer.dto.js';
import { CandidateDto, CandidateQuery, ChangeCandidateDto, MergeDto } from './candidate.dto.js';

@ApiTags('candidates')
@Controller('v1/candidates')
export class CandidatesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: Candidates,
    private readonly upserts: UpsertCandidates,
    private readonly removal: RemoveCandidate,
    private readonly rows: CandidateRepository,
    private readonly holdings: HoldingRepository,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Creates()
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'Create a candidate, or update the one with any of the external ids' })
  @ApiCreatedResponse({ type: CandidateAnswerDto })
  @ApiOkResponse({ type: CandidateAnswerDto, description: 'The candidate was there and was updated' })
  async upsert(
    @Body() body: CandidateDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CandidateAnswerDto> {
    const command = toCandidateCommand(body, this.clock.now());
    const { candidate, created } = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const { id, created } = await this.upserts.run(tx, command, principal);
      return { candidate: await this.candidates.present(tx, id), created };
    });
    void reply.status(created ? 201 : 200).header('etag', etagOf(candidate.rowVersion));
    if (created) void reply.header('location', `/v1/candidates/${candidate.id}`);
    return presentCandidate(candidate);
  }

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration')
  @ApiOperation({ summary: 'Candidates in order of creation' })
  @ApiOkResponse({ type: CandidatePageDto })
  async list(
    @Query() query: CandidateQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Page<CandidateAnswerDto>> {
    const filters = { list: 'candidates', q: query.q, externalId: query.externalId, updatedAfter: query.updatedAfter };
    const start = await this.cursors.start(principal.organizationId, query, filters);
    const rows = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.rows.list(tx, filterOf(query), Number(start?.[0] ?? 0), query.limit + 1),
    );
    return this.cursors.page(principal.organizationId, query, filters, rows, (row) => [row.ordinal], presentCandidate);
  }

  @Get(':id')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration')
  @ApiOperation({ summary: 'One candidate' })
  @ApiOkResponse({ type: CandidateAnswerDto })
  async one(
    @Param('id', idOf('candidate')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CandidateAnswerDto> {
    const found = await this.unitOfWork.run(principal.organizationId, (tx) => this.candidates.present(tx, id));
    void reply.header('etag', etagOf(found.rowVersion));
    return presentCandidate(found);
  }

  @Patch(':id')
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'Change a candidate (JSON merge patch); If-Match is honoured when given' })
  @ApiOkResponse({ type: CandidateAnswerDto })
  async change(
    @Param('id', idOf('candidate')) id: string,
    @Body() body: ChangeCandidateDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CandidateAnswerDto> {
    const changed = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const before = await this.candidates.present(tx, id, 'for-update');
      if (ifMatch !== undefined) requireIfMatch(ifMatch, before.rowVersion);
      return this.candidates.change(tx, id, toCandidateCommand(body, this.clock.now()), principal);
    });
    void reply.header('etag', etagOf(changed.rowVersion));
    return presentCandidate(changed);
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'Erase a candidate with all documents and results' })
  @ApiNoContentResponse()
  async erase(@Param('id', idOf('candidate')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.unitOfWork.run(principal.organizationId, (tx) => this.removal.erase(tx, id, principal));
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'Move everything of this candidate to another one' })
  @ApiOkResponse({ type: CandidateAnswerDto })
  async merge(
    @Param('id', idOf('candidate')) id: string,
    @Body() body: MergeDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CandidateAnswerDto> {
    const kept = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.removal.merge(tx, id, body.intoCandidateId, principal),
    );
    return presentCandidate(kept);
  }

  @Get(':id/competencies')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration')
  @ApiOperation({
    summary:
      'What the candidate holds, each with the credential behind it; apart from it what is claimed and not proven',
  })
  @ApiOkResponse({ type: CompetenciesDto })
  async competencies(
    @Param('id', idOf('candidate')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CompetenciesDto> {
    const all = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      await this.candidates.present(tx, id);
      return this.holdings.ofCandidate(tx, id);
    });
    const now = this.clock.now();
    return { data: all.filter((row) => isHeld(row, now)), unproven: all.filter((row) => !isHeld(row, now)) };
  }
}

function filterOf(query: CandidateQuery): Parameters<CandidateRepository['list']>[1] {
  const [system, ...id] = query.externalId?.split(':') ?? [];
  return {
    ...(query.q === undefined ? {} : { q: query.q }),
    ...(system === undefined ? {} : { externalId: { system, id: id.join(':') } }),
    ...(query.updatedAfter === undefined ? {} : { updatedAfter: new Date(query.updatedAfter) }),
  };
}
