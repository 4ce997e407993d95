import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Malformed } from '../../platform/errors/index.js';
import { Creates, Cursors, idOf, type Page } from '../../platform/http/index.js';
import { type Redelivery, WebhookDeliveries } from '../application/webhook-deliveries.js';
import type { Delivery } from '../domain/delivery.js';
import {
  DeliveryDetailDto,
  DeliveryDto,
  DeliveryPageDto,
  DeliveryQuery,
  RedeliverDto,
  RedeliveryDto,
} from './webhook-delivery.dto.js';

@ApiTags('webhooks')
@Policy('admin', 'integration')
@Controller('v1/webhook-endpoints/:id')
export class WebhookDeliveriesController {
  constructor(
    private readonly deliveries: WebhookDeliveries,
    private readonly cursors: Cursors,
  ) {}

  @Post('ping')
  @HttpCode(202)
  @Creates()
  @ApiOperation({ summary: 'Send `webhook.ping`, once; the answer is the delivery to look at' })
  @ApiAcceptedResponse({ type: DeliveryDto })
  async ping(
    @Param('id', idOf('webhook endpoint')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<DeliveryDto> {
    return presentDelivery(await this.deliveries.ping(principal, id));
  }

  @Get('deliveries')
  @ApiOperation({ summary: 'What was sent to the endpoint, newest event first' })
  @ApiOkResponse({ type: DeliveryPageDto })
  async list(
    @Param('id', idOf('webhook endpoint')) id: string,
    @Query() query: DeliveryQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<DeliveryDto>> {
    const { state, type } = query;
    const filters = { list: 'deliveries', endpoint: id, state, type };
    const after = await this.cursors.start(organizationId, query, filters);
    const rows = await this.deliveries.list(
      organizationId,
      id,
      { state, type },
      after?.[0] as string | undefined,
      query.limit + 1,
    );
    return this.cursors.page(organizationId, query, filters, rows, (row) => [row.eventId], presentDelivery);
  }

  @Get('deliveries/:deliveryId')
  @ApiOperation({ summary: 'One delivery with its body and every attempt' })
  @ApiOkResponse({ type: DeliveryDetailDto })
  async one(
    @Param('id', idOf('webhook endpoint')) id: string,
    @Param('deliveryId', idOf('delivery')) deliveryId: string,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<DeliveryDetailDto> {
    const found = await this.deliveries.find(organizationId, id, deliveryId);
    return { ...presentDelivery(found), body: found.body, log: found.log };
  }

  @Post('redeliver')
  @HttpCode(202)
  @Creates()
  @ApiOperation({
    summary: 'Send one event again, or those of a span of time, under their ids',
    description:
      'Of a span: what failed or was never sent, such as while the endpoint was disabled. At most 10,000 a call.',
  })
  @ApiAcceptedResponse({ type: RedeliveryDto })
  redeliver(
    @Param('id', idOf('webhook endpoint')) id: string,
    @Body() body: RedeliverDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Redelivery> {
    const { deliveryId, since, until, includeDelivered: delivered = false } = body;
    if (deliveryId !== undefined && since === undefined && until === undefined) {
      return this.deliveries.redeliverOne(principal, id, deliveryId.toLowerCase());
    }
    if (deliveryId !== undefined || since === undefined) throw eitherOr();
    const span = { since: new Date(since), until: until === undefined ? new Date() : new Date(until), delivered };
    return this.deliveries.redeliverRange(principal, id, span);
  }
}

const presentDelivery = (delivery: Delivery): DeliveryDto => {
  const { id, eventId, type, state, attempts, lastStatus, lastError, nextAttemptAt, occurredAt, endedAt } = delivery;
  return { id, eventId, type, state, attempts, lastStatus, lastError, nextAttemptAt, occurredAt, endedAt };
};

const eitherOr = (): Malformed =>
  new Malformed('validation-failed', 'Name either one delivery (deliveryId) or a span of time (since, until).', [
    { pointer: '', code: 'either-or', message: 'must hold either deliveryId or since' },
  ]);
