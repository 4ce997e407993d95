import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { idOf } from '../../platform/http/index.js';
import { type ComparedVersion, CompareVersions } from '../application/compare-versions.js';
import { instantOf } from './instant.js';
import { VersionDiffDto, VersionDiffQueryDto } from './version-diff.dto.js';

@ApiTags('role profiles')
@Policy('admin', 'recruiter', 'hiring_manager', 'auditor')
@Controller('v1/role-profiles/:id')
export class VersionDiffController {
  constructor(private readonly versions: CompareVersions) {}

  @Get('diff')
  @ApiOperation({ summary: 'What two versions ask differently, in words and in people: who moves between the bands' })
  @ApiOkResponse({ type: VersionDiffDto })
  diff(
    @Param('id', idOf('role profile')) id: string,
    @Query() { from, to, job, asOf }: VersionDiffQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<VersionDiffDto> {
    return this.versions.run(organizationId, id, versionOf(from), versionOf(to), { job, asOf: instantOf(asOf) });
  }
}

const versionOf = (text: string): ComparedVersion => (text === 'draft' ? text : Number(text));
