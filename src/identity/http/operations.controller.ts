import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { idOf } from '../../platform/http/index.js';
import {
  isFinished,
  type Operation,
  Operations,
  OperationStreams,
  type OperationVersion,
} from '../../platform/operations/index.js';
import type { Principal } from '../domain/principal.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { OperationDto } from './operation.dto.js';
import { Policy } from './policy.decorator.js';

/** Lives here since the platform, which keeps the operations, knows no roles. */
@ApiTags('Operations')
@Policy('admin', 'recruiter', 'hiring_manager', 'integration')
@Controller('v1/operations')
export class OperationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: Operations,
    private readonly streams: OperationStreams,
  ) {}

  @ApiOperation({ summary: 'How far long work has come' })
  @ApiOkResponse({ type: OperationDto })
  @Get(':id')
  async get(@CurrentPrincipal() principal: Principal, @Param('id', idOf('operation')) id: string): Promise<Operation> {
    return (await this.find(principal, id)).operation;
  }

  @ApiOperation({ summary: 'The same as Server-Sent Events, one for each change, until the work has ended' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'id of the last event that was seen' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'Events whose data is the operation', content: { 'text/event-stream': {} } })
  @Get(':id/events')
  async events(
    @CurrentPrincipal() principal: Principal,
    @Param('id', idOf('operation')) id: string,
    @Headers('last-event-id') lastSeen: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { operation, version } = await this.find(principal, id);
    // 204 tells an event source that there is nothing to come back for.
    if (isFinished(operation) && version === lastSeen) return void reply.code(204).send();
    reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no');
    // HEAD runs through here too; its stream would be read to the end for nobody.
    if (reply.request.method === 'HEAD') return void reply.send();
    const stream = this.streams.watch(principal.organizationId, id, lastSeen);
    await reply.send(stream);
  }

  private async find(principal: Principal, id: string): Promise<OperationVersion> {
    const found = await this.unitOfWork.run(principal.organizationId, (tx) => this.operations.find(tx, id));
    if (found === undefined) throw new NotFound('operation');
    return found;
  }
}
