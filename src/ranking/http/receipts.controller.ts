import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Creates, Cursors, idOf, type Page, PageQuery } from '../../platform/http/index.js';
import { RoleProfiles } from '../../roles/index.js';
import { Receipts } from '../application/receipts.js';
import type { Receipt } from '../domain/receipt/receipt.js';
import { instantOf } from './instant.js';
import { ReceiptDto, ReceiptPageDto, ReplayDto, SealedListDto, SealRankingDto } from './receipt.dto.js';

@ApiTags('receipts')
@Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
@Controller('v1')
export class ReceiptsController {
  constructor(
    private readonly receipts: Receipts,
    private readonly profiles: RoleProfiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  @Post('role-profiles/:id/receipts')
  @Creates()
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Seal the ranking of a pool with hashes of all that it was worked out from' })
  @ApiBody({ type: SealRankingDto, required: false })
  @ApiCreatedResponse({ type: ReceiptDto })
  async seal(
    @Param('id', idOf('role profile')) id: string,
    @Body() { job, asOf }: SealRankingDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const receipt = await this.receipts.seal(principal, id, { job, asOf: instantOf(asOf) });
    void reply.header('location', `/v1/receipts/${receipt.id}`);
    return presentReceipt(receipt);
  }

  @Get('role-profiles/:id/receipts')
  @ApiOperation({ summary: 'Receipts of a profile, newest first' })
  @ApiOkResponse({ type: ReceiptPageDto })
  async list(
    @Param('id', idOf('role profile')) id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<object>> {
    const filters = { list: 'receipts', id };
    const start = await this.cursors.start(organizationId, query, filters);
    const before = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, async (tx) => {
      await this.profiles.present(tx, id);
      return this.receipts.list(tx, id, before, query.limit + 1);
    });
    return this.cursors.page(organizationId, query, filters, rows, (row) => [row.id], presentReceipt);
  }

  @Get('receipts/:id')
  @ApiOperation({ summary: 'One receipt, without its list' })
  @ApiOkResponse({ type: ReceiptDto })
  one(@Param('id', idOf('receipt')) id: string, @CurrentPrincipal() { organizationId }: Principal): Promise<object> {
    return this.unitOfWork.run(organizationId, async (tx) => presentReceipt(await this.receipts.present(tx, id)));
  }

  @Get('receipts/:id/list')
  @ApiOperation({ summary: 'The list as it was sealed' })
  @ApiOkResponse({ type: SealedListDto })
  async sealed(
    @Param('id', idOf('receipt')) id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<object>> {
    const filters = { list: 'sealed-list', id };
    const from = Number((await this.cursors.start(organizationId, query, filters))?.[0] ?? 0);
    const { rows } = await this.unitOfWork.run(organizationId, (tx) => this.receipts.open(tx, id));
    const ranked = rows
      .slice(from, from + query.limit + 1)
      .map(({ ordinal: _ordinal, candidateId, ...row }, index) => ({ candidateId, rank: from + index + 1, ...row }));
    return this.cursors.page(
      organizationId,
      query,
      filters,
      ranked,
      ({ rank }) => [rank],
      (row) => row,
    );
  }

  @Post('receipts/:id/replay')
  @HttpCode(200)
  @ApiOperation({ summary: 'Work a sealed ranking out again: identical, or the first difference by name' })
  @ApiOkResponse({ type: ReplayDto })
  replay(
    @Param('id', idOf('receipt')) id: string,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<ReplayDto> {
    return this.receipts.replay(organizationId, id);
  }
}

function presentReceipt({ id, roleProfileId, job, basis, ...rest }: Receipt): object {
  return { id, roleProfileId, job, ...basis, levelMapsVersion: basis.levelMapsVersion ?? null, ...rest };
}
