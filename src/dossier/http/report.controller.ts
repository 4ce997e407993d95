import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { idOf } from '../../platform/http/index.js';
import { EvidenceLinkRepository } from '../../verification/index.js';
import { credentialReportOf } from '../domain/credential-report.js';
import { reportPage, reportPagePolicy } from '../domain/report-page.js';
import { shownEvidence } from '../domain/stated-evidence.js';
import { CredentialDossierRepository } from '../persistence/credential-dossier.repository.js';
import { CredentialReportDto } from './credential-report.dto.js';

export class ReportQuery {
  @ApiPropertyOptional({
    enum: ['json', 'html'],
    description: 'Without it the Accept header decides; JSON if neither says',
  })
  @IsOptional()
  @IsIn(['json', 'html'])
  format?: 'json' | 'html';
}

@ApiTags('credentials')
@Controller('v1/credentials')
export class ReportController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialDossierRepository,
    private readonly evidence: EvidenceLinkRepository,
  ) {}

  @Get(':id/report')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({
    summary: 'The verification for people: sentences, every check with its time; as JSON or as a page to print',
  })
  @ApiProduces('application/json', 'text/html')
  @ApiOkResponse({ type: CredentialReportDto })
  async report(
    @Param('id', idOf('credential')) id: string,
    @Query() query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const credential = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      const row = await this.credentials.find(tx, id);
      if (row === undefined) throw new NotFound('credential');
      return { ...row, evidence: shownEvidence(row.facts?.evidence ?? [], await this.evidence.of(tx, id)) };
    });
    const report = credentialReportOf(credential);
    void reply.header('vary', 'accept');
    if ((query.format ?? preferred(accept)) === 'json')
      await reply.type('application/json; charset=utf-8').send(report);
    else
      await reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', reportPagePolicy)
        .send(reportPage(report));
  }
}

/** A page only for those who name it before JSON, as browsers do; `*` is no wish. */
function preferred(accept = ''): 'json' | 'html' {
  const html = weightOf(accept, 'text/html');
  return html > 0 && html >= weightOf(accept, 'application/json') ? 'html' : 'json';
}

function weightOf(accept: string, type: string): number {
  for (const part of accept.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((it) => it.trim().toLowerCase());
    if (name !== type) continue;
    const weight = Number(parameters.find((it) => it.startsWith('q='))?.slice(2) ?? 1);
    return Number.isFinite(weight) ? weight : 0;
  }
  return 0;
}
