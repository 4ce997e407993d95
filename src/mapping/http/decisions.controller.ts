import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CompetencyReader } from '../../frameworks/index.js';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, idOf, type Page, PageQuery } from '../../platform/http/index.js';
import { DecideMapping } from '../application/decide-mapping.js';
import { type KeptRule, MappingRuleRepository } from '../persistence/mapping-rule.repository.js';
import { DecisionAnswerDto, DecisionDto, DecisionPageDto, DecisionPreviewDto, toCommand } from './decision.dto.js';

const LIST = { list: 'mapping-decisions' };

@ApiTags('mappings')
@Controller('v1/mappings')
export class DecisionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideMapping,
    private readonly rules: MappingRuleRepository,
    private readonly competencies: CompetencyReader,
    private readonly cursors: Cursors,
  ) {}

  @Post(':id/decision')
  @Creates()
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'Accept, reject or correct what a claim was taken to mean; all holders follow',
    description: 'Credentials that came earlier are mapped again in the background, later ones when they come.',
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
      const [answer] = await this.present(tx, [rule]);
      return { id: rule.id, ...answer, decidedBy: rule.decidedBy, decidedAt: rule.decidedAt };
    });
  }

  @Post(':id/decision/preview')
  @HttpCode(200)
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'How many credentials and candidates a decision would change; changes nothing',
    description: 'The numbers are the most that can change: a narrower decision may stand against a wider one.',
  })
  @ApiOkResponse({ type: DecisionPreviewDto })
  preview(
    @Param('id', idOf('mapping')) id: string,
    @Body() body: DecisionDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<object> {
    const command = toCommand(body);
    return this.unitOfWork.run(organizationId, async (tx) => {
      const drafted = await this.decide.preview(tx, id, command);
      const { credentials, candidates, credentialsChanged, candidatesChanged, gaining, losing } = drafted;
      const [answer] = await this.present(tx, [drafted]);
      return { ...answer, credentials, candidates, credentialsChanged, candidatesChanged, gaining, losing };
    });
  }

  @Get('decisions')
  @Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
  @ApiOperation({ summary: 'Decisions in force, the latest first' })
  @ApiOkResponse({ type: DecisionPageDto })
  async list(@Query() query: PageQuery, @CurrentPrincipal() { organizationId }: Principal): Promise<Page<object>> {
    const start = await this.cursors.start(organizationId, query, LIST);
    const before = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, async (tx) => {
      const found = await this.rules.list(tx, before, query.limit + 1);
      const answers = await this.present(tx, found);
      return found.map(({ id, decidedBy, decidedAt }, at) => ({ id, ...answers[at], decidedBy, decidedAt }));
    });
    return this.cursors.page(
      organizationId,
      query,
      LIST,
      rows,
      ({ id }) => [id],
      (row) => row,
    );
  }

  @Delete('decisions/:ruleId')
  @HttpCode(204)
  @Policy('admin', 'recruiter')
  @ApiOperation({ summary: 'Take a decision back; everything it reached is mapped as if it had not been taken' })
  @ApiNoContentResponse()
  async undo(
    @Param('ruleId', idOf('decision')) ruleId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.unitOfWork.run(principal.organizationId, (tx) => this.decide.undo(tx, ruleId, principal));
  }

  private async present(
    tx: Transaction,
    rules: readonly Omit<KeptRule, 'id' | 'decidedBy' | 'decidedAt'>[],
  ): Promise<object[]> {
    const ids = rules.flatMap(({ competencyId, rejectedCompetencyId }) => [competencyId, rejectedCompetencyId]);
    const summaries = await this.competencies.summaries(
      tx,
      ids.filter((id) => id !== null),
    );
    const shown = (id: string | null) => {
      const found = id === null ? undefined : summaries.get(id);
      return found === undefined ? null : { id: found.id, label: found.label, uri: found.uri };
    };
    return rules.map(({ decision, scope, claim, issuerId, competencyId, rejectedCompetencyId, reason }) => ({
      decision,
      scope,
      claim,
      issuerId,
      competency: shown(competencyId),
      rejected: shown(rejectedCompetencyId),
      reason,
    }));
  }
}
