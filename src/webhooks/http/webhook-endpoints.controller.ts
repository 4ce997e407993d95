import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Creates, Cursors, DescribesWebhooks, idOf, type Page, PageQuery } from '../../platform/http/index.js';
import { WebhookEndpoints } from '../application/webhook-endpoints.js';
import { describeEvents } from './describe-events.js';
import {
  ChangeWebhookEndpointDto,
  CreatedWebhookEndpointDto,
  CreateWebhookEndpointDto,
  NewEndpointSecretDto,
  WebhookEndpointDto,
  WebhookEndpointPageDto,
} from './webhook-endpoint.dto.js';

const LIST = { list: 'webhook-endpoints' };

@ApiTags('webhooks')
@DescribesWebhooks(describeEvents)
@Policy('admin')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly cursors: Cursors,
  ) {}

  @Post()
  @Creates({ holdsSecret: true })
  @ApiOperation({ summary: 'Hear of events; the signing secret is in this answer and nowhere else' })
  @ApiCreatedResponse({ type: CreatedWebhookEndpointDto })
  async create(
    @Body() body: CreateWebhookEndpointDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedWebhookEndpointDto> {
    const { endpoint, secret } = await this.endpoints.create(principal, body);
    void reply.header('location', `/v1/webhook-endpoints/${endpoint.id}`).header('cache-control', 'no-store');
    return { ...WebhookEndpointDto.from(endpoint), secret };
  }

  @Get()
  @ApiOperation({ summary: 'Webhook endpoints, newest first' })
  @ApiOkResponse({ type: WebhookEndpointPageDto })
  async list(
    @Query() query: PageQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<WebhookEndpointDto>> {
    const after = await this.cursors.start(organizationId, query, LIST);
    const rows = await this.endpoints.list(organizationId, after?.[0] as string | undefined, query.limit + 1);
    return this.cursors.page(
      organizationId,
      query,
      LIST,
      rows,
      (row) => [row.id],
      (row) => WebhookEndpointDto.from(row),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'One webhook endpoint' })
  @ApiOkResponse({ type: WebhookEndpointDto })
  async one(
    @Param('id', idOf('webhook endpoint')) id: string,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<WebhookEndpointDto> {
    return WebhookEndpointDto.from(await this.endpoints.find(organizationId, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change where events go, which, or whether' })
  @ApiOkResponse({ type: WebhookEndpointDto })
  async change(
    @Param('id', idOf('webhook endpoint')) id: string,
    @Body() body: ChangeWebhookEndpointDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<WebhookEndpointDto> {
    return WebhookEndpointDto.from(await this.endpoints.change(principal, id, body));
  }

  @Post(':id/secrets')
  @Creates({ holdsSecret: true })
  @ApiOperation({ summary: 'Add a secret; those before it sign as well for 24 hours more' })
  @ApiCreatedResponse({ type: CreatedWebhookEndpointDto })
  async addSecret(
    @Param('id', idOf('webhook endpoint')) id: string,
    @Body() body: NewEndpointSecretDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedWebhookEndpointDto> {
    const { endpoint, secret } = await this.endpoints.addSecret(principal, id, body.secret);
    void reply.header('cache-control', 'no-store');
    return { ...WebhookEndpointDto.from(endpoint), secret };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send nothing to it from now on' })
  @ApiNoContentResponse()
  remove(@Param('id', idOf('webhook endpoint')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    return this.endpoints.remove(principal, id);
  }
}
