import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Creates, idOf } from '../../platform/http/index.js';
import { PresentationRequests } from '../application/presentation-requests.js';
import { IssuedPresentationRequestDto, PresentationRequestDto, presentRequest } from './presentation-request.dto.js';

@ApiTags('candidates')
@Controller('v1/candidates/:id/presentation-requests')
export class PresentationRequestsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: PresentationRequests,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Creates()
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({
    summary: 'Issue a challenge for the candidate to answer once, with a presentation handed in as a credential',
  })
  @ApiCreatedResponse({ type: IssuedPresentationRequestDto })
  async issue(
    @Param('id', idOf('candidate')) candidateId: string,
    @Body() body: PresentationRequestDto,
    @Headers('host') host: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedPresentationRequestDto> {
    const of = { domain: body.domain ?? host ?? 'localhost', expiresInSeconds: body.expiresInSeconds };
    const request = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.requests.issue(tx, candidateId, of, principal),
    );
    void reply.header('location', `/v1/candidates/${candidateId}/presentation-requests/${request.id}`);
    return presentRequest(request, this.clock.now());
  }

  @Get(':requestId')
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'A challenge, and what answered it' })
  @ApiOkResponse({ type: IssuedPresentationRequestDto })
  async one(
    @Param('id', idOf('candidate')) candidateId: string,
    @Param('requestId', idOf('presentation request')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<IssuedPresentationRequestDto> {
    const request = await this.unitOfWork.run(principal.organizationId, (tx) => this.requests.one(tx, candidateId, id));
    return presentRequest(request, this.clock.now());
  }
}
