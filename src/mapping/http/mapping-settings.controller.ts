import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { etagOf, requireIfMatch } from '../../platform/http/index.js';
import { MappingSettings } from '../application/mapping-settings.js';
import type { NumberedMappingSettings } from '../domain/decisions/mapping-settings.js';
import { MappingSettingsAnswerDto, MappingSettingsDto } from './mapping-settings.dto.js';

@ApiTags('mappings')
@Controller('v1/mapping-settings')
export class MappingSettingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: MappingSettings,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
  @ApiOperation({ summary: 'What the organization has set about the mapping of claims' })
  @ApiOkResponse({ type: MappingSettingsAnswerDto })
  async read(
    @CurrentPrincipal() { organizationId }: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NumberedMappingSettings> {
    return answered(await this.unitOfWork.run(organizationId, (tx) => this.settings.inForce(tx)), reply);
  }

  @Put()
  @Policy('admin')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the settings' })
  @ApiOperation({ summary: 'Set how claims are mapped; needs If-Match, and makes the next version' })
  @ApiOkResponse({ type: MappingSettingsAnswerDto })
  async change(
    @Body() body: MappingSettingsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NumberedMappingSettings> {
    const allow = (version: number) => requireIfMatch(ifMatch, version);
    const changed = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.settings.change(tx, body, principal, allow),
    );
    return answered(changed, reply);
  }
}

function answered(settings: NumberedMappingSettings, reply: FastifyReply): NumberedMappingSettings {
  void reply.header('etag', etagOf(settings.version));
  return settings;
}
