import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { DecisionBatchDto, DecisionDto, toCommand, toCommands } from '../../mapping/index.js';
import { idOf } from '../../platform/http/index.js';
import { PolicyPreviewQueryDto } from '../../ranking/index.js';
import { PreviewDecisions } from '../application/preview-decisions.js';
import { DecisionBatchPreviewDto, DecisionPreviewDto } from './decision-previews.dto.js';
import { RehearsedPages } from './rehearsed-pages.js';

const NUMBERS =
  'Credentials and candidates are counted as the most that can change: a narrower decision may stand against a wider one. ' +
  'Who moves is worked out by deciding, mapping and ranking in a transaction that is taken back, for at most 500 credentials.';

@ApiTags('mappings')
@Policy('admin', 'recruiter')
@Controller('v1/mappings')
export class DecisionPreviewsController {
  constructor(
    private readonly previews: PreviewDecisions,
    private readonly pages: RehearsedPages,
  ) {}

  @Post(':id/decision/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a decision would change, and who would move in each published profile; changes nothing',
    description: NUMBERS,
  })
  @ApiOkResponse({ type: DecisionPreviewDto })
  async one(
    @Param('id', idOf('mapping')) mappingId: string,
    @Body() body: DecisionDto,
    @Query() query: PolicyPreviewQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    const command = { mappingId, ...toCommand(body) };
    const filters = { list: 'decision-preview', mapping: mappingId };
    const page = await this.pages.asked(principal.organizationId, query, filters);
    const { decisions, found } = await this.previews.one(command, principal, page);
    const moves = await this.pages.answer(principal.organizationId, query, filters, found);
    return { ...decisions[0]?.shown, ...decisions[0]?.effect, ...moves };
  }

  @Post('decisions/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What many decisions together would change, and who would move in each published profile; changes nothing',
    description: NUMBERS,
  })
  @ApiOkResponse({ type: DecisionBatchPreviewDto })
  async many(
    @Body() body: DecisionBatchDto,
    @Query() query: PolicyPreviewQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<object> {
    const commands = toCommands(body);
    const filters = { list: 'decisions-preview' };
    const page = await this.pages.asked(principal.organizationId, query, filters);
    const { decisions, found } = await this.previews.many(commands, principal, page);
    const moves = await this.pages.answer(principal.organizationId, query, filters, found);
    return { decisions: decisions.map(({ shown, effect }) => ({ ...shown, ...effect })), ...moves };
  }
}
