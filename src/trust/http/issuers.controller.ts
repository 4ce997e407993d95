import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Cursors, idOf, type Page } from '../../platform/http/index.js';
import { DecideTrust } from '../application/decide-trust.js';
import { IssuerStandings } from '../application/issuer-standing.js';
import { IssuerRepository, type Issuer } from '../persistence/issuer.repository.js';
import { IssuerDetailDto, IssuerDto, IssuerPageDto } from './issuer.dto.js';
import { IssuerQuery, TrustDecisionDto } from './trust.dto.js';

@ApiTags('issuers')
@Controller('v1/issuers')
export class IssuersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issuers: IssuerRepository,
    private readonly decide: DecideTrust,
    private readonly standings: IssuerStandings,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
  @ApiOperation({ summary: 'Issuers that were met, in the order they were first seen' })
  @ApiOkResponse({ type: IssuerPageDto })
  async list(@Query() query: IssuerQuery, @CurrentPrincipal() principal: Principal): Promise<Page<Issuer>> {
    const filters = { list: 'issuers', q: query.q };
    const start = await this.cursors.start(principal.organizationId, query, filters);
    const rows = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.issuers.list(tx, query.q, start === undefined ? null : String(start[0]), query.limit + 1),
    );
    return this.cursors.page(
      principal.organizationId,
      query,
      filters,
      rows,
      (row) => [row.id],
      (row) => row,
    );
  }

  @Get(':id')
  @Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
  @ApiOperation({ summary: 'One issuer: the decisions in force, what it says of itself, and what others say about it' })
  @ApiOkResponse({ type: IssuerDetailDto })
  one(@Param('id', idOf('issuer')) id: string, @CurrentPrincipal() principal: Principal): Promise<object> {
    return this.unitOfWork.run(principal.organizationId, async (tx) => {
      const issuer = await this.issuers.find(tx, id);
      if (issuer === undefined) throw new NotFound('issuer');
      const selfAsserted = await this.issuers.selfAsserted(tx, id);
      const names = [issuer.ownName, ...selfAsserted.map(({ name }) => name)];
      return {
        ...issuer,
        selfAsserted,
        decisions: await this.issuers.decisionsInForce(tx, id),
        ...(await this.standings.of(tx, issuer.identifier, names)),
      };
    });
  }

  @Put(':id/trust')
  @Policy('admin')
  @ApiOperation({ summary: 'Decide how far the organization believes the issuer' })
  @ApiOkResponse({ type: IssuerDto })
  decideTrust(
    @Param('id', idOf('issuer')) id: string,
    @Body() body: TrustDecisionDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Issuer> {
    const decision = { tier: body.tier, competencyIds: body.competencyIds ?? null, reason: body.reason };
    return this.unitOfWork.run(principal.organizationId, (tx) => this.decide.run(tx, id, decision, principal));
  }
}
