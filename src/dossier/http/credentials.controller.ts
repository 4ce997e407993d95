import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Cursors, PageQuery, idOf, type Page } from '../../platform/http/index.js';
import { IssuerStandings } from '../../trust/index.js';
import { EvidenceLinkRepository } from '../../verification/index.js';
import { FRAUD_SIGNAL_KINDS } from '../domain/fraud-signal.js';
import { shownEvidence } from '../domain/stated-evidence.js';
import { FraudSignalRepository } from '../persistence/fraud-signal.repository.js';
import {
  CredentialDossierRepository,
  type CredentialDossierRow,
} from '../persistence/credential-dossier.repository.js';
import { CredentialDetailDto, CredentialPageDto, VerificationHistoryDto } from './credential.dto.js';
import { presentCredential } from './credential-view.js';

const VERDICTS = ['verified', 'failed', 'unverifiable', 'unsupported', 'pending'];

export class CredentialQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  candidateId?: string;

  @ApiPropertyOptional({ enum: VERDICTS, description: 'pending: no verdict yet' })
  @IsOptional()
  @IsIn(VERDICTS)
  verdict?: string;

  @ApiPropertyOptional({ example: 'revoked' })
  @IsOptional()
  @Matches(/^[a-z_]{1,50}$/)
  reason?: string;

  @ApiPropertyOptional({ description: 'Id of the issuer in this organization (GET /v1/issuers)' })
  @IsOptional()
  @IsUUID()
  issuerId?: string;
}

@ApiTags('credentials')
@Controller('v1/credentials')
export class CredentialsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialDossierRepository,
    private readonly cursors: Cursors,
    private readonly signals: FraudSignalRepository,
    private readonly standings: IssuerStandings,
    private readonly evidence: EvidenceLinkRepository,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Credentials, newest first' })
  @ApiOkResponse({ type: CredentialPageDto })
  async list(@Query() query: CredentialQuery, @CurrentPrincipal() principal: Principal): Promise<Page<object>> {
    const { candidateId, verdict, reason, issuerId } = query;
    const filter = { candidateId, verdict, reason, issuerId };
    const filters = { list: 'credentials', ...filter };
    const start = await this.cursors.start(principal.organizationId, query, filters);
    const rows = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.credentials.list(tx, filter, start === undefined ? null : String(start[0]), query.limit + 1),
    );
    return this.cursors.page(principal.organizationId, query, filters, rows, (row) => [row.id], presentCredential);
  }

  @Get(':id')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'One credential: verdict, every check, what it claims and what that means' })
  @ApiOkResponse({ type: CredentialDetailDto })
  one(@Param('id', idOf('credential')) id: string, @CurrentPrincipal() principal: Principal): Promise<object> {
    return this.unitOfWork.run(principal.organizationId, async (tx) => {
      const row = await this.credentials.find(tx, id);
      if (row === undefined) throw new NotFound('credential');
      return {
        ...presentCredential(row),
        checks: row.checks ?? [],
        issuerTrust: await this.trustIn(tx, row),
        evidence: shownEvidence(row.facts?.evidence ?? [], await this.evidence.of(tx, id)),
        contained: await this.credentials.contained(tx, id),
        claims: await this.credentials.claims(tx, id),
        mappings: await this.credentials.mappings(tx, id),
        signals: await this.signalsOf(tx, id),
        rulesVersion: row.rulesVersion,
      };
    });
  }

  /** What is known of the issuer counts only for what was shown to be its own. */
  private async trustIn(tx: Transaction, row: CredentialDossierRow): Promise<object | null> {
    const issuer = row.issuerIdentity === 'proven' ? row.facts?.issuer : undefined;
    return issuer === undefined ? null : this.standings.of(tx, issuer.id, [row.issuerName, issuer.name ?? null]);
  }

  private async signalsOf(tx: Transaction, id: string): Promise<object[]> {
    const signals: object[] = [];
    for (const kind of FRAUD_SIGNAL_KINDS) signals.push(...(await this.signals.list(tx, kind, id, null, 20)));
    return signals;
  }

  @Get(':id/verifications')
  @Policy('admin', 'recruiter', 'auditor')
  @ApiOperation({ summary: 'Every verification made of the credential, newest first' })
  @ApiOkResponse({ type: VerificationHistoryDto })
  history(
    @Param('id', idOf('credential')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ data: object[] }> {
    return this.unitOfWork.run(principal.organizationId, async (tx) => {
      if ((await this.credentials.find(tx, id)) === undefined) throw new NotFound('credential');
      return { data: await this.credentials.history(tx, id) };
    });
  }
}
