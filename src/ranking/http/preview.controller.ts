import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { idOf } from '../../platform/http/index.js';
import { ProfileEditDto, RoleProfileDto, toProfileDraft } from '../../roles/index.js';
import { PreviewProfile, type ProfileEdit } from '../application/preview-profile.js';
import { instantOf } from './instant.js';
import { PreviewDto, PreviewQueryDto } from './preview.dto.js';

@ApiTags('ranking')
@Policy('admin', 'recruiter', 'hiring_manager')
@Controller('v1/role-profiles')
export class PreviewController {
  constructor(private readonly previews: PreviewProfile) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a profile that is not kept yet would cost: people per band, by requirement and change',
  })
  @ApiOkResponse({ type: PreviewDto })
  unsaved(
    @Body() body: RoleProfileDto,
    @Query() { job, asOf }: PreviewQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<PreviewDto> {
    return this.previews.unsaved(organizationId, toProfileDraft(body), { job, asOf: instantOf(asOf) });
  }

  @Post(':id/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What the draft costs, or an edit of it; nothing is kept',
    description: 'Without requirements and groups in the body the draft as it stands.',
  })
  @ApiBody({ type: ProfileEditDto, required: false })
  @ApiOkResponse({ type: PreviewDto })
  edited(
    @Param('id', idOf('role profile')) id: string,
    @Body() body: ProfileEditDto,
    @Query() { job, asOf }: PreviewQueryDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<PreviewDto> {
    return this.previews.edited(organizationId, id, editOf(body), { job, asOf: instantOf(asOf) });
  }
}

function editOf(body: ProfileEditDto): ProfileEdit {
  const { requirements, groups } = toProfileDraft({
    title: body.title ?? '',
    requirements: body.requirements ?? [],
    groups: body.groups ?? null,
  });
  return {
    title: body.title?.trim(),
    requirements: body.requirements === undefined || body.requirements === null ? undefined : requirements,
    groups: body.groups === undefined || body.groups === null ? undefined : groups,
  };
}
