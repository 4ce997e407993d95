import { Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { idOf } from '../../platform/http/index.js';
import { RequestVerification } from '../application/request-verification.js';

class VerificationQueuedDto {
  @ApiProperty({ format: 'uuid' }) credentialId: string;
  @ApiProperty({ example: 'queued' }) state: string;
}

@ApiTags('credentials')
@Controller('v1/credentials')
export class VerificationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly request: RequestVerification,
  ) {}

  @Post(':id/verifications')
  @HttpCode(202)
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'Check the credential again now' })
  @ApiAcceptedResponse({ type: VerificationQueuedDto })
  async verifyAgain(
    @Param('id', idOf('credential')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VerificationQueuedDto> {
    await this.unitOfWork.run(principal.organizationId, (tx) => this.request.of(tx, id, principal));
    void reply.header('location', `/v1/credentials/${id}`);
    return { credentialId: id, state: 'queued' };
  }
}
