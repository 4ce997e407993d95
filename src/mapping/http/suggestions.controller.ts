import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { SuggestCompetencies, type SuggestedCompetency } from '../application/suggest-competencies.js';
import { presentModel } from './asked-model.dto.js';
import { SuggestionRequestDto, SuggestionsDto } from './suggestion.dto.js';

const DEFAULT_LIMIT = 10;

@ApiTags('frameworks')
@Controller('v1/competencies')
export class SuggestionsController {
  constructor(private readonly suggest: SuggestCompetencies) {}

  @Post('suggest')
  @HttpCode(200)
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration')
  @ApiOperation({
    summary: 'Competencies that a text may speak of',
    description:
      'For a person to choose from; nothing is stored. The same text gives the same answer as long as the same framework ' +
      'versions are in force, the same embedding model is configured and `model` says the same of it. What the text denies ("no experience in sales required") is not suggested.',
  })
  @ApiOkResponse({ type: SuggestionsDto })
  async run(
    @Body() { text, limit = DEFAULT_LIMIT, framework }: SuggestionRequestDto,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<SuggestionsDto> {
    const { found, model } = await this.suggest.run(organizationId, { text, framework, limit });
    return { data: found.map(presentSuggestion), model: presentModel(model) };
  }
}

function presentSuggestion(found: SuggestedCompetency): SuggestionsDto['data'][number] {
  const { competency, confidence, method, matchedText, signals } = found;
  const { id, uri, code, label, type, frameworkId, frameworkName, frameworkVersionId, frameworkVersion } = competency;
  const framework = { id: frameworkId, name: frameworkName, versionId: frameworkVersionId, version: frameworkVersion };
  return { competency: { id, uri, code, label, type, framework }, confidence, method, matchedText, signals };
}
