import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Creates, Cursors, idOf, type Page, PageQuery } from '../../platform/http/index.js';
import { Connections } from '../application/connections.js';
import {
  ConnectionDto,
  ConnectionPageDto,
  ConnectionSettingsDto,
  CreateConnectionDto,
  CreatedConnectionDto,
  NewSecretDto,
} from './connection.dto.js';

const LIST = { list: 'connections' };

@ApiTags('connections')
@Policy('admin')
@Controller('v1/connections')
export class ConnectionsController {
  constructor(
    private readonly connections: Connections,
    private readonly cursors: Cursors,
  ) {}

  @Post()
  @Creates({ holdsSecret: true })
  @ApiOperation({ summary: 'Let an HR system post to us; the secret is in this answer and nowhere else' })
  @ApiCreatedResponse({ type: CreatedConnectionDto })
  async create(
    @Body() body: CreateConnectionDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedConnectionDto> {
    const { connection, secret } = await this.connections.create(principal, body);
    void reply.header('location', `/v1/connections/${connection.id}`).header('cache-control', 'no-store');
    return { ...ConnectionDto.from(connection), secret };
  }

  @Get()
  @ApiOperation({ summary: 'Connections, newest first' })
  @ApiOkResponse({ type: ConnectionPageDto })
  async list(
    @Query() query: PageQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<ConnectionDto>> {
    const after = await this.cursors.start(organizationId, query, LIST);
    const rows = await this.connections.list(organizationId, after?.[0] as string | undefined, query.limit + 1);
    return this.cursors.page(
      organizationId,
      query,
      LIST,
      rows,
      (row) => [row.id],
      (row) => ConnectionDto.from(row),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'One connection' })
  @ApiOkResponse({ type: ConnectionDto })
  async one(
    @Param('id', idOf('connection')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConnectionDto> {
    return ConnectionDto.from(await this.connections.find(principal.organizationId, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change settings; null clears one' })
  @ApiOkResponse({ type: ConnectionDto })
  async change(
    @Param('id', idOf('connection')) id: string,
    @Body() body: ConnectionSettingsDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConnectionDto> {
    return ConnectionDto.from(await this.connections.change(principal, id, body));
  }

  @Post(':id/secrets')
  @Creates({ holdsSecret: true })
  @ApiOperation({ summary: 'Add a secret; those before it are taken for 24 hours more' })
  @ApiCreatedResponse({ type: CreatedConnectionDto })
  async addSecret(
    @Param('id', idOf('connection')) id: string,
    @Body() body: NewSecretDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedConnectionDto> {
    const { connection, secret } = await this.connections.addSecret(principal, id, body.secret);
    void reply.header('cache-control', 'no-store');
    return { ...ConnectionDto.from(connection), secret };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Refuse its deliveries from now on' })
  @ApiNoContentResponse()
  remove(@Param('id', idOf('connection')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    return this.connections.remove(principal, id);
  }
}
