import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Creates, idOf } from '../../platform/http/index.js';
import { operationUrl } from '../../platform/operations/index.js';
import { RECONCILE_OPERATION, Reconciliations } from '../application/reconciliations.js';
import { ReconcileDto, ReconciliationAcceptedDto } from './reconciliation.dto.js';

@ApiTags('connections')
@Policy('admin')
@Controller('v1/connections/:connectionId/reconciliations')
export class ReconciliationsController {
  constructor(private readonly reconciliations: Reconciliations) {}

  @Post()
  @HttpCode(202)
  @Creates()
  @ApiOperation({
    summary: 'Ask the system what changed, and take in what no delivery has told',
    description:
      'ashby, greenhouse, lever, smartrecruiters, teamtailor and workable, with an apiToken. What was missed stands among the deliveries. ' +
      'It is done once a day as well.',
  })
  @ApiAcceptedResponse({ type: ReconciliationAcceptedDto })
  async start(
    @Param('connectionId', idOf('connection')) connectionId: string,
    @Body() { updatedAfter }: ReconcileDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReconciliationAcceptedDto> {
    const since = updatedAfter === undefined ? undefined : new Date(updatedAfter);
    const id = await this.reconciliations.start(principal, connectionId, since);
    void reply.header('location', operationUrl(id));
    return { id, kind: RECONCILE_OPERATION, state: 'queued' };
  }
}
