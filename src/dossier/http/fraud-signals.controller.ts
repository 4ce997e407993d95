import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Cursors, PageQuery, type Page } from '../../platform/http/index.js';
import { FRAUD_SIGNAL_KINDS, type FraudSignal, type FraudSignalKind } from '../domain/fraud-signal.js';
import { FraudSignalRepository } from '../persistence/fraud-signal.repository.js';

export class FraudSignalQuery extends PageQuery {
  @ApiProperty({ enum: FRAUD_SIGNAL_KINDS, example: 'shared-document' })
  @IsIn(FRAUD_SIGNAL_KINDS)
  kind: FraudSignalKind;
}

export class FraudSignalDto {
  @ApiProperty({ enum: FRAUD_SIGNAL_KINDS, example: 'shared-document' }) kind: string;
  @ApiProperty({ example: 'The very same document was handed in for several candidates.' }) explanation: string;
  @ApiProperty({ description: 'What they have in common: a hash, an id, an address, an hour' }) key: string;
  @ApiProperty({ type: [String], format: 'uuid', description: 'At most 50' }) credentialIds: string[];
  @ApiProperty({ type: [String], format: 'uuid', description: 'At most 50' }) candidateIds: string[];
}

class FraudSignalPageDto {
  @ApiProperty({ type: [FraudSignalDto] }) data: FraudSignalDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor: string | null;
}

@ApiTags('credentials')
@Controller('v1/fraud-signals')
export class FraudSignalsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: FraudSignalRepository,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'auditor')
  @ApiOperation({ summary: 'Credentials that a person should look at twice; they change no verdict and no rank' })
  @ApiOkResponse({ type: FraudSignalPageDto })
  async list(@Query() query: FraudSignalQuery, @CurrentPrincipal() principal: Principal): Promise<Page<FraudSignal>> {
    const filters = { list: 'fraud-signals', kind: query.kind };
    const start = await this.cursors.start(principal.organizationId, query, filters);
    const rows = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.signals.list(tx, query.kind, null, start === undefined ? null : String(start[0]), query.limit + 1),
    );
    return this.cursors.page(
      principal.organizationId,
      query,
      filters,
      rows,
      (row) => [row.key],
      (row) => row,
    );
  }
}
