import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { DraftProfile, type ProposedRequirement } from '../application/draft-profile.js';
import { DRAFT_WEIGHT } from '../domain/drafting/draft-requirements.js';
import { presentModel } from './asked-model.dto.js';
import { ProfileDraftDto, ProfileDraftRequestDto } from './profile-draft.dto.js';

@ApiTags('role profiles')
@Controller('v1/role-profiles')
export class ProfileDraftsController {
  constructor(private readonly drafts: DraftProfile) {}

  @Post('draft')
  @HttpCode(200)
  @Policy('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Propose requirements from the text of an advert, each with the sentence it came from',
    description: 'For a person to choose from; nothing is stored.',
  })
  @ApiOkResponse({ type: ProfileDraftDto })
  async draft(
    @Body() { text, framework }: ProfileDraftRequestDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<ProfileDraftDto> {
    const { requirements, warnings, unread, model } = await this.drafts.from(organizationId, text, framework);
    return { requirements: requirements.map(presentProposal), warnings, unread, model: presentModel(model) };
  }
}

function presentProposal(proposed: ProposedRequirement): ProfileDraftDto['requirements'][number] {
  const { competency, importance, sentence, matchedText, confidence, method, importanceWords } = proposed;
  return {
    competencyId: competency.id,
    competencyUri: competency.uri,
    competencyLabel: competency.label,
    importance,
    weight: DRAFT_WEIGHT,
    from: { sentence, matchedText, confidence, method, importanceWords },
  };
}
