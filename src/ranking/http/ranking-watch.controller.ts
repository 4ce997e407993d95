import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { idOf } from '../../platform/http/index.js';
import { RankingWatches } from '../application/ranking-watches.js';
import type { RankingWatch } from '../persistence/ranking-watch.repository.js';
import { RankingWatchDto, WatchRankingDto } from './ranking-watch.dto.js';

@ApiTags('ranking')
@Policy('admin', 'recruiter', 'hiring_manager', 'integration')
@Controller('v1/role-profiles/:id/watch')
export class RankingWatchController {
  constructor(private readonly watches: RankingWatches) {}

  @Put()
  @ApiOperation({
    summary: 'Hear of it when the ranking changes',
    description:
      'Webhook endpoints get `ranking.changed`: who entered or left the first n, who became qualified or is so no longer.',
  })
  @ApiOkResponse({ type: RankingWatchDto })
  async set(
    @Param('id', idOf('role profile')) id: string,
    @Body() { first }: WatchRankingDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<RankingWatchDto> {
    return presentWatch(await this.watches.set(principal, id, first));
  }

  @Get()
  @ApiOperation({ summary: 'How the ranking is watched' })
  @ApiOkResponse({ type: RankingWatchDto })
  async one(
    @Param('id', idOf('role profile')) id: string,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<RankingWatchDto> {
    return presentWatch(await this.watches.find(organizationId, id));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Hear no more of it' })
  @ApiNoContentResponse()
  end(@Param('id', idOf('role profile')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    return this.watches.end(principal, id);
  }
}

const presentWatch = ({ roleProfileId, first, checkedAt }: RankingWatch): RankingWatchDto => ({
  roleProfileId,
  first,
  checkedAt,
});
