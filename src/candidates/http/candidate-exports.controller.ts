import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { ExportQuery, sendTable } from '../../platform/http/index.js';
import { ExportCandidates } from '../application/export-candidates.js';
import { isHeld } from '../persistence/holding.repository.js';
import type { CandidateAnswerDto, CompetencyHeldDto } from './candidate-answer.dto.js';
import { presentCandidate } from './candidate-mapping.js';

const CANDIDATE_COLUMNS: readonly (keyof CandidateAnswerDto)[] = [
  'id',
  'externalIds',
  'name',
  'emails',
  'dids',
  'createdAt',
  'updatedAt',
];

const HOLDING_COLUMNS: readonly ('candidateId' | 'held' | keyof CompetencyHeldDto)[] = [
  'candidateId',
  'held',
  'competencyId',
  'label',
  'uri',
  'credentialId',
  'verdict',
  'level',
  'levelSource',
  'proof',
  'trust',
  'tier',
  'strength',
  'jsonPath',
  'validFrom',
  'validUntil',
];

@ApiTags('exports')
@Policy('admin', 'recruiter', 'integration')
@ApiProduces('application/x-ndjson', 'text/csv')
@Controller('v1/exports')
export class CandidateExportsController {
  constructor(
    private readonly exports: ExportCandidates,
    private readonly clock: Clock,
  ) {}

  @Get('candidates')
  @ApiOperation({ summary: 'All candidates, in order of creation, as NDJSON or CSV' })
  @ApiOkResponse({ schema: { type: 'string' } })
  async candidates(
    @Query() { format }: ExportQuery,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.exports.note(principal, 'candidates');
    const rows = mapped(this.exports.everyone(principal.organizationId), presentCandidate);
    await sendTable(reply, format, { name: 'candidates', columns: CANDIDATE_COLUMNS, rows });
  }

  @Get('holdings')
  @ApiOperation({ summary: 'What all candidates hold and claim, each with the credential behind it, as NDJSON or CSV' })
  @ApiOkResponse({ schema: { type: 'string' } })
  async holdings(
    @Query() { format }: ExportQuery,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.exports.note(principal, 'holdings');
    const now = this.clock.now();
    const rows = mapped(this.exports.allHoldings(principal.organizationId), (row) => ({
      ...row,
      held: isHeld(row, now),
    }));
    await sendTable(reply, format, { name: 'holdings', columns: HOLDING_COLUMNS, rows });
  }
}

async function* mapped<From, To>(
  parts: AsyncIterable<readonly From[]>,
  present: (row: From) => To,
): AsyncGenerator<To[]> {
  for await (const part of parts) yield part.map(present);
}
