import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Cursors, type Page } from '../../platform/http/index.js';
import { ListAuditEvents } from '../application/list-audit-events.js';
import { type ChainReport, VerifyAuditChain } from '../application/verify-audit-chain.js';
import { AuditEventDto, AuditEventPageDto, AuditEventQuery, ChainReportDto } from './audit-event.dto.js';

@ApiTags('Audit')
@Policy('admin', 'auditor')
@Controller('v1/audit-events')
export class AuditEventsController {
  constructor(
    private readonly events: ListAuditEvents,
    private readonly chain: VerifyAuditChain,
    private readonly cursors: Cursors,
  ) {}

  @ApiOperation({ summary: 'What was done, newest first' })
  @ApiOkResponse({ type: AuditEventPageDto })
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: AuditEventQuery): Promise<Page<AuditEventDto>> {
    const { organizationId } = principal;
    const filter = { action: query.action, targetId: query.targetId };
    const listed = { list: 'audit-events', ...filter };
    const after = await this.cursors.start(organizationId, query, listed);
    const events = await this.events.run(organizationId, filter, after?.[0] as number | undefined, query.limit + 1);
    return this.cursors.page(
      organizationId,
      query,
      listed,
      events,
      (e) => [e.sequence],
      (e) => AuditEventDto.from(e),
    );
  }

  @ApiOperation({ summary: 'Recompute the chain: was anything changed, put in or taken out?' })
  @ApiOkResponse({ type: ChainReportDto })
  @Get('verify')
  verify(@CurrentPrincipal() principal: Principal): Promise<ChainReport> {
    return this.chain.run(principal.organizationId);
  }
}
