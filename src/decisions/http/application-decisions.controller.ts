import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Creates, Cursors, idOf, type Page, PageQuery } from '../../platform/http/index.js';
import { DecideApplication } from '../application/decide-application.js';
import type { RecordedDecision } from '../domain/recorded-decision.js';
import {
  type DecidedApplication,
  DecidedApplicationRepository,
} from '../persistence/decided-application.repository.js';
import { DecisionRepository } from '../persistence/decision.repository.js';
import {
  ApplicationDecisionAnswerDto,
  ApplicationDecisionDto,
  ApplicationDecisionPageDto,
  ApplicationPageDto,
  ApplicationQueryDto,
} from './application-decision.dto.js';

@ApiTags('decisions')
@Controller('v1/applications')
export class ApplicationDecisionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideApplication,
    private readonly applications: DecidedApplicationRepository,
    private readonly decisions: DecisionRepository,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Applications with the decision that stands on each, newest first' })
  @ApiOkResponse({ type: ApplicationPageDto })
  async list(
    @Query() query: ApplicationQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<object>> {
    const filter = { job: query.job ?? null, candidateId: query.candidateId?.toLowerCase() ?? null };
    const filters = { list: 'applications', ...filter };
    const start = await this.cursors.start(organizationId, query, filters);
    const before = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, (tx) =>
      this.applications.list(tx, filter, before, query.limit + 1),
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

  @Post(':id/decisions')
  @Creates()
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Decide about an application: a person only, with a reason',
    description:
      'The last decision stands; the application in the HR system stays as it is. With roleProfileId the place of the ' +
      'candidate is kept, and whether the decision went against the order.',
  })
  @ApiCreatedResponse({ type: ApplicationDecisionAnswerDto })
  async create(
    @Param('id', idOf('application')) id: string,
    @Body() body: ApplicationDecisionDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    const { outcome, reasonCode, note, roleProfileId } = body;
    const command = {
      outcome,
      reasonCode,
      note: note?.trim() === '' ? null : (note?.trim() ?? null),
      roleProfileId: roleProfileId?.toLowerCase() ?? null,
    };
    const decided = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.decide.run(tx, id, command, principal),
    );
    return presentDecision(decided.decision, decided.application);
  }

  @Get(':id/decisions')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Every decision about an application, the one that stands first' })
  @ApiOkResponse({ type: ApplicationDecisionPageDto })
  async of(
    @Param('id', idOf('application')) id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<object>> {
    const filters = { list: 'application-decisions', id };
    const start = await this.cursors.start(organizationId, query, filters);
    const before = start === undefined ? null : String(start[0]);
    const { application, rows } = await this.unitOfWork.run(organizationId, async (tx) => {
      const found = await this.applications.find(tx, id, 'no-lock');
      if (found === undefined) throw new NotFound('application');
      return { application: found, rows: await this.decisions.list(tx, id, before, query.limit + 1) };
    });
    const present = (row: RecordedDecision) => presentDecision(row, application);
    return this.cursors.page(organizationId, query, filters, rows, (row) => [row.id], present);
  }
}

function presentDecision(decision: RecordedDecision, { candidateId, jobId }: DecidedApplication): object {
  const { id, applicationId, ...rest } = decision;
  return { id, applicationId, candidateId, jobId, ...rest };
}
