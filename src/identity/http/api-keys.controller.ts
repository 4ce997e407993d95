import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Creates, Cursors, idOf, type Page, PageQuery } from '../../platform/http/index.js';
import { ApiKeys } from '../application/api-keys.js';
import type { Principal } from '../domain/principal.js';
import { ApiKeyDto, ApiKeyPageDto, CreateApiKeyDto, CreatedApiKeyDto } from './api-key.dto.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { Policy } from './policy.decorator.js';

const LIST = { list: 'api-keys' };

@ApiTags('API keys')
@Policy('admin')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeys,
    private readonly cursors: Cursors,
  ) {}

  @ApiOperation({ summary: 'Make a key; its secret is in this answer and nowhere else' })
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  @Creates({ holdsSecret: true })
  @Post()
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body() body: CreateApiKeyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedApiKeyDto> {
    const { key, secret } = await this.keys.create(principal, body);
    void reply.header('cache-control', 'no-store');
    return { ...ApiKeyDto.from(key), key: secret };
  }

  @ApiOperation({ summary: 'Keys that were not revoked, newest first' })
  @ApiOkResponse({ type: ApiKeyPageDto })
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<Page<ApiKeyDto>> {
    const { organizationId } = principal;
    const after = await this.cursors.start(organizationId, query, LIST);
    const keys = await this.keys.list(organizationId, query.limit + 1, after?.[0] as string | undefined);
    return this.cursors.page(
      organizationId,
      query,
      LIST,
      keys,
      (key) => [key.id],
      (key) => ApiKeyDto.from(key),
    );
  }

  @ApiOperation({ summary: 'Revoke a key; other processes of the service take it for at most five seconds more' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Delete(':id')
  revoke(@CurrentPrincipal() principal: Principal, @Param('id', idOf('api key')) id: string): Promise<void> {
    return this.keys.revoke(principal, id);
  }
}
