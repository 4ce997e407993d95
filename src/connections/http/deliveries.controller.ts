import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Config } from '../../platform/config/index.js';
import { Cursors, idOf, type Page } from '../../platform/http/index.js';
import { Deliveries } from '../application/deliveries.js';
import { baseUrlOf } from './base-url-of.js';
import { DeliveryDto, DeliveryPageDto, DeliveryQueryDto, RerunDto, RerunResultDto } from './delivery.dto.js';

const MOST_AT_ONCE = 100;

@ApiTags('connections')
@Policy('admin')
@Controller('v1/connections/:connectionId/deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly cursors: Cursors,
    private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Deliveries of the last 30 days, newest first' })
  @ApiOkResponse({ type: DeliveryPageDto })
  async list(
    @Param('connectionId', idOf('connection')) connectionId: string,
    @Query() query: DeliveryQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<DeliveryDto>> {
    const { state, limit } = query;
    const filters = { list: 'deliveries', connectionId, ...(state !== undefined && { state }) };
    const after = (await this.cursors.start(organizationId, query, filters))?.[0] as string | undefined;
    const rows = await this.deliveries.list(organizationId, connectionId, { state, after, limit: limit + 1 });
    return this.cursors.page(
      organizationId,
      query,
      filters,
      rows,
      (row) => [row.id],
      (row) => DeliveryDto.from(row),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'One delivery, with what was read of it' })
  @ApiOkResponse({ type: DeliveryDto })
  async one(
    @Param('connectionId', idOf('connection')) connectionId: string,
    @Param('id', idOf('delivery')) id: string,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<DeliveryDto> {
    return DeliveryDto.from(await this.deliveries.one(organizationId, connectionId, id));
  }

  @Post(':id/rerun')
  @HttpCode(200)
  @ApiOperation({ summary: 'Act on a delivery once more; what is known newer stays' })
  @ApiOkResponse({ type: DeliveryDto })
  async rerun(
    @Param('connectionId', idOf('connection')) connectionId: string,
    @Param('id', idOf('delivery')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<DeliveryDto> {
    return DeliveryDto.from(await this.deliveries.rerun(principal, connectionId, id, baseUrlOf(request, this.config)));
  }

  @Post('rerun')
  @HttpCode(200)
  @ApiOperation({ summary: 'Act once more on the deliveries of a time, oldest first, 100 with each call' })
  @ApiOkResponse({ type: RerunResultDto })
  async rerunRange(
    @Param('connectionId', idOf('connection')) connectionId: string,
    @Body() { from, to, after }: RerunDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<RerunResultDto> {
    const range = { from: new Date(from), to: new Date(to), after, limit: MOST_AT_ONCE };
    const done = await this.deliveries.rerunRange(principal, connectionId, range, baseUrlOf(request, this.config));
    return {
      data: done.map(({ id, outcome }) => ({ id, status: outcome.status })),
      nextAfter: done.length < MOST_AT_ONCE ? null : (done.at(-1)?.id ?? null),
    };
  }
}
