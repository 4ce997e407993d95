import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, idOf, type Page } from '../../platform/http/index.js';
import { DecideMapping } from '../application/decide-mapping.js';
import { type DecisionShown, DecisionsShown } from '../application/decisions-shown.js';
import type { DecisionState } from '../domain/decisions/mapping-rule.js';
import { type KeptRule, MappingRuleRepository } from '../persistence/mapping-rule.repository.js';
import { DecisionAnswerDto, DecisionDto, DecisionPageDto, DecisionQuery, toCommand } from './decision.dto.js';

@ApiTags('mappings')
@Controller('v1/mappings')
export class DecisionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideMapping,
    private readonly rules: MappingRuleRepository,
    private readonly shown: DecisionsShown,
    private readonly cursors: Cursors,
  ) {}

  @Post(':id/decision')
  @Creates()
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'Accept, reject or correct what a claim was taken to mean; all holders follow',
    description:
      'Credentials that came earlier are mapped again in the background, later ones when they come. Where the organization ' +
      'asks for a second reviewer, the decision is proposed and changes nothing until another person confirms it.',
  })
  @ApiCreatedResponse({ type: DecisionAnswerDto })
  create(
    @Param('id', idOf('mapping')) id: string,
    @Body() body: DecisionDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    const command = toCommand(body);
    return this.unitOfWork.run(principal.organizationId, async (tx) => {
      const rule = await this.decide.run(tx, id, command, principal);
      return answerOf(rule, ...(await this.shown.of(tx, [rule])));
    });
  }

  @Get('decisions')
  @Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
  @ApiOperation({ summary: 'Decisions in force, or proposed ones, the latest first' })
  @ApiOkResponse({ type: DecisionPageDto })
  async list(@Query() query: DecisionQuery, @CurrentPrincipal() { organizationId }: Principal): Promise<Page<object>> {
    const { state = 'in_force' } = query;
    const filters = { list: 'mapping-decisions', state };
    const start = await this.cursors.start(organizationId, query, filters);
    const before = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, async (tx) => {
      const found = await this.rules.list(tx, state, before, query.limit + 1);
      const shown = await this.shown.of(tx, found);
      return found.map((rule, at) => ({ id: rule.id, answer: answerOf(rule, shown[at]) }));
    });
    return this.cursors.page(
      organizationId,
      query,
      filters,
      rows,
      ({ id }) => [id],
      ({ answer }) => answer,
    );
  }

  @Post('decisions/:ruleId/confirmation')
  @HttpCode(200)
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'Confirm what somebody else proposed; from now on it counts',
    description: 'Refused with `second-reviewer-needed` to whoever proposed it.',
  })
  @ApiOkResponse({ type: DecisionAnswerDto })
  confirm(
    @Param('ruleId', idOf('decision')) ruleId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    return this.unitOfWork.run(principal.organizationId, async (tx) => {
      const rule = await this.decide.confirm(tx, ruleId, principal);
      return answerOf(rule, ...(await this.shown.of(tx, [rule])));
    });
  }

  @Delete('decisions/:ruleId')
  @HttpCode(204)
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'Take a decision back, or a proposal; what it reached is mapped as if it had not been taken',
  })
  @ApiNoContentResponse()
  async undo(
    @Param('ruleId', idOf('decision')) ruleId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.unitOfWork.run(principal.organizationId, (tx) => this.decide.undo(tx, ruleId, principal));
  }
}

function answerOf(
  { id, isProposed, decidedBy, decidedAt, confirmedBy, confirmedAt }: KeptRule,
  shown?: DecisionShown,
): object {
  const state: DecisionState = isProposed ? 'proposed' : 'in_force';
  return { id, state, ...shown, decidedBy, decidedAt, confirmedBy, confirmedAt };
}
