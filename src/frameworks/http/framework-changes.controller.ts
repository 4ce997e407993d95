import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Creates, idOf, requireIfMatch } from '../../platform/http/index.js';
import { ChangeFramework, type ChangedFramework } from '../application/change-framework.js';
import { ChangedFrameworkDto, FrameworkChangesDto, RestoreVersionDto, toChange } from './framework-changes.dto.js';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag of the framework' };

@ApiTags('frameworks')
@Controller('v1/frameworks')
export class FrameworkChangesController {
  constructor(private readonly framework: ChangeFramework) {}

  @Post(':id/changes')
  @HttpCode(200)
  @Creates()
  @Policy('admin')
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    summary: 'Add, edit, retire, merge and split entries: a new version of the framework',
    description:
      'All changes or none, one after the other. The version counts at once and every credential is mapped again: what ' +
      'was retired with a successor, or merged, is found as the successor. With `dryRun` the difference is told and nothing is ' +
      'done; `/changes/preview` also tells who would move. At most 5,000 entries; larger frameworks are edited as files.',
  })
  @ApiOkResponse({ type: ChangedFrameworkDto })
  change(
    @Param('id', idOf('framework')) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { version, changes, dryRun = false }: FrameworkChangesDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ChangedFramework> {
    const command = { version: version.trim(), changes: changes.map(toChange), dryRun };
    return this.framework.run(id, command, principal, (current) => requireIfMatch(ifMatch, current));
  }

  @Post(':id/versions/:versionId/restore')
  @HttpCode(200)
  @Creates()
  @Policy('admin')
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    summary: 'Make what an earlier version said the newest version again',
    description: 'Crosswalks stay as the version in force states them.',
  })
  @ApiOkResponse({ type: ChangedFrameworkDto })
  restore(
    @Param('id', idOf('framework')) id: string,
    @Param('versionId', idOf('framework version')) versionId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { version }: RestoreVersionDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ChangedFramework> {
    const command = { versionId, version: version.trim() };
    return this.framework.restore(id, command, principal, (current) => requireIfMatch(ifMatch, current));
  }
}
