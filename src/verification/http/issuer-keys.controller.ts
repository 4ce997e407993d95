import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, etagOf, idOf, type Page, requireIfMatch } from '../../platform/http/index.js';
import { type IssuerKeySet, IssuerKeySets } from '../../trust/index.js';
import { presentKeySet, toKeySet } from './issuer-keys-mapping.js';
import { IssuerKeySetDto, IssuerKeySetPageDto, IssuerKeysQuery, KeySetDto, PinKeysDto } from './issuer-keys.dto.js';

@ApiTags('issuers')
@Controller('v1/issuer-keys')
export class IssuerKeysController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: IssuerKeySets,
    private readonly cursors: Cursors,
  ) {}

  @Post()
  @Creates()
  @Policy('admin')
  @ApiOperation({ summary: 'Pin keys for an issuer; what names that issuer is verified again' })
  @ApiCreatedResponse({ type: IssuerKeySetDto })
  async pin(
    @Body() body: PinKeysDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuerKeySetDto> {
    const content = toKeySet(body);
    const set = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.sets.pin(tx, body.issuer, content, principal),
    );
    void reply.header('location', `/v1/issuer-keys/${set.id}`).header('etag', etagOf(set.rowVersion));
    return presentKeySet(set);
  }

  @Get()
  @Policy('admin', 'auditor')
  @ApiOperation({ summary: 'Keys that your organization pinned, by issuer' })
  @ApiOkResponse({ type: IssuerKeySetPageDto })
  async list(
    @Query() query: IssuerKeysQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<IssuerKeySetDto>> {
    const filters = { list: 'issuer-keys', issuer: query.issuer };
    const start = await this.cursors.start(organizationId, query, filters);
    const after = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, (tx) =>
      this.sets.list(tx, query.issuer, after, query.limit + 1),
    );
    return this.cursors.page(organizationId, query, filters, rows, ({ id }) => [id], presentKeySet);
  }

  @Get(':id')
  @Policy('admin', 'auditor')
  @ApiOperation({ summary: 'The keys that are pinned for one issuer' })
  @ApiOkResponse({ type: IssuerKeySetDto })
  async one(
    @Param('id', idOf('issuer key set')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuerKeySetDto> {
    const set = await this.unitOfWork.run(principal.organizationId, (tx) => this.sets.one(tx, id));
    void reply.header('etag', etagOf(set.rowVersion));
    return presentKeySet(set);
  }

  @Put(':id')
  @Policy('admin')
  @ApiOperation({ summary: 'Replace the keys of the issuer; needs If-Match' })
  @ApiOkResponse({ type: IssuerKeySetDto })
  async replace(
    @Param('id', idOf('issuer key set')) id: string,
    @Body() body: KeySetDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuerKeySetDto> {
    const content = toKeySet(body);
    const set = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.sets.replace(tx, id, content, principal, known(ifMatch)),
    );
    void reply.header('etag', etagOf(set.rowVersion));
    return presentKeySet(set);
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('admin')
  @ApiOperation({ summary: 'No longer vouch for the keys; needs If-Match' })
  @ApiNoContentResponse()
  unpin(
    @Param('id', idOf('issuer key set')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.unitOfWork.run(principal.organizationId, (tx) => this.sets.unpin(tx, id, principal, known(ifMatch)));
  }
}

const known = (ifMatch: string | undefined) => (before: IssuerKeySet) => requireIfMatch(ifMatch, before.rowVersion);
