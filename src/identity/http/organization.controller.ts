import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Organizations } from '../application/organizations.js';
import type { Organization } from '../domain/organization.js';
import type { Principal } from '../domain/principal.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { Policy } from './policy.decorator.js';

class OrganizationDto implements Organization {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Default organization' }) name: string;
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
}

@ApiTags('Organization')
@Controller('v1/organization')
export class OrganizationController {
  constructor(private readonly organizations: Organizations) {}

  @ApiOperation({ summary: 'The organization that the caller belongs to' })
  @ApiOkResponse({ type: OrganizationDto })
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @Get()
  get(@CurrentPrincipal() principal: Principal): Promise<OrganizationDto> {
    return this.organizations.get(principal.organizationId);
  }
}
